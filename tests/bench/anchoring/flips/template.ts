import { textOf, unedited } from '../edited-text.ts'
import type { Random } from '../random.ts'
import { editWords } from '../word-edits.ts'

/** What a sentence and its look-alike differ in. */
type FlipKind =
  | 'polarity'
  | 'negation'
  | 'number'
  | 'unit'
  | 'comparison'
  | 'order'
  | 'entity'
  | 'swapped entities'
  | 'prefix'
  | 'quantity'
  | 'side'
  | 'modality'

/**
 * Sentences in which `<a|b>` says one thing and, in the look-alike, another one, and `[a|b]` is an edit that leaves what
 * is said as it was. `{gene}` stands for a name of that list, `{gene2}` for another one of the same list.
 */
export interface FlipTemplates {
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly templates: Readonly<Record<FlipKind, readonly string[]>>
}

export interface Flip {
  readonly kind: FlipKind
  /** 0 for the first sentence made of its template, 1 for the second, and so on. */
  readonly variant: number
  readonly original: string
  readonly flipped: string
  /** The original after one or more edits, outside of the differing words, that change nothing of what it says. */
  readonly harmless: string
  /** The look-alike after the same edits. */
  readonly flippedAndEdited: string
  /** Where the differing words begin and end in the original, from the first to the last. */
  readonly core: { readonly start: number; readonly end: number }
}

const fillNames = (template: string, { names }: FlipTemplates, random: Random): string => {
  const chosen = new Map<string, readonly string[]>()
  return template.replace(/\{([a-z]+)(\d?)\}/g, (_, list: string, number: string) => {
    const known = chosen.get(list) ?? random.shuffle(names[list] ?? [])
    chosen.set(list, known)
    const name = known[Number(number || 1) - 1]
    if (name === undefined) throw new Error(`There are not enough names of the kind “${list}”.`)
    return name
  })
}

const SLOT = /<([^|>]*)\|([^>]*)>|\[([^|\]]*)\|([^\]]*)\]/g

const sentence = (text: string): string => {
  const spaced = text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .trim()
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1)
}

const render = (template: string, flipped: boolean, edited: boolean): string =>
  sentence(
    template.replace(SLOT, (_, a?: string, b?: string, c?: string, d?: string) =>
      a === undefined ? ((edited ? d : c) ?? '') : ((flipped ? b : a) ?? ''),
    ),
  )

/** The differing words of two sentences: what their common beginning and end leave, widened to whole words. */
const coreOf = (original: string, flipped: string): { start: number; end: number } => {
  const a = original.split(' ')
  const b = flipped.split(' ')
  let first = 0
  while (first < a.length - 1 && a[first] === b[first]) first++
  let last = 0
  while (last < a.length - 1 - first && a.at(-1 - last) === b.at(-1 - last)) last++
  const start = a.slice(0, first).join(' ').length + Number(first > 0)
  return { start, end: a.slice(0, a.length - last).join(' ').length }
}

const TRIALS = 20

/** Words before or after the differing ones, with an edit or two. */
const editBeside = (words: string, random: Random): string => {
  const share = 1.4 / Math.max(1, words.split(' ').length)
  const edited = editWords(unedited(words), share, random)
  return edited.runs.some(run => run.meaning) ? words : textOf(edited)
}

/** The edits that a template names, or where it names none, edits of the kind that any text gets. */
const editBoth = (filled: string, core: Flip['core'], random: Random): Pick<Flip, 'harmless' | 'flippedAndEdited'> => {
  const original = render(filled, false, false)
  const flipped = render(filled, true, false)
  const named = { harmless: render(filled, false, true), flippedAndEdited: render(filled, true, true) }
  if (named.harmless !== original) return named
  const before = original.slice(0, core.start)
  const after = original.slice(core.end)
  const put = (whole: string, [left, right]: readonly [string, string]): string =>
    left + whole.slice(before.length, whole.length - after.length) + right
  for (let trial = 0; trial < TRIALS; trial++) {
    const sides = [editBeside(before, random), editBeside(after, random)] as const
    const harmless = put(original, sides)
    if (harmless !== original) return { harmless, flippedAndEdited: put(flipped, sides) }
  }
  return named
}

/** `count` look-alike pairs of each template, no two alike. */
export const makeFlips = (source: FlipTemplates, count: number, random: Random): Flip[] => {
  const flips = new Map<string, Flip>()
  for (const [kind, templates] of Object.entries(source.templates)) {
    for (const template of templates) {
      for (let made = 0; made < count; made++) {
        const filled = fillNames(template, source, random)
        const original = render(filled, false, false)
        const flipped = render(filled, true, false)
        if (original === flipped) throw new Error(`The template says the same twice: ${template}`)
        const core = coreOf(original, flipped)
        flips.set(original, {
          kind: kind as FlipKind,
          variant: made,
          original,
          flipped,
          core,
          ...editBoth(filled, core, random),
        })
      }
    }
  }
  return [...flips.values()]
}
