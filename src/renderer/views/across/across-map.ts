import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { FileText } from 'lucide'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { acrossGraph, chooseEdges, chosenStatements } from '../../state/across.ts'
import { goToStatement } from '../../state/across-visit.ts'
import { WatchingElement } from '../../state/watch.ts'
import { directionSignStyles } from '../mechanisms/direction-sign.styles.ts'
import { MOST_AT_FIRST } from '../mechanisms/effect-map.ts'
import type { MapChooseEvent, MapDrawnEvent } from '../mechanisms/effect-map.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { acrossMapStyles } from './across-map.styles.ts'
import { whatIsSaid } from './statement-cells.ts'
import { statementCellsStyles } from './statement-cells.styles.ts'

/** Statements that are listed at once; more of them say little more. */
const PAGE = 100

/** The library's effects as a map, and beside it what the articles say of the effect or the thing that was chosen. */
@customElement('across-map')
export class AcrossMap extends WatchingElement {
  static override styles = [sidebarStyles, directionSignStyles, statementCellsStyles, acrossMapStyles]

  @state() private most = MOST_AT_FIRST
  /** What the reader chose; null leaves it to the size of the map. */
  @state() private chosenFamilies: boolean | null = null
  @state() private drawn: MapDrawnEvent['detail'] = { drawn: 0, all: 0 }

  protected override render() {
    const graph = acrossGraph.value
    if (graph === null) return html`<p class="note" role="status">Drawing the map…</p>`
    const families = this.chosenFamilies ?? graph.edges.length > MOST_AT_FIRST
    return html`
      <div class="map">
        <effect-map
          .graph=${graph}
          .most=${this.most}
          ?families=${families}
          @map-drawn=${(event: MapDrawnEvent) => {
            this.drawn = event.detail
          }}
          @map-choose=${(event: MapChooseEvent) => void chooseEdges(event.detail)}
        ></effect-map>
        <p class="foot faint">
          <button
            class="button"
            type="button"
            aria-pressed=${families}
            title="IL-1, IL-6 and IL-10 as one: the IL family"
            @click=${() => {
              this.chosenFamilies = !families
            }}
          >
            Families as one
          </button>
          ${this.#count(graph.all - graph.edges.length)}
        </p>
      </div>
      ${this.#statements(chosenStatements.value)}
    `
  }

  #count(unsent: number): TemplateResult {
    const { drawn, all } = this.drawn
    const more = Math.min(MOST_AT_FIRST, all - drawn)
    return html`<span
        >${drawn >= all ? counted(drawn, 'effect', 'effects') : `${drawn} of ${counted(all, 'effect', 'effects')}: those that most articles speak of`}${
          unsent > 0 ? `; ${counted(unsent, 'weaker one is', 'weaker ones are')} left out, filter to see them` : ''
        }</span
      >
      ${
        more <= 0
          ? nothing
          : html`<button
              class="link"
              type="button"
              @click=${() => {
                this.most = drawn + MOST_AT_FIRST
              }}
            >
              Show ${more} more
            </button>`
      }`
  }

  #statements(statements: readonly AcrossStatement[] | null): TemplateResult {
    if (statements === null)
      return html`<aside class="statements" aria-label="Statements">
        <p class="note">
          Choose an effect or a thing to read what the articles say. A number on a thing says how many effects more it
          has: press it, or the space bar, to unfold them.
        </p>
      </aside>`
    return html`<aside class="statements" aria-label="Statements">
      <div role="status"><h2>${counted(statements.length, 'statement', 'statements')}</h2></div>
      <ul>
        ${statements.slice(0, PAGE).map(
          statement =>
            html`<li>
              <button class="statement" type="button" @click=${() => void goToStatement(statement)}>
                <span class="said">${whatIsSaid(statement)}</span>
                <span class="article">${icon(FileText, 13)}<span>${statement.title}</span></span>
              </button>
            </li>`,
        )}
      </ul>
      ${statements.length > PAGE ? html`<p class="note">The first ${PAGE} are listed; the table has all of them.</p>` : nothing}
    </aside>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'across-map': AcrossMap
  }
}
