import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { Check, GitCompareArrows, ArrowUpDown } from 'lucide'
import type { IconNode } from 'lucide'
import type { AcrossGroup } from '#core/mechanism/across/across-groups.ts'
import type { Grouping } from '#core/mechanism/across/across-query.ts'
import type { Verdict } from '#core/mechanism/across/agreement.ts'
import { saidOf, verdictWords } from '#core/mechanism/across/group-words.ts'
import { entityTypeLooks } from '../../components/entity-type.ts'
import { icon } from '../../components/icon.ts'
import { directionSigns } from '../mechanisms/effect-words.ts'
import { verdictExplained } from './across-words.ts'

const verdictIcons: Readonly<Record<Verdict, IconNode>> = {
  contradicted: GitCompareArrows,
  'both-ways': ArrowUpDown,
  agreed: Check,
  single: Check,
}

/** The cells of a group's row: its name, what the articles say, and how many they are. */
export const groupCells = (group: AcrossGroup, grouping: Grouping, handle: TemplateResult): TemplateResult => html`
  <div class="cell thing" role="gridcell">
    <span class="handle">${handle}</span>
    ${group.type === null ? html`<span class="no-type"></span>` : html`<span class="type" title=${entityTypeLooks[group.type].name}>${icon(entityTypeLooks[group.type].icon, 15)}</span>`}
    <span class="name" title=${group.name}>${group.name}</span>
    ${group.own === 0 ? nothing : html`<span class="mark own" title="${group.own} written or corrected by you">yours</span>`}
  </div>
  <div class="cell tallies" role="gridcell">
    ${verdict(group.verdict)}
    ${saidOf(group, grouping).map(
      ({ direction, factuality, words }) =>
        html`<span class="tally ${direction} ${factuality}"
          ><span class="glyph" aria-hidden="true">${factuality === 'negated' ? '✕' : directionSigns[direction]}</span
          >${words}</span
        >`,
    )}
  </div>
  <div class="cell count" role="gridcell">${group.articles.toLocaleString('en')}</div>
  <div class="cell count" role="gridcell">${group.effects.toLocaleString('en')}</div>
`

const verdict = (reached: Verdict): TemplateResult | typeof nothing => {
  const words = verdictWords[reached]
  return words === null
    ? nothing
    : html`<span class="verdict ${reached}" title=${verdictExplained[reached] ?? ''}
        >${icon(verdictIcons[reached], 12)}${words}</span
      >`
}
