import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { Import, LayoutGrid, Library, Rows3, Search, SearchX, X } from 'lucide'
import type { IconNode } from 'lucide'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { everyDocument } from '#core/article/filter-documents.ts'
import { documentOrders, startsAscending } from '#core/article/sort-documents.ts'
import type { DocumentOrder } from '#core/article/sort-documents.ts'
import type { Settings } from '#core/bridge/settings.ts'
import type { ActionMenu } from '../../components/action-menu.ts'
import '../../components/action-menu.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { importAndOpen } from '../../keyboard/run-command.ts'
import { openArticle, opened } from '../../state/article.ts'
import { library } from '../../state/library.ts'
import { changeSettings, settings } from '../../state/settings.ts'
import {
  changeFilter,
  chosenDocuments,
  documentFilter,
  filterTurn,
  listedDocuments,
  sortBy,
} from '../../state/shelves.ts'
import { shelvesShown } from '../../state/shelves-shown.ts'
import { closeShelves } from '../../state/shelves-visit.ts'
import { loadTrash, moveToTrash, trash, trashShown } from '../../state/trash.ts'
import { Reaction, WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { askForCollection, askForTags, documentActions, putInto } from './document-actions.ts'
import type { ActionHandlers } from './document-actions.ts'
import { DocumentDrag } from './document-drag.ts'
import type { DraggedDocuments } from './document-drag.ts'
import { orderNames } from './document-words.ts'
import './documents-grid.ts'
import type { ChosenEvent, DocumentActEvent, DocumentsGrid, OrderEvent } from './documents-grid.ts'
import './shelf-form.ts'
import type { ShelfForm } from './shelf-form.ts'
import './shelves-places.ts'
import type { ShelvesPlaces } from './shelves-places.ts'
import { shelvesViewStyles } from './shelves-view.styles.ts'
import { tagChips } from './tag-chips.ts'
import './trash-list.ts'

/** All articles of the library, in the article's place: as a list or as cards, with its collections beside them. */
@customElement('shelves-view')
export class ShelvesView extends WatchingElement {
  static override styles = [sidebarStyles, shelvesViewStyles]

  @query('input[type="search"]') private readonly search!: HTMLInputElement | null
  @query('documents-grid') private readonly grid!: DocumentsGrid | null
  @query('shelves-places') private readonly places!: ShelvesPlaces | null
  @query('action-menu') private readonly menu!: ActionMenu
  @query('shelf-form') private readonly form!: ShelfForm
  #wasShown = false

  constructor() {
    super()
    new Reaction(this, () => {
      if (filterTurn.value > 0) this.#focusSearch()
    })
  }

  readonly #handlers: ActionHandlers = {
    open: id => void openArticle(id),
    trash: ids => void moveToTrash(ids),
    ask: question => void this.form.ask(question),
  }

  readonly #drag = new DocumentDrag(this, {
    idsOf: id => {
      if (library.peek()?.writable !== true) return []
      const chosen = chosenDocuments.peek()
      return chosen.has(id) ? [...chosen] : [id]
    },
    placeAt: (x, y) => this.places?.placeAt(x, y) ?? null,
    scrollAt: (x, y) => this.places?.scrollAt(x, y) ?? false,
    drop: (ids, { collection }) => {
      if (collection === null) askForCollection(ids, this.#handlers.ask)
      else putInto(collection, ids)
    },
  })

  #focusSearch(): void {
    this.search?.focus()
    this.search?.select()
  }

  protected override render() {
    const state = library.value
    const listed = listedDocuments.value
    const shown = shelvesShown.value
    return html`
      <section class="view" aria-labelledby="shelves-title" ?hidden=${!shown || state === null} @keydown=${this.#key}>
        <header>
          <h1 id="shelves-title">Library</h1>
          <div class="segments" role="group" aria-label="Show as">
            ${this.#form('list', 'List', Rows3)}${this.#form('cards', 'Cards', LayoutGrid)}
          </div>
          <button
            class="button"
            type="button"
            title="Bring in files (Ctrl+O)"
            ?disabled=${state?.writable !== true}
            @click=${() => void importAndOpen()}
          >
            ${icon(Import, 15)}<span class="word">Bring in files…</span>
          </button>
          <button
            class="button quiet square"
            type="button"
            aria-label="Back to the article"
            title="Back to the article (Ctrl+L)"
            @click=${closeShelves}
          >
            ${icon(X, 18)}
          </button>
        </header>
        ${state === null || !shown ? nothing : state.total === 0 && (trash.value?.length ?? 0) === 0 ? this.#empty() : this.#shelves(listed)}
      </section>
      <action-menu label="What to do with the article"></action-menu><shelf-form></shelf-form>
    `
  }

  #form(form: Settings['libraryForm'], name: string, drawing: IconNode): TemplateResult {
    return html`<button
      class="button"
      type="button"
      title="Show as ${form}"
      aria-pressed=${settings.value.libraryForm === form}
      @click=${() => changeSettings({ libraryForm: form })}
    >
      ${icon(drawing, 14)}<span class="word">${name}</span>
    </button>`
  }

  #shelves(listed: readonly DocumentEntry[]): TemplateResult {
    const { dragged } = this.#drag
    return html`<div class="shelves ${dragged === null ? '' : 'dragging'}">
      <shelves-places
        .drag=${dragged}
        @shelf-question=${(event: CustomEvent) => void this.form.ask(event.detail as never)}
      ></shelves-places>
      ${trashShown.value ? html`<trash-list></trash-list>` : this.#listing(listed)}
      ${dragged === null ? nothing : this.#beside(dragged)}
    </div>`
  }

  /** What goes along with the pointer. */
  #beside({ ids, x, y }: DraggedDocuments): TemplateResult {
    const title = library.value?.documents.find(({ id }) => id === ids[0])?.title ?? ''
    return html`<p class="dragged" aria-hidden="true" .style="transform: translate(${x + 14}px, ${y + 10}px)">
      <bdi>${ids.length === 1 ? title : counted(ids.length, 'article', 'articles')}</bdi>
    </p>`
  }

  #listing(listed: readonly DocumentEntry[]): TemplateResult {
    const { libraryForm, libraryOrder, libraryAscending } = settings.value
    const chosen = chosenDocuments.value
    return html`<div class="listing">
      <div class="filters">
        <label class="search"
          >${icon(Search, 15)}<span class="said">Find by title, author, journal, keyword or tag</span
          ><input
            class="field"
            type="search"
            placeholder="Title, author, journal, keyword, tag"
            maxlength="200"
            .value=${documentFilter.value.text}
            @input=${this.#typed}
            @keydown=${this.#down}
        /></label>
        <label class="order"
          ><span>Sort by</span
          ><select class="field" @change=${this.#ordered}>
            ${documentOrders.map(
              order => html`<option value=${order} ?selected=${order === libraryOrder}>${orderNames[order]}</option>`,
            )}
          </select></label
        >
        <p class="count" role="status">${this.#count(listed.length, chosen.size)}</p>
      </div>
      ${tagChips()}
      ${
        listed.length === 0
          ? this.#nothing()
          : html`<documents-grid
              .documents=${listed}
              .covers=${library.value?.covers ?? ''}
              .form=${libraryForm}
              .order=${libraryOrder}
              .ascending=${libraryAscending}
              .chosen=${chosen}
              .open=${opened.value?.article.id ?? null}
              @pointerdown=${this.#drag.begin}
              @document-act=${this.#act}
              @documents-chosen=${(event: ChosenEvent) => (chosenDocuments.value = event.detail)}
              @documents-order=${(event: OrderEvent) => this.#order(event.detail)}
            ></documents-grid>`
      }
    </div>`
  }

  #count(listed: number, chosen: number): string {
    if (chosen > 0) return `${chosen.toLocaleString('en')} of ${counted(listed, 'article', 'articles')} chosen`
    const all = library.value?.total ?? 0
    return listed === all
      ? counted(all, 'article', 'articles')
      : `${listed.toLocaleString('en')} of ${counted(all, 'article', 'articles')}`
  }

  #empty(): TemplateResult {
    return html`<div class="blank">
      <div class="empty">
        ${icon(Library, 28)}
        <h2>Your library is empty</h2>
        <p>Bring in an article, and it stands here with what you have read and marked of it.</p>
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
    const text = documentFilter.value.text.trim()
    return html`<div class="blank">
      <div class="empty">
        ${icon(SearchX, 28)}
        <h2>${text === '' ? 'No article stands here' : `No article for “${text}”`}</h2>
        <p>Titles, authors, journals, keywords, tags and collections were looked through, not the texts.</p>
        <button class="button" type="button" @click=${this.#clear}>Show all articles</button>
      </div>
    </div>`
  }

  #order(order: DocumentOrder): void {
    sortBy(order)
    this.grid?.scrollToTop()
  }

  readonly #ordered = (event: Event): void => {
    const order = documentOrders.find(name => name === (event.target as HTMLSelectElement).value)
    if (order === undefined) return
    changeSettings({ libraryOrder: order, libraryAscending: startsAscending(order) })
    this.grid?.scrollToTop()
  }

  readonly #typed = (event: Event): void => {
    changeFilter({ text: (event.target as HTMLInputElement).value })
    this.grid?.scrollToTop()
  }

  readonly #clear = (): void => {
    changeFilter(everyDocument)
    this.#focusSearch()
  }

  readonly #down = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    this.grid?.focus()
  }

  readonly #act = ({ detail }: DocumentActEvent): void => {
    const chosen = chosenDocuments.peek()
    const ids = chosen.has(detail.id) ? chosen : new Set([detail.id])
    const entries = listedDocuments.peek().filter(({ id }) => ids.has(id))
    if (detail.act === 'open') this.#handlers.open(detail.id)
    else if (detail.act === 'trash') this.#handlers.trash(entries.map(({ id }) => id))
    else if (detail.act === 'sort-into') askForTags(entries, this.#handlers.ask)
    else {
      const actions = documentActions(entries, this.#handlers)
      void this.menu.openAt(actions, detail.x, detail.y, this.grid)
    }
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    if (chosenDocuments.peek().size > 0) chosenDocuments.value = new Set()
    else if (documentFilter.peek().text !== '') changeFilter({ text: '' })
    else closeShelves()
  }

  /** What is shown has the keyboard. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = shelvesShown.peek()
    if (shown === this.#wasShown) return
    this.#wasShown = shown
    if (!shown) return
    void loadTrash()
    const { grid } = this
    if (grid === null) this.#focusSearch()
    else void grid.updateComplete.then(() => grid.focus())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shelves-view': ShelvesView
  }
}
