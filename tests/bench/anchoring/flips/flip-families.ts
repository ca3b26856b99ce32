import type { ArticleText } from '#core/article/article.ts'
import { sentenceSpans } from '#core/text/sentences.ts'
import type { Span } from '#core/text/span.ts'
import { articleOf, headingsOf } from '../article-text.ts'
import { caseOf } from '../case.ts'
import type { AnchoringCase, CaseSet, Expected, Family } from '../case.ts'
import { applyEdits, unedited } from '../edited-text.ts'
import type { Edit, EditedText } from '../edited-text.ts'
import type { Random } from '../random.ts'
import { biomedicalProse } from '../sources.ts'
import { editWords } from '../word-edits.ts'
import { editsBetween } from './edits-between.ts'
import { makeFlips } from './template.ts'
import type { Flip } from './template.ts'
import { developmentTemplates } from './templates-development.ts'
import { heldOutTemplates } from './templates-held-out.ts'

/** Sentences made of each template. */
const VARIANTS = 3
/** Sentences with look-alikes in one article; with more of them the article would consist of templates. */
const IN_ONE_ARTICLE = 12

/** An article in which some sentences have look-alikes, and where they stand. */
interface Host {
  readonly article: ArticleText
  readonly placed: readonly { readonly flip: Flip; readonly span: Span }[]
}

/** Puts the originals into a copy of `article`, each after a sentence of a paragraph of its own where there are enough. */
const hostOf = (article: ArticleText, flips: readonly Flip[], random: Random): Host => {
  const ends = sentenceSpans(article.text).filter(({ start, end }) => end - start > 40)
  const places = random.sample(ends, flips.length)
  const parts: string[] = []
  const placed: { flip: Flip; span: Span }[] = []
  let from = 0
  let length = 0
  for (const [index, { end }] of places.entries()) {
    const flip = flips[index]
    if (!flip) break
    const before = `${article.text.slice(from, end)} `
    const start = length + before.length
    placed.push({ flip, span: { start, end: start + flip.original.length } })
    parts.push(before, flip.original)
    length = start + flip.original.length
    from = end
  }
  parts.push(article.text.slice(from))
  return { article: articleOf(parts.join(''), headingsOf(article)), placed }
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** The differing words with some words on either side, at least 20 characters; what a reader marks who wants the point only. */
const aroundCore = ({ original, core }: Flip, random: Random): Span => {
  let { start, end } = core
  const reach = random.between(1, 3)
  for (let step = 0; step < reach || end - start < 20; step++) {
    if (start === 0 && end === original.length) break
    start = Math.max(0, original.lastIndexOf(' ', start - 2) + 1)
    const next = original.indexOf(' ', end + 1)
    end = next === -1 ? original.length : next
  }
  return { start, end }
}

/** One change to the sentence of each flip, and what is then right for an annotation on it. */
interface FlipPlan {
  readonly name: string
  /** Edits to the host for one placed sentence; `elsewhere` is an offset at the end of a sentence far from it. */
  edits(flip: Flip, span: Span, elsewhere: number, random: Random): Edit[]
  /** Undefined where the truth kept through the edits says what is right. */
  readonly expected?: (flip: Flip) => Expected
  /** Share of words edited in the rest of the article. */
  readonly wordEdits?: number
  readonly only?: (flip: Flip) => boolean
}

const replace = (span: Span, text: string): Edit => ({ ...span, text })
const putIn = (offset: number, text: string): Edit => ({ start: offset, end: offset, text })
/** Takes the sentence out together with the space that parts it from the one before. */
const takeOut = ({ start, end }: Span): Edit => ({ start: start - 1, end, text: '' })
const refuse = ({ kind, flipped }: Flip): Expected => ({ kind: 'refuse', because: `${kind}: “${flipped}”` })
const hasHarmless = ({ original, harmless }: Flip): boolean => original !== harmless

const harmlessEdits = ({ original, harmless }: Flip, { start }: Span): Edit[] =>
  editsBetween(original, harmless).map(edit => ({ ...edit, start: start + edit.start, end: start + edit.end }))

const beside = (span: Span, text: string, random: Random): Edit =>
  random.next() < 0.5 ? putIn(span.end, ` ${text}`) : putIn(span.start, `${text} `)

const plans: readonly FlipPlan[] = [
  { name: 'look-alike in its place', edits: (flip, span) => [replace(span, flip.flipped)], expected: refuse },
  {
    name: 'edited look-alike in its place',
    edits: (flip, span) => [replace(span, flip.flippedAndEdited)],
    expected: refuse,
    wordEdits: 0.05,
    only: hasHarmless,
  },
  { name: 'look-alike beside the original', edits: (flip, span, _, random) => [beside(span, flip.flipped, random)] },
  {
    name: 'look-alike beside the edited original',
    edits: (flip, span, _, random) => [...harmlessEdits(flip, span), beside(span, flip.flipped, random)],
    only: hasHarmless,
  },
  {
    name: 'look-alike elsewhere, original gone',
    edits: (flip, span, elsewhere) => [takeOut(span), putIn(elsewhere, ` ${flip.flipped}`)],
    expected: refuse,
  },
  { name: 'harmless edit in its place', edits: (flip, span) => harmlessEdits(flip, span), only: hasHarmless },
]

/** Makes the plan's edits, and then those of words anywhere, the look-alikes included. */
const carryOut = (host: Host, plan: FlipPlan, random: Random): EditedText => {
  const { text } = host.article
  const ends = sentenceSpans(text)
    .filter(({ start, end }) => end - start > 40)
    .map(({ end }) => end)
  const edits = host.placed.flatMap(({ flip, span }) => {
    const far = ends.filter(
      end =>
        Math.abs(end - span.start) > 1500 &&
        !host.placed.some(({ span: other }) => other.end === end || other.start - 1 === end),
    )
    return plan.edits(flip, span, random.pick(far), random)
  })
  const edited = applyEdits(unedited(text), edits)
  return plan.wordEdits === undefined ? edited : editWords(edited, plan.wordEdits, random)
}

const casesOf = (plan: FlipPlan, set: CaseSet, random: Random): AnchoringCase[] => {
  const templates = set === 'development' ? developmentTemplates : heldOutTemplates
  const flips = makeFlips(templates, VARIANTS, random).filter(plan.only ?? (() => true))
  const articles = biomedicalProse()
  // No host holds two sentences of one template: one might say, word for word, what the other's look-alike says.
  const rounds = Array.from({ length: VARIANTS }, (_, round) => flips.filter(({ variant }) => variant === round))
  return rounds
    .flatMap(round => chunks(random.shuffle(round), IN_ONE_ARTICLE))
    .map((chunk, number) => {
      const host = hostOf(random.pick(articles).article, chunk, random)
      const edited = carryOut(host, plan, random)
      const overrides = new Map<Span, Expected>()
      const spans = host.placed.flatMap(({ flip, span }) => {
        const core = aroundCore(flip, random)
        const narrow = { start: span.start + core.start, end: span.start + core.end }
        const both = [span, ...(narrow.end - narrow.start < span.end - span.start ? [narrow] : [])]
        for (const one of both) if (plan.expected) overrides.set(one, plan.expected(flip))
        return both
      })
      return caseOf({ family: plan.name, set, name: `host ${number + 1}` }, host.article, spans, edited, overrides)
    })
}

export const flipFamilies: readonly Family[] = plans.map(plan => ({
  name: plan.name,
  cases: (set, random) => casesOf(plan, set, random),
}))
