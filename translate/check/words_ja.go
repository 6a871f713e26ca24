package check

// Words in kanji are read by rule: see han.go. Here are the units that follow digits.
var japaneseWords = wordList{
	measures: []measured{
		{degree, "度"},
		{millimetre, "ミリ ミリメートル mm"}, {centimetre, "センチ センチメートル cm"}, {metre, "メートル m"}, {kilometre, "キロ キロメートル km"}, {inch, "インチ"}, {foot, "フィート"}, {yard, "ヤード"}, {mile, "マイル"}, {gram, "グラム g"}, {kilogram, "キログラム kg"}, {tonne, "トン"}, {ounce, "オンス"}, {pound, "ポンド"},
		{squareMetre, "平方メートル"}, {hectare, "ヘクタール"}, {acre, "エーカー"}, {litre, "リットル"}, {gallon, "ガロン"}, {barrel, "バレル"}, {knot, "ノット"},
		{kilowatt, "キロワット"}, {megawatt, "メガワット"}, {gigawatt, "ギガワット"}, {minuteTime, "分"}, {hourTime, "時間"}, {dayTime, "日"}, {weekTime, "週間"}, {yearTime, "年"},
	},
	percent: "パーセント",
	says:    []valued{{1, "ひとつ ひとり ワン シングル"}, {2, "ふたつ ふたり ダブル ツー ペア"}, {3, "みっつ トリプル"}, {12, "ダース"}},
}
