import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { GitCompareArrows, Search } from 'lucide'
import type { AcrossOverview } from '#core/bridge/calls.ts'
import { groupings } from '#core/mechanism/across/across-query.ts'
import type { AcrossQuery } from '#core/mechanism/across/across-query.ts'
import { factualities } from '#core/mechanism/across/agreement.ts'
import { directions } from '#core/mechanism/mechanism.ts'
import { icon } from '../../components/icon.ts'
import { directionNames } from '../mechanisms/effect-words.ts'
import { directionOf, factualityNamed, factualityNames } from '../mechanisms/map-filter.ts'
import { groupingNames } from './across-words.ts'

/** The value of the choice that lets only what is sure through, whether it is stated, hedged or negated. */
const SURE = 'sure'

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value

const certaintyOf = (value: string): Pick<AcrossQuery, 'factuality' | 'withoutDoubtful'> => ({
  factuality: factualityNamed(value),
  withoutDoubtful: value === SURE,
})

/** What of the library's effects is wanted, how it is put together, and what that comes to. */
export const acrossFilters = (
  query: AcrossQuery,
  documents: AcrossOverview['documents'],
  filtered: boolean,
  counts: string,
  change: (changes: Partial<AcrossQuery>) => void,
  clear: () => void,
): TemplateResult => {
  const certainty = query.withoutDoubtful ? SURE : (query.factuality ?? '')
  const option = (value: string, chosen: string, label: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === chosen}>${label}</option>`
  return html`
    <div class="filters" role="search" aria-label="Effects of the library">
      <label class="search">
        ${icon(Search, 15)}
        <input
          class="field"
          type="search"
          placeholder="Any name: IL-10, iNOS, pain…"
          aria-label="Search by name, in any spelling"
          maxlength="200"
          .value=${query.name}
          @input=${(event: Event) => change({ name: valueOf(event) })}
        />
      </label>
      <div class="segments" role="group" aria-label="Group by">
        ${groupings.map(
          grouping =>
            html`<button
              class="button"
              type="button"
              aria-pressed=${query.grouping === grouping}
              @click=${() => change({ grouping })}
            >
              ${groupingNames[grouping]}
            </button>`,
        )}
      </div>
      <select
        class="field"
        aria-label="Direction"
        @change=${(event: Event) => change({ direction: directionOf(valueOf(event)) })}
      >
        ${option('', query.direction ?? '', 'All directions')}
        ${directions.map(direction => option(direction, query.direction ?? '', directionNames[direction]))}
      </select>
      <select class="field" aria-label="Certainty" @change=${(event: Event) => change(certaintyOf(valueOf(event)))}>
        ${option('', certainty, 'Any certainty')} ${option(SURE, certainty, 'Without doubtful')}
        ${factualities.map(factuality => option(factuality, certainty, factualityNames[factuality]))}
      </select>
      <select
        class="field of-article"
        aria-label="Article"
        @change=${(event: Event) => change({ document: valueOf(event) === '' ? null : valueOf(event) })}
      >
        ${option('', query.document ?? '', 'All articles')}
        ${documents.map(({ id, title }) => option(id, query.document ?? '', title))}
      </select>
    </div>
    <div class="below">
      <p class="count faint" role="status">${counts}</p>
      ${filtered ? html`<button class="link" type="button" @click=${clear}>Clear filters</button>` : nothing}
      <button
        class="button"
        type="button"
        aria-pressed=${query.contradicted}
        @click=${() => change({ contradicted: !query.contradicted })}
      >
        ${icon(GitCompareArrows, 14)}Contradictions only
      </button>
    </div>
  `
}
