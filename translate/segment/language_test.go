package segment

import (
	"strings"
	"testing"

	"diglot/translate/locale"
)

// expected is what a translator would expect of each language: segments
// with | between them, white space around the | ours to choose.
var expected = []struct{ lang, text string }{
	{"ar", "وصل د. كريم إلى عدن مساء أمس.|هل قابل أ. سمير؟|نعم!"},
	{"ar", "بلغ المعدل ٣.٥ في المئة عام 2020م.|ثم انخفض."},
	{"ar", "راجع ص. 12 من التقرير.|والعنوان ص.ب. 340 صنعاء."},
	{"ar", "«لن نعود.»|هكذا انتهى البيان؛ ولم يوقعه أحد."},
	{"ar", "اشترى الشركة J. P. Morgan بسعر 4.2 مليار دولار.|وانتهى الأمر."},
	{"ar", "\"متى نبدأ؟\" تساءلت المديرة.|لم يجب أحد."},
	{"ar", "انظر موقع www.example.org أو file.txt للمزيد.|شكرا."},
	{"ar", "بدأ البناء سنة 1443 هـ.|ثم توقف."},
	{"ar", "أ) الخبز |ب) الحليب |ج) السكر"},
	{"ar", "١. افتح الصندوق |٢. خذ القطعة |٣. أغلقه"},
	{"ar", "وصل م. علي ود. سعيد وأ.د. منى.|ثم بدأ الاجتماع عند الساعة 12:30 في 3/4/2021."},
	{"ar", "النص الأول.|النص الثاني؟!|نعم…"},
	{"ar", "قال تعالى: (إنا هنا. فاذهبوا) ثم صدق الله العظيم."},
	{"ar", "أ. سعيد وب. خالد وج. علي هنا."},
	{"en", "A. Roe and B. Doe wrote it with C. Poe."},
	{"en", "Dr. J. R. Brown met Gen. Hall in St. Louis.|They spoke for 2.5 hours."},
	{"en", "U.S. Sen. Jane Roe arrived at 5 p.m. on Jan. 3, 2020.|She left early."},
	{"en", "Is it true?|\"Yes!\"|He nodded (slowly. Really slowly.) and left."},
	{"en", "Open report.final.pdf or write to a.b@c.org.|See https://x.org/a.b?c=d.|Then stop."},
	{"en", "The firm, Foo Inc., grew 3.4%.|Its rival, Bar Ltd., did not.|We saw both."},
	{"en", "Wait... what happened?|I do not know…|Nobody does."},
	{"en", "1. Open the box.|2. Take the part.|3. Close it."},
	{"en", "See Fig. 3 and pp. 10-12, e.g. the map.|Nothing else matters."},
	{"en", "What?!|Never!!!|Fine."},
	{"en", "He lives in the U.S.|He works in the U.K. government."},
	{"en", "First line\ncontinues here. |Second sentence.\n\n|New paragraph"},
	{"en", "Bring:\n|• apples\n|• pears"},
	{"en", "Thanks a lot! :-)|See you soon."},
	{"en", "It rained.[3]|We stayed at home.¹²|The end."},
	{"fr", "M. Dupont a dit : « Je viens. »|Puis il est parti à 18 h."},
	{"fr", "Voir p. 12, art. 4 et chap. 3 du livre.|Mme Roy l'a écrit en 1998."},
	{"fr", "J. Le Goff est historien.|C'est bien lui ?|Oui !"},
	{"es", "La Sra. Gómez vive en la Av. Central, núm. 5.|¿Cuándo llega?|¡Hoy!"},
	{"es", "Viajó a EE. UU. en 2010.|Volvió en dic. de 2012, etc. y se quedó."},
	{"es", "—¿Vienes? —preguntó Ana.|No respondió."},
	{"de", "Am 3. Oktober kam Dr. Weiß nach Köln.|Das war gut."},
	{"de", "Das kostet z. B. 3,50 Euro, d. h. wenig.|Wir kaufen es."},
	{"de", "Ludwig XIV. Regierte lange.|Im 19. Jahrhundert war alles anders."},
	{"de", "„Kommst du?“, fragte sie.|„Nein.“|Er blieb im 2. Stock."},
	{"it", "Il Sig. Rossi e la Dott.ssa Verdi abitano in v.le Roma.|Sono le 10.30."},
	{"it", "L'art. 5 è chiaro.|G. De Rossi ha segnato.|Bene!"},
	{"pt", "O Sr. Silva chegou às 10h30.|A Dra. Costa saiu, etc. e tal.|Obrigado!"},
	{"pt", "Veja a pág. 10 e o art. 3.º da lei.|Não há outro."},
	{"nl", "Dhr. Jansen woont o.a. in Gent, d.w.z. ver weg.|Hij komt morgen."},
	{"nl", "J. De Smet schreef blz. 12.|Wie leest dat?"},
	{"ru", "А. С. Пушкин жил на ул. Мойка, д. 12.|Он писал стихи и т. д. каждый день."},
	{"ru", "В 1990 г. население было 5 млн. чел.|Сейчас больше."},
	{"ru", "— Ты идёшь? — спросил он.|Она молчала…|Потом ушла."},
	{"ru", "Я сказал им.|Они ушли.|Мы говорили о нём.|Всё."},
	{"uk", "Т. Шевченко народився в с. Моринці.|Він писав вірші.|Це було у XIX ст. на Черкащині."},
	{"pl", "Prof. dr hab. Jan Nowak mieszka przy ul. Długiej 5.|Ma m.in. dwa psy."},
	{"pl", "W XIX w. było inaczej.|Zob. s. 15, np. mapę.|Tak?"},
	{"cs", "Dne 5. května přijel p. Novák.|Byl to např. inženýr.|Opravdu?"},
	{"sk", "Dňa 5. mája prišiel p. Novák, napr. vlakom.|Bol to on?"},
	{"el", "Ο κ. Παππάς ήρθε στις 5 μ.μ. με τρένο.|Πού πήγε;|Δεν ξέρω."},
	{"tr", "Prof. Dr. Ali Kaya 5. katta oturuyor.|Bunu biliyor musun?|Evet."},
	{"tr", "\"Gel!\" dedi annesi.|Sonra sustu."},
	{"fa", "آقای رضایی آمد.|کجا بود؟|نمی\u200cدانم!"},
	{"ur", "وہ گھر گیا۔|کیا تم آؤ گے؟|نہیں!"},
	{"he", "פרופ' לוי הגיע ב־5.3.|מתי?|היום."},
	{"hi", "डॉ. शर्मा घर गए।|क्या वह आएगा?|हाँ।"},
	{"mr", "डॉ. जोशी आले.|ते कुठे गेले?"},
	{"ml", "ഡോ. മേനോൻ വന്നു.|എവിടെ പോയി?"},
	{"zh", "他来了。|“你好吗？”他问道。|我说：“很好！”|然后（其实是昨天。真的）走了。"},
	{"ja", "行きます。|「はい。」と言った。|本当ですか？|それは（たぶん。きっと）そうです。"},
	{"ko", "나는 집에 갔다.|\"어디 가니?\"라고 물었다.|정말!"},
	{"th", "ดร. สมชาย เกิด พ.ศ. 2500\n\n|เขาเป็นครู"},
	{"am", "እሱ መጣ።|ወዴት ሄደ?|አላውቅም።"},
	{"hy", "Նա եկավ։|Ո՞վ է նա։|Չգիտեմ։"},
	{"my", "သူလာတယ်။|ဘယ်သွားလဲ။"},
	{"da", "Hr. Jensen bor på 2. sal, bl.a. om sommeren.|Hvor er han?|Den 5. maj kom han."},
	{"sv", "Dr. Berg kom t.ex. i går.|Var är han nu?|Kl. 5.30 gick han."},
	{"fi", "Tri Virtanen tuli 5. toukokuuta klo 10.30.|Missä hän on?|Hän lähti esim. junalla."},
	{"kk", "Ол 2010 ж. келді.|Қайда барды?|Білмеймін."},
	{"bg", "Г-н Иванов живее на ул. Шипка 5.|През 1990 г. се премести.|Къде?"},
	{"ro", "Dl. Popescu stă pe str. Lungă nr. 5.|De ce?|Nu știu."},
	{"sw", "Bw. Juma alikuja.|Yuko wapi?|Sijui."},
}

func TestSentences(t *testing.T) {
	for _, tt := range expected {
		var want []string
		for _, s := range strings.Split(tt.text, "|") {
			want = append(want, strings.TrimSpace(s))
		}
		// Scripts without space between sentences have none here either.
		sep := " "
		if strings.Contains("zh ja my", tt.lang) {
			sep = ""
		}
		text := strings.ReplaceAll(tt.text, "|", sep)
		got := pieces(For(locale.MustParse(tt.lang), Options{}), text)
		if g, w := strings.Join(got, "|"), strings.Join(want, "|"); g != w {
			t.Errorf("%s: got  %s\n      want %s", tt.lang, g, w)
		}
	}
}
