import type { GivenText } from './given-text.ts'

/**
 * Vertical writing that a file draws letter by letter in a font for lines that go across, as browsers and office programs do: each
 * letter stands below the one before it.
 */

/** Letters one below the other that are no accident, such as a column of single letters in a table. */
const FEWEST = 3
/** Parts of the size by which a letter may stand beside the middle of the one above it, and be larger or smaller. */
const BESIDE = 0.12
const SAME_SIZE = 0.05
/** Ems from one letter to the next: punctuation takes half of one, and justified lines have more room. */
const LEAST_STEP = 0.45
const MOST_STEP = 1.6
/** Steps in which columns are looked up: of the logarithm of the size, and ems; no smaller than what counts as the same. */
const SIZE_STEP = 0.06
const MIDDLE_STEP = 0.15
/** Parts of an em from the baseline of an ideograph up to where it begins. */
const ABOVE = 0.88

/** Scripts that are written downwards, and their punctuation. */
const writtenDownwards =
  /^[\u1100-\u11ff\u2010-\u2027\u2030-\u205e\u2500-\u25ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]$/u

/** What one column has some of at least: dashes and bullets alone are cells below each other. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

interface Drawn {
  readonly given: GivenText
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A single letter that stands upright; null when a piece of text is anything else. */
const drawnOf = (given: GivenText): Drawn | null => {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = given.transform
  return b === 0 && c === 0 && a > 0 && d > 0 && writtenDownwards.test(given.str.trim())
    ? { given, x, y, size: d }
    : null
}

const middle = ({ x, given }: Drawn): number => x + given.width / 2

const isBelow = (above: Drawn, below: Drawn): boolean => {
  const step = (above.y - below.y) / above.size
  return (
    Math.abs(below.size - above.size) <= SAME_SIZE * above.size &&
    Math.abs(middle(below) - middle(above)) <= BESIDE * above.size &&
    step >= LEAST_STEP &&
    step <= MOST_STEP
  )
}

/** A column of letters as one piece of text in a font that is written downwards. */
const columnOf = (letters: readonly Drawn[]): GivenText | null => {
  const [first] = letters
  const last = letters.at(-1)
  if (first === undefined || last === undefined) return null
  const { given, size } = first
  return {
    ...given,
    str: letters.map(one => one.given.str.trim()).join(''),
    dir: 'ltr',
    vertical: true,
    height: first.y - last.y + size,
    transform: [size, 0, 0, size, middle(first), first.y + ABOVE * size],
  }
}

/** Pieces of text that may be letters of a column, with the empty pieces between them; other pieces by themselves. */
interface Stretch {
  readonly letters: readonly Drawn[]
  readonly taken: readonly GivenText[]
}

const stretchesOf = (items: readonly GivenText[]): readonly Stretch[] => {
  const stretches: { readonly letters: Drawn[]; readonly taken: GivenText[] }[] = []
  for (const given of items) {
    const drawn = drawnOf(given)
    const open = stretches.at(-1)
    const last = open?.letters.at(-1)
    const goesOn = last !== undefined && (drawn === null ? given.str.trim() === '' : isBelow(last, drawn))
    if (open === undefined || !goesOn) stretches.push({ letters: drawn === null ? [] : [drawn], taken: [given] })
    else {
      open.taken.push(given)
      if (drawn !== null) open.letters.push(drawn)
    }
  }
  return stretches
}

const isColumn = ({ letters }: Stretch): boolean =>
  letters.length >= FEWEST && letters.some(({ given }) => ideograph.test(given.str))

/** Columns by their size and their middle, so that few have to be looked at for a letter. */
class Columns {
  readonly #byPlace = new Map<string, Drawn[]>()

  add(column: Drawn): void {
    const place = Columns.#places(column, 0)[0] ?? ''
    const there = this.#byPlace.get(place) ?? []
    if (there.some(other => other.size === column.size && middle(other) === middle(column))) return
    this.#byPlace.set(place, [...there, column])
  }

  /** True when a letter stands in one of the columns. */
  has(letter: Drawn): boolean {
    const isBeside = (column: Drawn): boolean =>
      Math.abs(column.size - letter.size) <= SAME_SIZE * letter.size &&
      Math.abs(middle(column) - middle(letter)) <= BESIDE * letter.size
    return Columns.#places(letter, 1).some(place => this.#byPlace.get(place)?.some(isBeside) === true)
  }

  /** Names of the place of a letter and of so many around it, in steps no smaller than what counts as beside. */
  static #places(letter: Drawn, around: number): string[] {
    const steps = Array.from({ length: 2 * around + 1 }, (_, index) => index - around)
    const size = Math.round(Math.log(letter.size) / SIZE_STEP)
    return steps.flatMap(smaller => {
      const width = MIDDLE_STEP * Math.exp((size + smaller) * SIZE_STEP)
      return steps.map(step => `${size + smaller} ${Math.round(middle(letter) / width) + step}`)
    })
  }
}

/** Pieces of text in the order in which a page draws them, with letters that stand one below the other put together. */
export const joinVertical = (items: readonly GivenText[]): readonly GivenText[] => {
  const stretches = stretchesOf(items)
  const columns = new Columns()
  for (const stretch of stretches)
    if (isColumn(stretch) && stretch.letters[0] !== undefined) columns.add(stretch.letters[0])
  return stretches.flatMap(stretch => {
    const { letters, taken } = stretch
    const [first] = letters
    // A letter or two between what is written across, such as numbers, are of the column that they stand in.
    const whole = first !== undefined && (isColumn(stretch) || columns.has(first)) ? columnOf(letters) : null
    return whole === null ? taken : [whole]
  })
}
