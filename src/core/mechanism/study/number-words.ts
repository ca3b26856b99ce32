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

/** Source of a pattern for a count in digits or in words up to ninety-nine. */
export const COUNT = `(?:\\d{1,3}(?:,\\d{3})+|\\d+|(?:${ten})(?:[- ](?:${unit}))?|${unit})`

/** The number that `words` give, in digits or words up to ninety-nine; null when they give none. */
export const readCount = (words: string): number | null => {
  const plain = words.toLowerCase().replace(/,(?=\d{3})/g, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [first = '', second] = plain.split(/[- ]/)
  const whole = units.indexOf(first)
  if (whole > 0 && second === undefined) return whole
  const high = tens.indexOf(first, 2)
  if (high < 2) return null
  if (second === undefined) return high * 10
  const low = units.indexOf(second)
  return low > 0 && low < 10 ? high * 10 + low : null
}
