const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const unit = units
  .slice(1)
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const ten = tens.slice(2).join('|')

const hundred = `(?:an?|one|two|three|four|five|six|seven|eight|nine)[- ]hundred`
const below = `(?:${ten})(?:[- ](?:${unit}))?|${unit}`

/** Source of a pattern for a count in digits or in words up to nine hundred and ninety-nine. */
export const COUNT = `(?:\\d{1,3}(?:,\\d{3})+|\\d+|${hundred}(?:[- ](?:and )?(?:${below}))?|${below})`

const belowHundred = (words: readonly string[]): number | null => {
  const [first = '', second] = words
  const whole = units.indexOf(first)
  if (whole > 0 && second === undefined) return whole
  const high = tens.indexOf(first, 2)
  if (high < 2) return null
  if (second === undefined) return high * 10
  const low = units.indexOf(second)
  return low > 0 && low < 10 ? high * 10 + low : null
}

/** The number that `words` give, in digits or words up to nine hundred and ninety-nine; null when they give none. */
export const readCount = (words: string): number | null => {
  const plain = words.toLowerCase().replace(/,(?=\d{3})/g, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  const parts = plain.split(/[- ]/).filter(part => part !== 'and')
  if (parts[1] !== 'hundred') return belowHundred(parts)
  const hundreds = /^an?$/.test(parts[0] ?? '') ? 1 : units.indexOf(parts[0] ?? '')
  const rest = parts.length > 2 ? belowHundred(parts.slice(2)) : 0
  return hundreds < 1 || rest === null ? null : hundreds * 100 + rest
}
