package check

// measure is a unit that quantities in news have. Units of one dimension convert
// into each other: an editor may turn miles into kilometres.
type measure uint8

const (
	noMeasure measure = iota
	millimetre
	centimetre
	metre
	kilometre
	inch
	foot
	yard
	mile
	seaMile
	gram
	kilogram
	tonne
	ounce
	pound
	stone
	squareMetre
	squareKilometre
	squareMile
	squareFoot
	hectare
	acre
	litre
	gallon
	pint
	barrel
	cubicMetre
	kmh
	mph
	knot
	celsius
	fahrenheit
	degree // of either
	watt
	kilowatt
	megawatt
	gigawatt
	secondTime
	minuteTime
	hourTime
	dayTime
	weekTime
	monthTime
	yearTime
)

// dimension is what a measure measures.
type dimension uint8

const (
	noDimension dimension = iota
	distance
	weight
	area
	volume
	temperature
	power
	duration
)

// scaleOf gives the dimension of a measure and how much of the dimension's base it
// is. Temperatures convert by a formula of their own.
func (m measure) scaleOf() (dimension, float64) {
	switch m {
	case millimetre:
		return distance, 0.001
	case centimetre:
		return distance, 0.01
	case metre:
		return distance, 1
	case kilometre:
		return distance, 1000
	case inch:
		return distance, 0.0254
	case foot:
		return distance, 0.3048
	case yard:
		return distance, 0.9144
	case mile:
		return distance, 1609.344
	case seaMile:
		return distance, 1852
	case gram:
		return weight, 0.001
	case kilogram:
		return weight, 1
	case tonne:
		return weight, 1000
	case ounce:
		return weight, 0.0283495
	case pound:
		return weight, 0.45359237
	case stone:
		return weight, 6.35029
	case squareMetre:
		return area, 1
	case squareKilometre:
		return area, 1e6
	case squareMile:
		return area, 2589988
	case squareFoot:
		return area, 0.092903
	case hectare:
		return area, 1e4
	case acre:
		return area, 4046.856
	case litre:
		return volume, 1
	case gallon:
		return volume, 3.785412
	case pint:
		return volume, 0.568261
	case barrel:
		return volume, 158.9873
	case cubicMetre:
		return volume, 1000
	}
	return m.rateOf()
}

// rateOf is scaleOf for speeds, powers and times.
func (m measure) rateOf() (dimension, float64) {
	switch m {
	case kmh:
		return distance, 1000 // an hour of it, so that "85 miles an hour" meets "137 km/h"
	case mph:
		return distance, 1609.344
	case knot:
		return distance, 1852
	case celsius, fahrenheit, degree:
		return temperature, 1
	case watt:
		return power, 1
	case kilowatt:
		return power, 1e3
	case megawatt:
		return power, 1e6
	case gigawatt:
		return power, 1e9
	case secondTime:
		return duration, 1
	case minuteTime:
		return duration, 60
	case hourTime:
		return duration, 3600
	case dayTime:
		return duration, 86400
	case weekTime:
		return duration, 7 * 86400
	case monthTime:
		return duration, 30.4375 * 86400
	case yearTime:
		return duration, 365.25 * 86400
	}
	return noDimension, 1
}

// name is the measure's English name, for messages and the ledger.
func (m measure) name() string {
	names := [...]string{"", "mm", "cm", "m", "km", "inch", "foot", "yard", "mile", "nautical mile", "g", "kg", "tonne", "ounce", "pound", "stone",
		"m²", "km²", "square mile", "square foot", "hectare", "acre", "litre", "gallon", "pint", "barrel", "m³", "km/h", "mph", "knot", "°C", "°F", "degree",
		"W", "kW", "MW", "GW", "second", "minute", "hour", "day", "week", "month", "year"}
	return names[m]
}
