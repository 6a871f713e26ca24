package check

// Numbers in Han characters are read by rule: see figure_han.go. Here are the units
// that follow digits.
var chineseWords = wordList{
	measures: []measured{
		{millimetre, "毫米 mm"}, {centimetre, "厘米 公分 cm"}, {metre, "米 公尺 m"}, {kilometre, "公里 千米 km"}, {inch, "英寸 吋"}, {foot, "英尺 呎"}, {yard, "码"}, {mile, "英里 mile miles"}, {seaMile, "海里"},
		{gram, "克"}, {kilogram, "公斤 千克 kg"}, {tonne, "吨 噸"}, {ounce, "盎司"}, {pound, "磅"}, {squareMetre, "平方米"}, {squareKilometre, "平方公里"}, {squareMile, "平方英里"}, {hectare, "公顷"}, {acre, "英亩"},
		{litre, "升 公升"}, {gallon, "加仑"}, {barrel, "桶"}, {cubicMetre, "立方米"}, {mph, "mph"}, {knot, "节"}, {celsius, "摄氏度"}, {fahrenheit, "华氏度"}, {degree, "度"},
		{kilowatt, "千瓦"}, {megawatt, "兆瓦"}, {secondTime, "秒"}, {minuteTime, "分钟"}, {hourTime, "小时"}, {dayTime, "天"}, {weekTime, "周 星期"}, {monthTime, "个月"}, {yearTime, "年 岁"},
	},
	months: [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
	label:  "号 频道",
	clock:  "点 时",
}
