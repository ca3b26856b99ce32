import type { Random } from '../../anchoring/random.ts'

const COMMON =
  `the of and in to with by for on at from as is are was were that which this these those their its both between
  after before during under over without within against through while where when cells levels mice patients groups
  tissue signal response treatment control study results increase decrease expression release binding pathway
  receptor inflammation injury repair growth loss function activity markers serum plasma brain nerve spinal muscle
  small large early late high low strong weak several many most some other further observed measured compared shown
  reported found suggests indicates promotes inhibits reduces raises alters keeps limits supports precedes follows`.split(
    /\s+/,
  )
const SYMBOLS = 'IL-10 IL-1β TNF-α IFN-γ BDNF GDNF NF-κB iNOS COX-2 TGF-β CD4 CD8 p53 mTOR STAT3 Iba1 GFAP'.split(' ')

const SYLLABLES = 'ba lo mi ter na cor phe li don vas tri gen sol ry kin pro'.split(' ')
const VOCABULARY = 20_000

/** A word that nobody knows, of two to four syllables; another one for each number. */
const inventedWord = (number: number): string => {
  let word = ''
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? ''
  return word
}

/** A word by its rank: the common ones make up almost half of a text, and most others are rare (Zipf's law). */
const word = (random: Random): string => {
  const kind = random.next()
  if (kind < 0.03) return random.pick(SYMBOLS)
  if (kind < 0.05) return String(random.between(2, 980))
  const rank = Math.floor(VOCABULARY ** random.next()) - 1
  return COMMON[rank] ?? inventedWord(rank - COMMON.length)
}

/** Words as running text and as HTML: both hold the same characters. */
export interface Running {
  readonly text: string
  readonly html: string
}

const INLINE = [
  ['<em>', '</em>'],
  ['<strong>', '</strong>'],
  ['<a href="#top">', '</a>'],
  ['<code>', '</code>'],
  ['<sub>', '</sub>'],
  ['<strong><em>', '</em></strong>'],
  ['<a href="#top"><em>', '</em></a>'],
  ['<em><strong><a href="#top">', '</a></strong></em>'],
] as const

/** `count` words as sentences; about every eighth word opens inline markup, nested up to three deep. */
export const running = (random: Random, count: number): Running => {
  const text: string[] = []
  const html: string[] = []
  let left = random.between(8, 24)
  for (let done = 0; done < count;) {
    const together = random.next() < 0.12 ? random.between(1, 4) : 1
    const words: string[] = []
    for (let index = 0; index < together; index++) words.push(word(random))
    done += together
    left -= together
    const end = left <= 0 || done >= count ? '.' : ''
    if (end !== '') left = random.between(8, 24)
    const phrase = words.join(' ')
    const space = done >= count ? '' : ' '
    const [open, close] = together > 1 ? random.pick(INLINE) : ['', '']
    text.push(phrase, end, space)
    html.push(open, phrase, close, end, space)
  }
  return { text: text.join(''), html: html.join('') }
}
