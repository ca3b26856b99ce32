import type { GivenText } from './text-items.ts'

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
/** Parts of an em from the baseline of an ideograph up to where it begins. */
const ABOVE = 0.88

/** Scripts that are written downwards, and their punctuation. */
const letter =
  /^[\u1100-\u11ff\u2010-\u2027\u2030-\u205e\u2500-\u25ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]$/u

interface Drawn {
  readonly given: GivenText
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A single letter that stands upright; null when a piece of text is anything else. */
const drawnOf = (given: GivenText): Drawn | null => {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = given.transform
  return b === 0 && c === 0 && a > 0 && d > 0 && letter.test(given.str.trim()) ? { given, x, y, size: d } : null
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

/** Pieces of text in the order in which a page draws them, with letters that stand one below the other put together. */
export const joinVertical = (items: readonly GivenText[]): readonly GivenText[] => {
  const stretches = stretchesOf(items)
  const columns = stretches.flatMap(({ letters }) => (letters.length >= FEWEST ? letters.slice(0, 1) : []))
  // A letter or two between what is written across, such as numbers, are of the column that they stand in.
  const isInColumn = (letter: Drawn): boolean =>
    columns.some(
      column =>
        Math.abs(column.size - letter.size) <= SAME_SIZE * letter.size &&
        Math.abs(middle(column) - middle(letter)) <= BESIDE * letter.size,
    )
  return stretches.flatMap(({ letters, taken }) => {
    const [first] = letters
    const whole = first !== undefined && (letters.length >= FEWEST || isInColumn(first)) ? columnOf(letters) : null
    return whole === null ? taken : [whole]
  })
}
