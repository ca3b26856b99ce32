/** Everything that takes part, and what it is: shared by the page and by the program that drives it. */
export const contestantNames = [
  'no-marks',
  'floor',
  'pathmark',
  'no-marks-own-page',
  'pathmark-own-page',
  'recogito-highlights',
  'recogito-spans',
  'apache-annotator',
  'mark-js',
  'approx-string-match',
  'dom-anchor-text-quote',
  'diff-match-patch',
] as const
export type ContestantName = (typeof contestantNames)[number]

interface Described {
  readonly title: string
  /** One sentence on what it did here. */
  readonly did: string
  readonly anchors: boolean
  /** Whether it looks for the words when they are not at their old position. */
  readonly findsMoved: boolean
  readonly paints: boolean
  readonly peer: boolean
  /** A page without marks, which others are held against. */
  readonly bare?: true
}

export const described: Readonly<Record<ContestantName, Described>> = {
  'no-marks': {
    title: 'page without marks',
    bare: true,
    did: 'The article alone: what a frame and its memory cost anyway.',
    anchors: false,
    findsMoved: false,
    paints: true,
    peer: false,
  },
  floor: {
    title: 'floor',
    did: 'Text nodes with their offsets, quotes by position or else `indexOf`, one shared `Highlight` filled for a screen either side of the view, a linear search under the pointer; no verdicts, no colours, no overlap.',
    anchors: true,
    findsMoved: true,
    paints: true,
    peer: false,
  },
  pathmark: {
    title: '**Pathmark**',
    did: 'Maps the article, gives a verdict for each mark (`anchorAll`), paints each with its colour and the overlaps (`Painter`), finds marks under the pointer in its index.',
    anchors: true,
    findsMoved: true,
    paints: true,
    peer: false,
  },
  'no-marks-own-page': {
    title: 'own page without marks',
    bare: true,
    did: 'The article alone as the reading view builds it: chunks with `content-visibility`, of which only those near the view are laid out.',
    anchors: false,
    findsMoved: false,
    paints: true,
    peer: false,
  },
  'pathmark-own-page': {
    title: '**Pathmark, own page**',
    did: 'The same work on that page, which is what a reader gets.',
    anchors: false,
    findsMoved: false,
    paints: true,
    peer: false,
  },
  'recogito-highlights': {
    title: 'Recogito, CSS highlights',
    did: '`@recogito/text-annotator` revives each annotation by its position, keeps the boxes of all in an R-tree and makes a `Highlight` for each one in view; it waits until scrolling has paused.',
    anchors: true,
    findsMoved: false,
    paints: true,
    peer: true,
  },
  'recogito-spans': {
    title: 'Recogito, spans',
    did: 'The same with its usual renderer, which lays an element over each line of each mark in view; anchoring is the same and not measured twice.',
    anchors: false,
    findsMoved: false,
    paints: true,
    peer: true,
  },
  'apache-annotator': {
    title: 'Apache Annotator',
    did: '`@apache-annotator/dom` matches each quote with its context in the DOM, and wraps each passage in `mark` elements; its ranges are made anew before each, since wrapping spoils others.',
    anchors: true,
    findsMoved: true,
    paints: true,
    peer: true,
  },
  'mark-js': {
    title: 'mark.js',
    did: '`markRanges` wraps passages that are given by position; it takes no overlaps, so marks are cut into pieces at each other’s edges first.',
    anchors: false,
    findsMoved: false,
    paints: true,
    peer: true,
  },
  'approx-string-match': {
    title: 'approx-string-match',
    did: 'All exact occurrences by `indexOf` and only without any the approximate search, the best context winning; it paints nothing.',
    anchors: true,
    findsMoved: true,
    paints: false,
    peer: true,
  },
  'dom-anchor-text-quote': {
    title: 'dom-anchor-text-quote',
    did: '`toRange` with the old position as its hint; it paints nothing.',
    anchors: true,
    findsMoved: true,
    paints: false,
    peer: true,
  },
  'diff-match-patch': {
    title: 'diff-match-patch',
    did: '`match_main` for the first and the last 32 characters of the quote from the old position; it paints nothing.',
    anchors: true,
    findsMoved: true,
    paints: false,
    peer: true,
  },
}
