/**
 * Whether a hyphen at the end of a line belongs to the word. What the same document says elsewhere, within its lines, is the best
 * witness; where it says nothing, what is usual decides.
 */

const HYPHENS = '-\u2010\u00ad'

/** Words that look like two others of the same document. */
const closedCompounds: ReadonlySet<string> = new Set(
  (
    'although another anybody anyone anything anyway anywhere became become because before cannot everyone everything forever furthermore ' +
    'hereafter herein however indeed inside into itself meanwhile moreover nevertheless nonetheless nothing nowhere onto otherwise outcome ' +
    'outcomes outside overall overview someone something sometimes somewhat somewhere therefore thereby throughout today together toward ' +
    'towards undergo underlying underwent upon whenever whereas whereby wherein wherever whether whoever within without'
  ).split(' '),
)

/** What seldom ends a word that is written as one, and often one with a hyphen: brain-derived, dose-dependent, long-term. */
const secondParts =
  /^(?:associated|based|blind(?:ed)?|containing|controlled|deficient|dependent|derived|driven|expressing|fold|free|independent|induced|inhibit(?:ed|or)|knockout|known|labell?ed|like|linked|matched|mediated|negative|positive|producing|related|resistant|rich|risk|scale|sectional|sensitive|specific|stage|stimulated|term|treated|type|weighted|wide|year)s?$/
const firstParts = /^(?:cross|ex|half|high|long|low|quasi|self|short|well)$/i

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu

/** The words of a document, in lower case: those with hyphens as such, and in parts. They are found when one is first asked for: many documents cut none. */
export class DocumentWords {
  readonly #words = new Set<string>()
  #lines: string[] = []

  /** Takes in a line. Its last word may be a part of one, and its first the rest of one. */
  add(line: string): void {
    this.#lines.push(line)
  }

  has(word: string): boolean {
    for (const line of this.#lines) this.#read(line)
    this.#lines = []
    return this.#words.has(word.toLowerCase().replaceAll('\u2010', '-'))
  }

  #read(line: string): void {
    const words = [...line.matchAll(wordPattern)]
    const endsWithHyphen = HYPHENS.includes(line.at(-1) ?? ' ')
    for (const [index, [word]] of words.entries()) {
      if (index === 0 || (index === words.length - 1 && endsWithHyphen)) continue
      const lower = word.toLowerCase().replaceAll('\u2010', '-')
      this.#words.add(lower)
      if (lower.includes('-')) for (const part of lower.split('-')) this.#words.add(part)
    }
  }
}

/**
 * How two lines that follow each other are one text: `hyphen` when the hyphen goes and the word is one, `none` when nothing stands
 * between them, `space` for a space.
 */
export const joint = (before: string, after: string, words: DocumentWords): 'hyphen' | 'none' | 'space' => {
  const last = before.at(-1) ?? ''
  if (last === '\u00ad') return 'hyphen'
  if (HYPHENS.includes(last)) {
    const head = /([\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*)[-\u2010]$/u.exec(before)?.[1]
    const tail = /^[\p{L}\p{M}\p{N}]+/u.exec(after)?.[0]
    if (head === undefined) return /[\s]-$/.test(before) ? 'space' : 'none'
    if (tail === undefined) return 'space'
    // What is written as a range, a name or a number keeps its hyphen: TNF-α, IL-10, Smith-Jones.
    if (!/^\p{Ll}/u.test(tail) || /^[α-ω]$/u.test(tail) || !/\p{Ll}$/u.test(head)) return 'none'
    const tailWhole = /^[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/u.exec(after)?.[0] ?? tail
    if (words.has(head + tailWhole) || words.has(head + tail)) return 'hyphen'
    if (words.has(`${head}-${tailWhole}`) || words.has(`${head}-${tail}`)) return 'none'
    if (closedCompounds.has((head + tail).toLowerCase())) return 'hyphen'
    if (secondParts.test(tail) || firstParts.test(head)) return 'none'
    // In "dose-response-curve" the hyphens that stand within a line speak for the one at its end.
    if (head.includes('-')) {
      const part = head.split('-').at(-1) ?? head
      if (!words.has(part + tail)) return words.has(tail) ? 'none' : 'hyphen'
      return 'hyphen'
    }
    return head.length > 2 && tail.length > 2 && words.has(head) && words.has(tail) ? 'none' : 'hyphen'
  }
  const first = after.at(0) ?? ''
  if (isIdeographic(last) && isIdeographic(first)) return 'none'
  if (last === '—' && !/\s—$/.test(before)) return 'none'
  if (last === '–' && /\d–$/.test(before) && /^\d/.test(after)) return 'none'
  // An address that goes on.
  if (
    /(?:https?:\/\/|www\.|doi\.org\/|doi:\s?10\.)[^\s]*[/._=?&-]$/i.test(before) &&
    /^[\p{L}\p{N}]/u.test(after) &&
    last !== '.'
  )
    return 'none'
  return 'space'
}

/** Lines that follow each other as one text. */
export const joinedLines = (lines: readonly string[], words: DocumentWords): string =>
  lines.reduce((text, line) => {
    const how = text === '' ? 'none' : joint(text, line, words)
    return how === 'hyphen' ? `${text.slice(0, -1)}${line}` : `${text}${how === 'space' ? ' ' : ''}${line}`
  }, '')

const ideographic = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/

/** True for characters of scripts that part no words: Chinese and Japanese. */
const isIdeographic = (character: string): boolean => ideographic.test(character)
