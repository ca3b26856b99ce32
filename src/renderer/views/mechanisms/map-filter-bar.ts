import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { factualities } from '#core/mechanism/across/agreement.ts'
import { directions } from '#core/mechanism/mechanism.ts'
import { directionNames } from './effect-words.ts'
import { directionOf, factualityNamed, factualityNames } from './map-filter.ts'
import type { MapFilter } from './map-filter.ts'

interface MapFilterChanges {
  readonly filter: (filter: MapFilter) => void
  readonly families: (families: boolean) => void
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value

/** What of a large map is to be drawn: a name, a direction, how it is stated, and whether families are one thing. */
export const mapFilterBar = (filter: MapFilter, families: boolean, change: MapFilterChanges): TemplateResult => html`
  <div class="filters" role="search" aria-label="Effects on the map">
    <input
      class="field"
      type="search"
      placeholder="Name"
      aria-label="Name on the map"
      .value=${filter.name}
      @input=${(event: Event) => change.filter({ ...filter, name: valueOf(event) })}
    />
    <select
      class="field"
      aria-label="Direction"
      .value=${filter.direction ?? ''}
      @change=${(event: Event) => change.filter({ ...filter, direction: directionOf(valueOf(event)) })}
    >
      <option value="">All directions</option>
      ${directions.map(direction => html`<option value=${direction}>${directionNames[direction]}</option>`)}
    </select>
    <select
      class="field"
      aria-label="How it is stated"
      .value=${filter.factuality ?? ''}
      @change=${(event: Event) => change.filter({ ...filter, factuality: factualityNamed(valueOf(event)) })}
    >
      <option value="">However stated</option>
      ${factualities.map(factuality => html`<option value=${factuality}>${factualityNames[factuality]}</option>`)}
    </select>
    <button class="button" type="button" aria-pressed=${families} @click=${() => change.families(!families)}>
      Families as one
    </button>
  </div>
`
