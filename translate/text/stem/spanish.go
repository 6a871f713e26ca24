package stem

import "strings"

// spanish knows number and gender of nouns and adjectives. -a is taken for the
// feminine of -o only behind endings of people and adjectives, and not in the
// words of ownFeminines: partida is no feminine of partido.
type spanish struct{}

func (spanish) Keys(word string) []string { return accentKeys(strings.ToLower(word)) }

func (spanish) Readings(word string) []Reading {
	w := strings.ToLower(word)
	rs := readings{{Key: w}}
	spanishGender(w, &rs)
	for _, plural := range spanishPlurals {
		if stem, ok := cut(w, plural.from, 2); ok {
			rs.add(stem+plural.to, Inflected)
			spanishGender(stem+plural.to, &rs)
		}
	}
	if stem, ok := cut(w, "es", 3); ok { // jóvenes, imágenes: the singular needs no accent
		if bare := withoutAccents(strings.ReplaceAll(stem, "ñ", "\x00")); bare != stem {
			rs.add(strings.ReplaceAll(bare, "\x00", "ñ"), Inflected)
		}
	}
	if singular, ok := spanishIrregular[w]; ok {
		rs.add(singular, Inflected)
	}
	addBare(word, &rs)
	return rs
}

var spanishPlurals = []ending{
	{"s", ""}, {"es", ""}, {"ces", "z"}, {"ones", "ón"}, {"anes", "án"}, {"enes", "én"}, {"ines", "ín"}, {"unes", "ún"},
	{"ases", "ás"}, {"eses", "és"}, {"ises", "ís"}, {"oses", "ós"}, {"uses", "ús"},
}

var spanishIrregular = map[string]string{
	"regímenes": "régimen", "caracteres": "carácter", "especímenes": "espécimen", "gran": "grande", "buen": "bueno", "mal": "malo",
	"primer": "primero", "tercer": "tercero", "actriz": "actor", "actrices": "actor", "emperatriz": "emperador", "reina": "rey",
	"reinas": "rey", "alcaldesa": "alcalde", "alcaldesas": "alcalde", "princesa": "príncipe", "princesas": "príncipe",
	"jefa": "jefe", "jefas": "jefe", "presidenta": "presidente", "presidentas": "presidente", "jueza": "juez", "juezas": "juez",
	"clienta": "cliente", "clientas": "cliente", "dependienta": "dependiente", "gobernanta": "gobernante",
}

// spanishGender adds the masculine of a feminine singular.
func spanishGender(w string, rs *readings) {
	if spanishFeminineNouns[w] {
		return
	}
	if masculine, ok := spanishPeople[w]; ok {
		rs.add(masculine, Inflected)
	}
	replaceEnds(w, spanishFeminines, 2, Inflected, rs)
}

var spanishFeminines = []ending{
	{"ora", "or"}, {"esa", "és"}, {"ona", "ón"}, {"ina", "ín"}, {"ana", "án"}, {"ana", "ano"}, {"ada", "ado"}, {"ida", "ido"},
	{"era", "ero"}, {"osa", "oso"}, {"iva", "ivo"}, {"ica", "ico"}, {"aria", "ario"}, {"ena", "eno"}, {"ina", "ino"},
	{"ea", "eo"}, {"uesta", "uesto"}, {"ecta", "ecto"}, {"erna", "erno"}, {"inta", "into"},
	{"ueva", "uevo"}, {"xima", "ximo"}, {"ínima", "ínimo"}, {"ánea", "áneo"},
}

// spanishPeople are feminines of people that no ending above makes.
var spanishPeople = map[string]string{
	"niña": "niño", "hija": "hijo", "hermana": "hermano", "prima": "primo", "tía": "tío", "abuela": "abuelo", "amiga": "amigo",
	"novia": "novio", "esposa": "esposo", "suegra": "suegro", "sobrina": "sobrino", "nieta": "nieto", "chica": "chico",
	"muchacha": "muchacho", "ministra": "ministro", "maestra": "maestro", "alumna": "alumno", "médica": "médico",
	"arquitecta": "arquitecto", "experta": "experto", "sospechosa": "sospechoso", "perra": "perro", "gata": "gato", "muerta": "muerto",
	"catedrática": "catedrático", "diplomática": "diplomático", "musulmana": "musulmán", "vecina": "vecino", "socia": "socio",
	"testiga": "testigo", "rusa": "ruso", "turca": "turco", "sueca": "sueco", "griega": "griego", "suiza": "suizo", "siria": "sirio",
	"india": "indio", "alta": "alto", "larga": "largo", "santa": "santo", "blanca": "blanco", "negra": "negro", "roja": "rojo",
	"vieja": "viejo", "propia": "propio", "nuestra": "nuestro", "corta": "corto", "abierta": "abierto", "suprema": "supremo",
}

// spanishFeminineNouns are nouns in -a whose neighbour in -o means another thing.
var spanishFeminineNouns = wordSet(`partida herida medida salida comida bebida vida llegada entrada jornada temporada llamada mirada parada
	política crítica técnica música química física clínica práctica mecánica república fábrica ética lógica polémica gráfica estadística
	bandera frontera cartera carrera madera manera ladera escalera primavera cabecera lechera ventana semana mañana campana manzana
	persona zona corona hormona lona medicina cocina oficina gasolina piscina harina rutina máquina cantina marina esquina
	cosa rosa empresa mesa sorpresa defensa prensa iniciativa alternativa perspectiva ofensiva historia victoria memoria
	cadena pena escena arena arma idea tarea línea área aldea estrella escuela tela vela hora ahora demora señora
	pintura cultura altura captura ruptura factura escultura dura aventura agricultura estructura postura cintura
	carta planta cuenta puerta vuelta casa plaza banca copa moda`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
