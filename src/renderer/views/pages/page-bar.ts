import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { BookOpenText, File, Minus, MoveHorizontal, Plus, RectangleVertical } from 'lucide'
import { icon } from '../../components/icon.ts'
import { zoomInWords } from '../../pages/page-zoom.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { notify } from '../../state/notices.ts'
import {
  currentPage,
  goToPageAsked,
  pageCount,
  pageLabels,
  pageNamed,
  pageScale,
  pagesOnScreen,
  showAs,
  showsPages,
} from '../../state/pages.ts'
import { settings } from '../../state/settings.ts'
import { WatchingElement } from '../../state/watch.ts'

/** Above a document that came as pages: pages or text, which page, and how large. */
@customElement('page-bar')
export class PageBar extends WatchingElement {
  @query('input.page-number') private readonly field!: HTMLInputElement | null
  #asked = goToPageAsked.peek()

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const asPages = showsPages.value
    void goToPageAsked.value
    return html`
      <div class="page-bar" role="toolbar" aria-label="Pages">
        <div class="forms" role="group" aria-label="Show as">
          ${this.#form('pages', 'Pages', icon(File, 16), asPages)}
          ${this.#form('text', 'Text', icon(BookOpenText, 16), !asPages)}
        </div>
        ${asPages && pageCount.value > 0 ? html`${this.#place()} ${this.#size()}` : nothing}
      </div>
    `
  }

  #form(form: 'pages' | 'text', name: string, sign: TemplateResult, chosen: boolean) {
    return html`<button
      class="button quiet small"
      aria-pressed=${chosen}
      title="Show as ${form} (P)"
      @click=${() => showAs(form)}
    >
      ${sign} ${name}
    </button>`
  }

  #place() {
    const page = currentPage.value
    const label = pageLabels.value?.[page]
    const isLabelled = label !== undefined && label !== '' && label !== String(page + 1)
    return html`
      <form class="place" @submit=${this.#go}>
        <label for="page-number">Page</label>
        <input
          class="page-number"
          id="page-number"
          inputmode="numeric"
          autocomplete="off"
          title="Go to page (G)"
          .value=${isLabelled ? label : String(page + 1)}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          @keydown=${this.#keyed}
        />
        <span class="of">${isLabelled ? `(${page + 1} of ${pageCount.value})` : `of ${pageCount.value}`}</span>
      </form>
    `
  }

  #size() {
    return html`
      <div class="sizes" role="group" aria-label="Size of the pages">
        ${this.#zoom('Smaller', 'Ctrl+−', icon(Minus, 16), -1)}
        <button
          class="button quiet small share"
          title="Size as on paper"
          aria-label="Size as on paper, now ${zoomInWords(pageScale.value)}"
          @click=${() => pagesOnScreen.peek()?.zoom('paper')}
        >
          ${zoomInWords(pageScale.value)}
        </button>
        ${this.#zoom('Larger', 'Ctrl++', icon(Plus, 16), 1)}
        ${this.#zoom('Fit the width', 'Ctrl+0', icon(MoveHorizontal, 16), 'width')}
        ${this.#zoom('Fit a whole page', null, icon(RectangleVertical, 16), 'page')}
      </div>
    `
  }

  /** A button that changes the size; of those that fit the pages into the window the chosen one is pressed. */
  #zoom(name: string, keys: string | null, sign: TemplateResult, to: 1 | -1 | 'width' | 'page') {
    return html`<button
      class="button quiet square small"
      aria-label=${name}
      title=${keys === null ? name : `${name} (${keys})`}
      aria-pressed=${typeof to === 'number' ? nothing : settings.value.pageZoom === to}
      @click=${() => pagesOnScreen.peek()?.zoom(to)}
    >
      ${sign}
    </button>`
  }

  protected override updated(): void {
    const asked = goToPageAsked.peek()
    if (asked === this.#asked || this.field === null) return
    this.#asked = asked
    this.field.focus()
    this.field.select()
  }

  readonly #go = (event: Event): void => {
    event.preventDefault()
    const { field } = this
    const page = field === null ? null : pageNamed(field.value)
    if (page === null) {
      notify({ kind: 'information', text: `There is no such page. The document has pages 1 to ${pageCount.peek()}.` })
      field?.select()
      return
    }
    pagesOnScreen.peek()?.goToPage(page)
    articleSurface.peek()?.focus()
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    this.requestUpdate()
    if (this.field !== null) this.field.value = String(currentPage.peek() + 1)
    articleSurface.peek()?.focus()
  }
}
