const split = (list: string): string[] => list.split(/\s+/).filter(word => word !== '')

const numberWords = new Map<string, string>()
for (const [value, words] of [
  ['0', 'zero null zéro cero'],
  ['1', 'one once single eins ein-mal'],
  ['2', 'two twice both zwei deux dos due dois два две'],
  ['3', 'three thrice drei trois tres tre três три'],
  ['4', 'four vier quatre cuatro quattro quatro четыре'],
  ['5', 'five fünf cinq cinco cinque пять'],
  ['6', 'six sechs seis sei шесть'],
  ['7', 'seven sieben sept siete sette sete семь'],
  ['8', 'eight acht huit ocho otto oito восемь'],
  ['9', 'nine neun neuf nueve nove девять'],
  ['10', 'ten zehn dix diez dieci dez десять'],
  ['11', 'eleven elf onze once-once'],
  ['12', 'twelve dozen zwölf douze doce dodici doze'],
  ['13', 'thirteen'],
  ['14', 'fourteen'],
  ['15', 'fifteen'],
  ['16', 'sixteen'],
  ['17', 'seventeen'],
  ['18', 'eighteen'],
  ['19', 'nineteen'],
  ['20', 'twenty zwanzig vingt veinte venti vinte'],
  ['30', 'thirty'],
  ['40', 'forty fourty'],
  ['50', 'fifty'],
  ['60', 'sixty'],
  ['70', 'seventy'],
  ['80', 'eighty'],
  ['90', 'ninety'],
  ['100', 'hundred hundreds hundert cent cien'],
  ['1000', 'thousand thousands tausend mille mil'],
  ['1000000', 'million millions millionen'],
  ['1000000000', 'billion billions milliarden'],
  ['1/2', 'half halves hälfte moitié mitad'],
  ['1/3', 'third-part'],
  ['1/4', 'quarter quarters'],
  ['2x', 'twofold two-fold double'],
  ['3x', 'threefold three-fold triple'],
  ['4x', 'fourfold four-fold'],
  ['5x', 'fivefold five-fold'],
  ['10x', 'tenfold ten-fold'],
] as const) {
  for (const word of split(words)) numberWords.set(word, value)
}

/** Digits of other scripts as ASCII ones (Unicode Nd: each script's ten stand in order; only those in use for articles). */
const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u0E50-\u0E59\uFF10-\uFF19]/gu, digit => {
    const code = digit.charCodeAt(0)
    const zero = [0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10].findLast(start => start <= code) ?? code
    return String(code - zero)
  })

/** A number in one way of writing, whatever way it was written in; null for what is no number. */
export const numberOf = (word: string): string | null => {
  const known = numberWords.get(word)
  if (known !== undefined) return known
  const digits = asciiDigits(word)
  if (!/^\d/.test(digits) || !/^[\d.,]+$/.test(digits)) return null
  // 1,200 and 1.200.000 group thousands; a lone separator before other than three digits begins the decimals.
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.')
  return grouped.includes('.') ? grouped.replace(/0+$/, '').replace(/\.$/, '') : grouped.replace(/^0+(?=\d)/, '')
}

const ordinals = new Map<string, string>()
for (const [index, words] of [
  'first firstly initial initially primary erste ersten premier première primero primera primo prima первый',
  'second secondly secondary zweite zweiten deuxième segundo segunda secondo seconda второй',
  'third thirdly tertiary dritte dritten troisième tercero tercera terzo terza третий',
  'fourth vierte quatrième cuarto',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
].entries()) {
  for (const word of split(words)) ordinals.set(word, String(index + 1))
}
for (const word of split(
  'last lastly final finally letzte letzten dernier dernière último última ultimo ultima последний',
))
  ordinals.set(word, 'last')

const earlier = split(`before prior previously preceding earlier beforehand vor vorher avant antes prima до перед`)
const later = split(
  `after afterwards afterward subsequently thereafter later nach nachher après después dopo depois после`,
)
const sequence = new Map([
  ...earlier.map((word): [string, string] => [word, 'earlier']),
  ...later.map((word): [string, string] => [word, 'later']),
])

/** Place in an order: `1`, `2`, …, `last`, `earlier`, `later`; null for a word that tells none. */
export const orderOf = (word: string): string | null => {
  const found = ordinals.get(word) ?? sequence.get(word)
  if (found !== undefined) return found
  return /^\d+(?:st|nd|rd|th)$/.exec(word) === null ? null : String(Number.parseInt(word, 10))
}

const unitNames = new Map<string, string>()
for (const names of [
  '% percent pct prozent pourcent',
  's sec secs second seconds sekunde sekunden seconde secondes segundos secondi',
  'min mins minute minutes minuten minutos minuti',
  'h hr hrs hour hours stunde stunden heure heures horas ore',
  'd day days daily tag tage tagen jour jours día días giorni dias',
  'wk wks week weeks weekly woche wochen semaine semaines semana semanas settimane',
  'mo month months monthly monat monate monaten mois mes meses mesi',
  'yr yrs year years yearly annual annually jahr jahre jahren an ans année années año años anni anos',
  'decade decades',
  'century centuries',
  'fg',
  'pg',
  'ng',
  'μg mcg ug microgram micrograms',
  'mg milligram milligrams',
  'g gram grams gm',
  'kg kilogram kilograms',
  't tonne tonnes ton tons',
  'nl',
  'μl ul microliter microliters microlitre microlitres',
  'ml milliliter milliliters millilitre millilitres',
  'cl',
  'dl',
  'l liter liters litre litres',
  'nm nanometer nanometers nanometre nanometres',
  'μm um micrometer micrometers micrometre micrometres',
  'mm millimeter millimeters millimetre millimetres',
  'cm centimeter centimeters centimetre centimetres',
  'm meter meters metre metres',
  'km kilometer kilometers kilometre kilometres',
  'inch inches',
  'foot feet ft',
  'mile miles',
  'pmol',
  'nmol',
  'μmol umol',
  'mmol',
  'mol moles',
  'pm',
  'nmolar',
  'mv millivolt millivolts',
  'v volt volts',
  'ma milliampere',
  'hz hertz',
  'khz kilohertz',
  'mhz megahertz',
  'pa pascal',
  'kpa',
  'mmhg',
  'j joule joules',
  'kj',
  'cal',
  'kcal',
  'iu',
  'u units',
  'bpm',
  'gy',
  'mgy',
  'kda',
  'da dalton daltons',
  'bp',
  'kb',
  'mb',
  'gb',
  '°c celsius',
  '°f fahrenheit',
  'k kelvin',
  'fold-change fold',
  'times',
]) {
  const [first = '', ...others] = split(names)
  for (const name of [first, ...others]) unitNames.set(name, first)
}

/** Units that are words of their own also where no number stands before them. */
const spelt = /^(?:second|minute|hour|day|week|month|year|decade|centur|percent|daily|weekly|monthly|yearly|annual)/

/** A unit by one name for all its spellings; null for what is none. Short ones count only after a number. */
export const unitOf = (word: string, afterNumber: boolean): string | null => {
  const lower = word.toLowerCase()
  const found = unitNames.get(lower)
  if (found === undefined) return null
  // Molar is a capital M, metre a small one.
  if (afterNumber && /^[μnmp]?M$/.test(word)) return `${word}olar`
  return afterNumber || spelt.test(lower) ? found : null
}

const ROMAN = /^(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})$/

/** True for a number in Roman capitals of more than one letter, as in "phase II". */
export const isRoman = (word: string): boolean => word.length > 1 && ROMAN.test(word)
