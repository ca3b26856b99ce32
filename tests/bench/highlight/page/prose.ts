import type { Random } from './random.ts'

const BEGINNINGS = 'neuro immuno cyto micro meta poly hepato cardio osteo dermo gastro lympho onco patho vaso'.split(
  ' ',
)
const ENDINGS = 'genesis kinesis trophin plasia pathy statin globin mycin toxin phage blast cyte lysis some gram'.split(
  ' ',
)
const PLAIN =
  `the of and in to with by for on at from as is are was were that which this these those their its both between
  after before during under over without within against through while where when cells levels mice patients groups
  tissue signal response treatment control study results increase decrease expression release binding pathway
  receptor inflammation injury repair growth loss function activity markers serum plasma brain nerve spinal muscle
  small large early late high low strong weak several many most some other further observed measured compared shown
  reported found suggests indicates promotes inhibits reduces raises alters keeps limits supports precedes follows`.split(
    /\s+/,
  )
const SYMBOLS = 'IL-10 IL-1β TNF-α IFN-γ BDNF GDNF NF-κB iNOS COX-2 TGF-β CD4 CD8 p53 mTOR STAT3 Iba1 GFAP'.split(' ')

/** A word of made-up biomedical prose: mostly plain ones, some long ones, now and then a symbol or a number. */
export const word = (random: Random): string => {
  const kind = random.next()
  if (kind < 0.72) return random.pick(PLAIN)
  if (kind < 0.9) return random.pick(BEGINNINGS) + random.pick(ENDINGS)
  return kind < 0.96 ? random.pick(SYMBOLS) : String(random.between(2, 980))
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
    const together = random.chance(0.12) ? random.between(1, 4) : 1
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
