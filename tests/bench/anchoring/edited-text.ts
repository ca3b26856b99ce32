import type { Span } from '#core/text/span.ts'

/**
 * A stretch of the new text and the old one that it stands for. `from` is null for words that were put in. A run that is
 * `kept` has the very characters of `from`; another one has taken their place as a whole.
 */
interface Run {
  readonly text: string
  readonly from: Span | null
  readonly kept: boolean
  /** An edit changed a word here on which the meaning hangs. */
  readonly meaning: boolean
}

/** A text on its way from old to new: what does not stand in a run any more was taken out. */
export interface EditedText {
  readonly old: string
  readonly runs: readonly Run[]
}

/** Words in place of others: offsets into the text as it is now. An empty span puts words in, empty words take some out. */
export interface Edit extends Span {
  readonly text: string
  readonly meaning?: boolean
}

export const unedited = (old: string): EditedText => ({
  old,
  runs: [{ text: old, from: { start: 0, end: old.length }, kept: true, meaning: false }],
})

export const textOf = (edited: EditedText): string => edited.runs.map(run => run.text).join('')

const part = (run: Run, start: number, end: number): Run => ({
  ...run,
  text: run.text.slice(start, end),
  from: run.kept && run.from ? { start: run.from.start + start, end: run.from.start + end } : run.from,
})

/** Runs in which `offset` is a border, except inside words that took the place of others: those stay whole. */
const splitAt = (runs: readonly Run[], offset: number): { before: Run[]; after: Run[] } => {
  const before: Run[] = []
  const after: Run[] = []
  let start = 0
  for (const run of runs) {
    const end = start + run.text.length
    if (end <= offset) before.push(run)
    else if (start >= offset) after.push(run)
    else if (run.kept || run.from === null) {
      before.push(part(run, 0, offset - start))
      after.push(part(run, offset - start, run.text.length))
    } else before.push(run)
    start = end
  }
  return { before, after }
}

const hull = (runs: readonly Run[]): Span | null => {
  const spans = runs.flatMap(run => (run.from ? [run.from] : []))
  return spans.length === 0
    ? null
    : { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) }
}

/** Makes the edits, which must not overlap. One that would begin or end inside words already replaced is left out. */
export const applyEdits = (edited: EditedText, edits: readonly Edit[]): EditedText => {
  const done: Run[] = []
  let rest: readonly Run[] = edited.runs
  let offset = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < offset) continue
    const { before, after } = splitAt(rest, edit.start - offset)
    const passed = before.reduce((sum, run) => sum + run.text.length, 0)
    done.push(...before)
    rest = after
    offset += passed
    if (offset !== edit.start) continue
    const { before: taken, after: left } = splitAt(rest, edit.end - edit.start)
    if (taken.reduce((sum, run) => sum + run.text.length, 0) !== edit.end - edit.start) continue
    const meaning = edit.meaning === true || taken.some(run => run.meaning)
    if (edit.text !== '') done.push({ text: edit.text, from: hull(taken), kept: false, meaning })
    rest = left
    offset = edit.end
  }
  return { old: edited.old, runs: [...done, ...rest] }
}

/** Takes a span out and puts it in at `to`, both offsets into the text as it is now; `to` must lie outside of the span. */
export const moveSpan = (edited: EditedText, span: Span, to: number): EditedText => {
  const { before, after } = splitAt(edited.runs, span.start)
  const { before: moved, after: rest } = splitAt(after, span.end - span.start)
  const target = to <= span.start ? to : to - (span.end - span.start)
  const place = splitAt([...before, ...rest], target)
  return { old: edited.old, runs: [...place.before, ...moved, ...place.after] }
}

/** What became of an old span. Offsets of `span` into the new text, without white space around it. */
export type Truth =
  /** It is there; `meaning` tells that an edit touched a word in it on which the meaning hangs. */
  | { readonly kind: 'here'; readonly span: Span; readonly meaning: boolean }
  /** A part of it is there: to find that part and to give up are both right. */
  | { readonly kind: 'partly'; readonly span: Span }
  | { readonly kind: 'gone' }
  /** Its parts went to different places, and no answer is the right one. */
  | { readonly kind: 'parted' }

/** More words put in than this, as a share of its own, make another passage of it. */
const MOSTLY_ITS_OWN = 0.5
/** Of its characters, white space aside, this share has to be there for a passage to count as being there. */
const MOSTLY = 0.75

/** Characters that show: neither white space nor soft hyphens. */
export const inked = (text: string): number => text.replace(/[\s\u00ad]/gu, '').length

export const trimSpan = (text: string, { start, end }: Span): Span => {
  const piece = text.slice(start, end)
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
}

export const truthOf = (edited: EditedText, span: Span): Truth => {
  const pieces: { start: number; end: number; from: Span; meaning: boolean }[] = []
  let foreign = false
  let parted = false
  let survived = 0
  let offset = 0
  for (const { text, from, kept, meaning } of edited.runs) {
    const start = offset
    offset += text.length
    if (from === null) continue
    const shared = { start: Math.max(from.start, span.start), end: Math.min(from.end, span.end) }
    const ink = shared.start < shared.end ? inked(edited.old.slice(shared.start, shared.end)) : 0
    if (ink === 0) {
      if (pieces.length > 0 && inked(text) > 0) foreign = true
      continue
    }
    const last = pieces.at(-1)
    if (last && (foreign || last.from.start > from.start)) parted = true
    foreign = false
    survived += ink
    const cut = (at: number): number => Math.min(text.length, at - from.start)
    pieces.push({
      start: start + cut(shared.start),
      end: shared.end === from.end && !kept ? offset : start + cut(shared.end),
      from,
      meaning,
    })
  }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return { kind: 'gone' }
  if (parted) return { kind: 'parted' }
  const found = trimSpan(textOf(edited), { start: first.start, end: last.end })
  if (found.end <= found.start) return { kind: 'gone' }
  const own = inked(edited.old.slice(span.start, span.end))
  const put = inked(textOf(edited).slice(found.start, found.end)) - survived
  return survived < MOSTLY * own || put > MOSTLY_ITS_OWN * own
    ? { kind: 'partly', span: found }
    : { kind: 'here', span: found, meaning: pieces.some(piece => piece.meaning) }
}

/** The way back: the new text is the old one, and what was put in was taken out. No run may have been moved. */
export const inverted = ({ old, runs }: EditedText): EditedText => {
  const back: Run[] = []
  let before = 0
  let after = 0
  const put = (from: Span, text: string, kept: boolean, meaning: boolean): void => {
    if (text !== '') back.push({ text, from: from.start < from.end ? from : null, kept, meaning })
  }
  for (const { text, from, kept, meaning } of runs) {
    const place = { start: after, end: after + text.length }
    after = place.end
    if (from === null) continue
    put({ start: place.start, end: place.start }, old.slice(before, from.start), false, false)
    put(place, old.slice(from.start, from.end), kept, meaning)
    before = from.end
  }
  put({ start: after, end: after }, old.slice(before), false, false)
  return { old: runs.map(run => run.text).join(''), runs: back }
}
