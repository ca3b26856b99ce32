import type { Contestant } from '../contestant.ts'
import type { ContestantName } from '../../contestant-names.ts'
import { apacheAnnotator } from './apache-annotator.ts'
import { approxStringMatch } from './approx-string-match.ts'
import { diffMatchPatch } from './diff-match-patch.ts'
import { domAnchorTextQuote } from './dom-anchor-text-quote.ts'
import { floor } from './floor.ts'
import { markJs } from './mark-js.ts'
import { noMarksOwnPage, pathmarkOwnPage } from './own-page.ts'
import { noMarks } from './no-marks.ts'
import { pathmark } from './pathmark.ts'
import { recogitoHighlights, recogitoSpans } from './recogito.ts'

export const contestants: Record<ContestantName, Contestant> = {
  'no-marks': noMarks,
  floor,
  pathmark,
  'no-marks-own-page': noMarksOwnPage,
  'pathmark-own-page': pathmarkOwnPage,
  'recogito-highlights': recogitoHighlights,
  'recogito-spans': recogitoSpans,
  'apache-annotator': apacheAnnotator,
  'mark-js': markJs,
  'approx-string-match': approxStringMatch,
  'dom-anchor-text-quote': domAnchorTextQuote,
  'diff-match-patch': diffMatchPatch,
}
