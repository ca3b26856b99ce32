import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Folder, FolderPlus, Library, Pencil, Trash2, X } from 'lucide'
import { icon } from '../../components/icon.ts'
import { library } from '../../state/library.ts'
import { changeFilter, collections, deleteCollection, documentFilter, renameCollection } from '../../state/shelves.ts'
import { trash, trashShown } from '../../state/trash.ts'
import { WatchingElement } from '../../state/watch.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import '../libraries/library-button.ts'
import type { DropPlace } from './document-drag.ts'
import { edgePull } from './edge-pull.ts'
import type { ShelfQuestion } from './shelf-form.ts'
import { shelvesPlacesStyles } from './shelves-places.styles.ts'

/**
 * Where in the library one may look: all of it, or one of the collections. Property `drag`: articles are being dragged, and what they are over;
 * null when none are. Event `shelf-question` asks for a new name.
 */
@customElement('shelves-places')
export class ShelvesPlaces extends WatchingElement {
  static override styles = [sidebarStyles, shelvesPlacesStyles]

  @property({ attribute: false }) drag: { readonly over: DropPlace | null } | null = null
  /** The place that is shown: a collection, the trash, or all. */
  #shown = ''

  /** What stands at a point of the window that articles can be put down on. */
  placeAt(x: number, y: number): DropPlace | null {
    const place = this.shadowRoot?.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')
    const name = place?.dataset['drop']
    return name === undefined ? null : { collection: name === '' ? null : name }
  }

  /** Scrolls the places a step when a point of the window is near an edge of theirs; true when they moved. */
  scrollAt(x: number, y: number): boolean {
    const { left, right, top, bottom } = this.getBoundingClientRect()
    if (x < left || x > right || y < top || y > bottom) return false
    // One below the other it is this element that scrolls, and in a row the list in it.
    const scrollers = [this, this.renderRoot.querySelector('nav')].filter(scroller => scroller !== null)
    return scrollers.some(scroller => {
      const { scrollTop, scrollLeft } = scroller
      const box = scroller.getBoundingClientRect()
      scroller.scrollTop += edgePull(y, box.top, box.bottom)
      scroller.scrollLeft += edgePull(x, box.left, box.right)
      return scroller.scrollTop !== scrollTop || scroller.scrollLeft !== scrollLeft
    })
  }

  protected override render() {
    const here = documentFilter.value.collection
    const known = collections.value
    const inTrash = trashShown.value
    return html`<library-button></library-button>
      <nav aria-label="Collections">
        <ul>
          ${this.#place(null, 'All articles', library.value?.total ?? 0, here === null && !inTrash)}
        </ul>
        <h2>Collections</h2>
        ${
          known.length === 0
            ? html`<p class="hint">Put an article into a collection from its menu, and the collection stands here.</p>`
            : html`<ul>
                ${known.map(({ name, count }) => this.#place(name, name, count, here === name && !inTrash))}
              </ul>`
        }
        ${this.drag === null ? nothing : this.#newPlace()}
        <ul class="trash">
          <li class=${inTrash ? 'here' : ''}>
            <button
              class="place"
              type="button"
              aria-current=${inTrash ? 'true' : nothing}
              @click=${() => (trashShown.value = true)}
            >
              ${icon(Trash2, 15)}<span class="name">Trash</span><span class="number">${trash.value?.length ?? ''}</span>
            </button>
          </li>
        </ul>
      </nav>`
  }

  /** Where one goes, from wherever, is seen in the list of places. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = trashShown.peek() ? 'trash' : `in ${documentFilter.peek().collection ?? ''}`
    if (shown === this.#shown) return
    this.#shown = shown
    this.renderRoot.querySelector('.here')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  #place(collection: string | null, name: string, count: number, isHere: boolean): TemplateResult {
    return html`<li
      class="${isHere ? 'here' : ''} ${collection !== null && this.drag?.over?.collection === collection ? 'over' : ''}"
      data-drop=${collection ?? nothing}
    >
      <button
        class="place"
        type="button"
        title=${collection ?? nothing}
        aria-current=${isHere ? 'true' : nothing}
        @click=${() => {
          trashShown.value = false
          changeFilter({ collection })
        }}
      >
        ${icon(collection === null ? Library : Folder, 15)}<span class="name" dir="auto">${name}</span
        ><span class="number">${count.toLocaleString('en')}</span>
      </button>
      ${collection === null || !isHere || library.value?.writable !== true ? nothing : this.#tools(collection)}
    </li>`
  }

  /** While articles are dragged: a collection that is made for them. */
  #newPlace(): TemplateResult {
    return html`<p class="new ${this.drag?.over?.collection === null ? 'over' : ''}" data-drop="">
      ${icon(FolderPlus, 15)}<span class="name">New collection…</span>
    </p>`
  }

  #tools(name: string): TemplateResult {
    return html`<span class="tools">
      <button
        class="button quiet square"
        aria-label="Rename ${name}"
        title="Rename…"
        @click=${() => this.#rename(name)}
      >
        ${icon(Pencil, 14)}
      </button>
      <button
        class="button quiet square"
        aria-label="Take ${name} apart"
        title="Take apart; the articles stay"
        @click=${() => void deleteCollection(name)}
      >
        ${icon(X, 14)}
      </button>
    </span>`
  }

  #rename(name: string): void {
    const detail: ShelfQuestion = {
      heading: `Rename “${name}”`,
      label: 'Name',
      known: [],
      names: null,
      value: name,
      done: 'Rename',
      take: ([to = name]) => void (to === name ? undefined : renameCollection(name, to)),
    }
    this.dispatchEvent(new CustomEvent('shelf-question', { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shelves-places': ShelvesPlaces
  }
}
