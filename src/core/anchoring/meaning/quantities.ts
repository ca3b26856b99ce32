import { listed } from './joined-words.ts'

const split = (list: string): string[] =>
  list
    .split(/\s+/)
    .filter(word => word !== '')
    .map(listed)

const numberWords = new Map<string, string>()
for (const [value, words] of [
  ['0', 'zero null zéro cero ноль صفر אפס शून्य'],
  ['1', 'one once single eins einmal один одна одного одной واحد واحدة אחד אחת एक'],
  [
    '2',
    'two twice both zwei deux dos due dois два две zweimal beide duas двух оба اثنان اثنين اثنتان اثنتين שניים שני שתיים שתי दो दोनों',
  ],
  ['3', 'three thrice drei trois tres tre três три dreimal трёх трех ثلاثة ثلاث שלושה שלוש तीन'],
  ['4', 'four vier quatre cuatro quattro quatro четыре четырёх четырех أربعة أربع ארבעה ארבע चार'],
  ['5', 'five fünf cinq cinco cinque пять пяти خمسة خمس חמישה חמש पाँच पांच'],
  ['6', 'six sechs seis sei шесть шести ستة ست שישה שש छह छः'],
  ['7', 'seven sieben sept siete sette sete семь семи سبعة سبع שבעה שבע सात'],
  ['8', 'eight acht huit ocho otto oito восемь восьми ثمانية ثماني שמונה आठ'],
  ['9', 'nine neun neuf nueve nove девять девяти تسعة تسع תשעה תשע नौ'],
  ['10', 'ten zehn dix diez dieci dez десять десяти عشرة عشر עשרה עשר दस'],
  ['11', 'eleven elf onze undici одиннадцать ग्यारह'],
  ['12', 'twelve dozen zwölf douze doce dodici doze двенадцать बारह'],
  ['13', 'thirteen dreizehn treize trece tredici treze тринадцать तेरह'],
  ['14', 'fourteen vierzehn quatorze catorce quattordici catorze четырнадцать चौदह'],
  ['15', 'fifteen fünfzehn quinze quince quindici пятнадцать पंद्रह पन्द्रह'],
  ['16', 'sixteen sechzehn seize dieciséis sedici dezesseis шестнадцать सोलह'],
  ['17', 'seventeen siebzehn dix-sept diecisiete diciassette dezessete семнадцать सत्रह'],
  ['18', 'eighteen achtzehn dix-huit dieciocho diciotto dezoito восемнадцать अठारह'],
  ['19', 'nineteen neunzehn dix-neuf diecinueve diciannove dezenove девятнадцать उन्नीस'],
  ['20', 'twenty zwanzig vingt veinte venti vinte двадцать двадцати عشرون عشرين עשרים बीस'],
  ['30', 'thirty dreißig dreissig trente treinta trenta trinta тридцать тридцати ثلاثون ثلاثين שלושים तीस'],
  ['40', 'forty fourty vierzig quarante cuarenta quaranta quarenta сорок сорока أربعون أربعين ארבעים चालीस'],
  ['50', 'fifty fünfzig cinquante cincuenta cinquanta cinquenta пятьдесят пятидесяти خمسون خمسين חמישים पचास'],
  ['60', 'sixty sechzig soixante sesenta sessanta sessenta шестьдесят шестидесяти ستون ستين שישים साठ'],
  ['70', 'seventy siebzig soixante-dix septante setenta settanta семьдесят семидесяти سبعون سبعين שבעים सत्तर'],
  [
    '80',
    'eighty achtzig quatre-vingt quatre-vingts ochenta ottanta oitenta восемьдесят восьмидесяти ثمانون ثمانين שמונים अस्सी',
  ],
  ['90', 'ninety neunzig quatre-vingt-dix nonante noventa novanta девяносто تسعون تسعين תשעים नब्बे'],
  ['100', 'hundred hundreds hundert cent cien cento cem сто مئة مائة מאה सौ'],
  ['1000', 'thousand thousands tausend mille mil тысяча тысячи тысяч ألف آلاف אלף हज़ार हजार'],
  ['1000000', 'million millions millionen millones milioni milhões миллион миллиона миллионов مليون מיליון'],
  ['1000000000', 'billion billions milliarden'],
  [
    '1/2',
    'half halves hälfte moitié mitad halb halbe medio media metà mezzo metade половина половины половину نصف חצי מחצית आधा आधे आधी',
  ],
  ['1/3', 'drittel tiers tercio terço треть ثلث שליש तिहाई'],
  ['1/4', 'quarter quarters viertel quart четверть ربع רבע चौथाई'],
  ['2x', 'twofold two-fold double doppelt doppelte doble doppio dobro вдвое'],
  ['3x', 'threefold three-fold triple dreifach dreifache triplo втрое'],
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

const TENS = /^[2-9]0$/

/** "Twenty-four", "vierundzwanzig", "trente-deux": ones and tens in one word. */
const compoundNumber = (word: string): string | undefined => {
  const [, onesFirst, tensSecond] = /^(\p{L}+)und(\p{L}+)$/u.exec(word) ?? []
  const [, tensFirst, onesSecond] = /^(\p{L}+)-(\p{L}+)$/u.exec(word) ?? []
  const ones = numberWords.get(onesSecond ?? (onesFirst === 'ein' ? 'eins' : (onesFirst ?? '')))
  const tens = numberWords.get(tensFirst ?? tensSecond ?? '')
  if (ones === undefined || tens === undefined || !TENS.test(tens) || !/^[1-9]$/.test(ones)) return undefined
  return String(Number(tens) + Number(ones))
}

/** A number in one way of writing, whatever way it was written in; null for what is no number. */
export const numberOf = (word: string): string | null => {
  const known = numberWords.get(word) ?? compoundNumber(word)
  if (known !== undefined) return known
  const digits = asciiDigits(word)
  if (!/^\d/.test(digits) || !/^[\d.,]+$/.test(digits)) return null
  // 1,200 and 1.200.000 group thousands; a lone separator before other than three digits begins the decimals.
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.')
  return grouped.includes('.') ? grouped.replace(/0+$/, '').replace(/\.$/, '') : grouped.replace(/^0+(?=\d)/, '')
}

const ordinals = new Map<string, string>()
for (const [index, words] of [
  'first firstly initial initially primary erste ersten premier première primero primera primo prima erster erstes zuerst primeiro primeira первая первое первые впервые أول أولى ראשון ראשונה पहला पहली',
  'second secondly secondary zweite zweiten deuxième segundo segunda secondo seconda zweiter второй вторая второе ثاني ثانية שנייה दूसरा दूसरी',
  'third thirdly tertiary dritte dritten troisième tercero tercera terzo terza третий третья третье ثالث ثالثة שלישי שלישית तीसरा तीसरी',
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
  'last lastly final finally letzte letzten dernier dernière último última ultimo ultima zuletzt последняя последнее последние أخير أخيرة אחרון אחרונה अंतिम आखिरी',
))
  ordinals.set(word, 'last')

const earlier = split(
  `before prior previously preceding earlier beforehand vor vorher avant antes prima zuvor früher auparavant anteriormente до перед раньше ранее قبل سابق سابقا לפני קודם पहले पूर्व`,
)
const later = split(
  `after afterwards afterward subsequently thereafter later nach nachher après después dopo danach später ensuite luego poi depois após после затем позже بعد لاحق لاحقا אחרי לאחר बाद पश्चात`,
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
