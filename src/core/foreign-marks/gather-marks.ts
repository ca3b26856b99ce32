import { cleanTags } from '../annotation/clean-tags.ts'
import type { ForeignMark, MarkedWork, ReadMarks, WorkMarks } from './foreign-mark.ts'

/** Marks that are taken from one file: a reader's life of them is some tens of thousands. */
export const MOST_MARKS = 100_000
/** Characters of one quote and of one note; what is longer is no mark. */
const LONGEST_QUOTE = 100_000
const LONGEST_NOTE = 1_000_000
const LONGEST_LINE = 2_000
const MOST_TAGS = 200
const MOST_WARNINGS = 50

/** A mark as a reader of a format gives it; what is left out is empty, and a highlight. */
export type GivenMark = Partial<Omit<ForeignMark, 'program'>> & { readonly id: string }

const keyOf = ({ title, authors, address = '', doi = '', isbn = '', document = '' }: MarkedWork): string =>
  [title, authors.join('\n'), address, doi, isbn, document].join('\u0000')

const isShort = (text: string | undefined, most = LONGEST_LINE): boolean => (text ?? '').length <= most

const isSmall = ({ id, quote, prefix, suffix, note, tags = [], place, dated, by }: ForeignMark): boolean =>
  isShort(quote, LONGEST_QUOTE) &&
  isShort(note, LONGEST_NOTE) &&
  [id, prefix, suffix, dated, by, place?.page, place?.location, place?.chapter, ...(place?.pointers ?? [])].every(
    line => isShort(line),
  ) &&
  tags.length <= MOST_TAGS &&
  tags.every(tag => isShort(tag))

/** Gathers what a reader of a format finds: the marks of each work together, each once, as many as may be. */
export class GatheredMarks {
  readonly #program: ForeignMark['program']
  readonly #works = new Map<string, { readonly work: MarkedWork; readonly marks: Map<string, ForeignMark> }>()
  readonly #warnings: string[] = []
  #untold = 0
  #count = 0
  #beyond = 0

  constructor(program: ForeignMark['program']) {
    this.#program = program
  }

  /** A mark with an id that its work has already is the same mark, in a later state. */
  add(work: MarkedWork, given: GivenMark, program: ForeignMark['program'] = this.#program): void {
    const mark: ForeignMark = {
      kind: 'highlight',
      quote: '',
      prefix: '',
      suffix: '',
      style: 'highlight',
      note: '',
      ...given,
      program,
      tags: cleanTags(given.tags ?? []),
    }
    if (!isSmall(mark) || !isShort(work.title) || !work.authors.every(author => isShort(author))) {
      this.warn(`A mark in “${work.title.slice(0, 80)}” is longer than a mark can be, and was not taken.`)
      return
    }
    const key = keyOf(work)
    const known = this.#works.get(key) ?? { work, marks: new Map<string, ForeignMark>() }
    if (!known.marks.has(mark.id)) {
      if (this.#count >= MOST_MARKS) {
        this.#beyond += 1
        return
      }
      this.#count += 1
    }
    this.#works.set(key, known)
    known.marks.set(mark.id, mark)
  }

  warn(line: string): void {
    if (this.#warnings.length < MOST_WARNINGS) this.#warnings.push(line)
    else this.#untold += 1
  }

  result(): ReadMarks {
    const works = [...this.#works.values()].map(({ work, marks }): WorkMarks => ({ work, marks: [...marks.values()] }))
    const more = [
      ...(this.#untold > 0 ? [`There are ${this.#untold} more remarks of this kind.`] : []),
      ...(this.#beyond > 0
        ? [
            `The file holds more than ${MOST_MARKS} marks; ${this.#beyond} were not taken. Divide it and import the rest.`,
          ]
        : []),
    ]
    return { program: this.#program, works, warnings: [...this.#warnings, ...more] }
  }
}
