import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { Library, RotateCcw, Rows3, SearchX, TriangleAlert, Waypoints, X } from 'lucide'
import type { IconNode } from 'lucide'
import type { AcrossQuery } from '#core/mechanism/across/across-query.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { importAndOpen } from '../../keyboard/run-command.ts'
import {
  acrossFailure,
  acrossFiltered,
  acrossForm,
  acrossGroups,
  acrossOverview,
  acrossProgress,
  acrossQuery,
  acrossSearchTurn,
  acrossShown,
  changeAcrossQuery,
  clearAcrossFilters,
  loadAcross,
  showAcrossAs,
  toggleGroup,
  unfoldedGroups,
} from '../../state/across.ts'
import { closeAcross, goToStatement } from '../../state/across-visit.ts'
import { library } from '../../state/library.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { acrossFilters } from './across-filters.ts'
import './across-map.ts'
import './across-table.ts'
import type { AcrossTable, GroupOrderEvent, GroupToggleEvent, StatementEvent } from './across-table.ts'
import { acrossViewStyles } from './across-view.styles.ts'
import { countsOf } from './across-words.ts'

/** The mechanisms of the whole library, in the article's place: a table or a map, and what may be asked of them. */
@customElement('across-view')
export class AcrossView extends WatchingElement {
  static override styles = [sidebarStyles, acrossViewStyles]

  @query('input[type="search"]') private readonly search!: HTMLInputElement | null
  @query('across-table') private readonly table!: AcrossTable | null
  #wasShown = false

  constructor() {
    super()
    new Reaction(this, () => {
      if (acrossSearchTurn.value > 0) this.#focusSearch()
    })
  }

  /** Gives the keyboard to the field for a name. */
  #focusSearch(): void {
    this.search?.focus()
    this.search?.select()
  }

  protected override render() {
    const shown = acrossShown.value
    return html`
      <section class="view" aria-labelledby="across-title" ?hidden=${!shown} @keydown=${this.#key}>
        <header>
          <h1 id="across-title">Mechanisms of the library</h1>
          <div class="segments" role="group" aria-label="Show as">
            ${this.#form('table', 'Table', Rows3)}${this.#form('map', 'Map', Waypoints)}
          </div>
          <button
            class="button quiet square"
            type="button"
            aria-label="Back to the article"
            title="Back to the article (F8)"
            @click=${closeAcross}
          >
            ${icon(X, 18)}
          </button>
        </header>
        ${this.#content()}
      </section>
    `
  }

  #form(form: 'table' | 'map', name: string, drawing: IconNode): TemplateResult {
    return html`<button
      class="button"
      type="button"
      aria-pressed=${acrossForm.value === form}
      @click=${() => void showAcrossAs(form)}
    >
      ${icon(drawing, 14)}${name}
    </button>`
  }

  #content(): TemplateResult {
    const overview = acrossOverview.value
    const groups = acrossGroups.value
    const failure = acrossFailure.value
    if (failure !== null) return this.#failure(failure.message)
    if (overview === null || groups === null) return this.#loading()
    if (overview.effects === 0) return this.#empty()
    return html`
      ${acrossFilters(acrossQuery.value, overview.documents, acrossFiltered.value, countsOf(groups, acrossQuery.value.grouping), this.#change, () => void this.#clear())}
      ${overview.failures.length === 0 ? nothing : this.#failures(overview.failures)}
      ${groups.groups.length === 0 ? this.#nothing() : this.#answer()}
    `
  }

  #answer(): TemplateResult {
    if (acrossForm.value === 'map') return html`<across-map></across-map>`
    const { grouping, order } = acrossQuery.value
    return html`<across-table
      .groups=${acrossGroups.value?.groups ?? []}
      .unfolded=${unfoldedGroups.value}
      .grouping=${grouping}
      .order=${order}
      @group-toggle=${(event: GroupToggleEvent) => toggleGroup(event.detail)}
      @group-order=${(event: GroupOrderEvent) => this.#change({ order: event.detail })}
      @statement-choose=${(event: StatementEvent) => void goToStatement(event.detail)}
    ></across-table>`
  }

  #loading(): TemplateResult {
    const progress = acrossProgress.value
    return html`<div class="blank" role="status">
      <p>
        ${
          progress === null
            ? 'Reading what the articles say…'
            : `Reading what the articles say: ${progress.done} of ${progress.total}`
        }
      </p>
      ${progress === null ? nothing : html`<progress max=${progress.total} .value=${progress.done} aria-label="Articles read"></progress>`}
    </div>`
  }

  #empty(): TemplateResult {
    const isBare = library.value?.documents.length === 0
    return html`<div class="blank">
      <div class="empty">
        ${icon(isBare ? Library : Waypoints, 28)}
        <h3>${isBare ? 'Your library is empty' : 'No article states a mechanism yet'}</h3>
        <p>
          ${
            isBare
              ? 'Bring in articles, and what they say of what acts on what stands here side by side.'
              : 'Pathmark found no passage in your articles that says what acts on what. Bring in another one, or write a card of your own beside an article.'
          }
        </p>
        <button
          class="button primary"
          type="button"
          ?disabled=${library.value?.writable !== true}
          @click=${() => void importAndOpen()}
        >
          Bring in files…
        </button>
      </div>
    </div>`
  }

  #nothing(): TemplateResult {
    const { name } = acrossQuery.value
    return html`<div class="blank">
      <div class="empty">
        ${icon(SearchX, 28)}
        <h3>${name.trim() === '' ? 'Nothing of this kind' : `Nothing on “${name.trim()}”`}</h3>
        <p>No article of your library says so, as far as Pathmark has found.</p>
        <button class="button" type="button" @click=${() => void this.#clear()}>Clear filters</button>
      </div>
    </div>`
  }

  #failure(message: string): TemplateResult {
    return html`<div class="blank" role="alert">
      <div class="empty">
        ${icon(TriangleAlert, 28)}
        <h3>The mechanisms of the library cannot be shown</h3>
        <p>${message}</p>
        <button class="button primary" type="button" @click=${this.#again}>${icon(RotateCcw, 15)}Try again</button>
      </div>
    </div>`
  }

  #failures(lines: readonly string[]): TemplateResult {
    return html`<details class="failures">
      <summary>${icon(TriangleAlert, 14)}${counted(lines.length, 'article is', 'articles are')} missing here</summary>
      <ul>
        ${lines.map(line => html`<li>${line}</li>`)}
      </ul>
    </details>`
  }

  readonly #change = (changes: Partial<AcrossQuery>): void => {
    void changeAcrossQuery(changes).then(() => this.table?.scrollToTop())
  }

  async #clear(): Promise<void> {
    await clearAcrossFilters()
    this.table?.scrollToTop()
    this.#focusSearch()
  }

  readonly #again = (): void => {
    acrossFailure.value = null
    void loadAcross()
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    if (acrossQuery.peek().name === '') closeAcross()
    else this.#change({ name: '' })
  }

  /** What is shown has the keyboard: the row that had it the last time, or the field for a name. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = acrossShown.peek() && acrossOverview.peek() !== null
    if (shown === this.#wasShown) return
    this.#wasShown = shown
    if (!shown) return
    if (this.table !== null && unfoldedGroups.peek().size > 0)
      void this.table.updateComplete.then(() => this.table?.focus())
    else this.#focusSearch()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'across-view': AcrossView
  }
}
