package check

// Words in kanji are read by rule: see han.go. Here are the units that follow digits.
var japaneseWords = wordList{
	measures: []measured{
		{degree, "度"},
		{millimetre, "ミリ ミリメートル mm"}, {centimetre, "センチ センチメートル cm"}, {metre, "メートル m"}, {kilometre, "キロ キロメートル km"}, {inch, "インチ"}, {foot, "フィート"}, {yard, "ヤード"}, {mile, "マイル"}, {gram, "グラム g"}, {kilogram, "キログラム kg"}, {tonne, "トン"}, {ounce, "オンス"}, {pound, "ポンド"},
		{squareMetre, "平方メートル"}, {hectare, "ヘクタール"}, {acre, "エーカー"}, {litre, "リットル"}, {gallon, "ガロン"}, {barrel, "バレル"}, {knot, "ノット"},
		{kilowatt, "キロワット"}, {megawatt, "メガワット"}, {gigawatt, "ギガワット"}, {secondTime, "秒"}, {minuteTime, "分"}, {hourTime, "時間"}, {dayTime, "日間"}, {weekTime, "週間"}, {monthTime, "か月 カ月 ヶ月"}, {yearTime, "年 歳"},
	},
	label:   "番 号 チャンネル",
	percent: "パーセント",
	clock:   "時",
	says:    []valued{{1, "ひとつ ひとり ワン シングル"}, {2, "ふたつ ふたり ダブル ツー ペア"}, {3, "みっつ トリプル"}, {11, "イレブン"}, {12, "ダース"}},
}
