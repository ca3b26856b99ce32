import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { Search, SearchX, TriangleAlert } from 'lucide'
import { correctionWords } from '#core/search/correction-words.ts'
import type { FoundDocument, SearchAnswer, SearchHit } from '#core/search/search-answer.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { library } from '../../state/library.ts'
import {
  beginSearch,
  notWholeLine,
  openHit,
  searchAnswer,
  searchFailure,
  searchFor,
  searchPreparing,
  searchProgress,
  searchRemark,
  searchTyped,
  searchUnreadable,
  searchWithin,
} from '../../state/search.ts'
import '../../styles/search.css'
import { foundDocument } from './search-hits.ts'

/** What can be typed, and what it asks for. */
const examples: readonly (readonly [typed: string, does: string])[] = [
  ['stem cells', 'both words, in any place'],
  ['"stem cells"', 'these words one behind the other'],
  ['-mouse', 'no article with this word'],
  ['title: author: text:', 'only in the title, by an author, in the text'],
  ['note: tag: mechanism:', 'only in your notes, your tags, on cards'],
]

/** The search over the whole library: results as one types, an article a group; each opens at its passage. */
@customElement('search-dialog')
export class SearchDialog extends ModalElement {
  readonly name = 'search'
  readonly heading = 'Search the library'
  @query('input[type="search"]') private readonly field!: HTMLInputElement | null
  #shown = false

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = shownDialog.peek() === this.name
    if (shown === this.#shown) return
    this.#shown = shown
    if (!shown) return
    this.field?.focus()
    this.field?.select()
    void beginSearch()
  }

  protected content(): TemplateResult {
    return html`
      <div class="search-library" @keydown=${this.#key}>
        <div class="search-field">
          ${icon(Search, 17)}
          <input
            class="field"
            type="search"
            aria-label="Search titles, texts, notes and cards"
            placeholder="Titles, texts, notes and cards"
            autocomplete="off"
            spellcheck="false"
            maxlength="500"
            .value=${searchTyped.value}
            @input=${(event: InputEvent) => searchFor((event.currentTarget as HTMLInputElement).value)}
          />
        </div>
        ${this.#status()}
        <div class="search-results">${this.#results()}</div>
      </div>
    `
  }

  /** How many were found, what was looked for instead, and how far the index is. */
  #status(): TemplateResult {
    const answer = searchAnswer.value
    const progress = searchProgress.value
    return html`
      <div class="search-status">
        <div role="status">
          ${answer === null || answer.documents.length === 0 ? nothing : html`<span>${this.#count(answer)}</span>`}
          ${answer === null || searchPreparing.value ? nothing : correctionWords(answer).map(line => html`<span class="corrected">${line}</span>`)}
          ${searchRemark.value === null ? nothing : html`<span>${searchRemark.value}</span>`}
          ${progress === null ? nothing : html`<span>The search index is being made.</span>`}
        </div>
        ${
          progress === null
            ? nothing
            : html`<label class="building"
                ><progress max=${progress.total} .value=${progress.done}></progress
                >${progress.done.toLocaleString('en')} of ${counted(progress.total, 'article', 'articles')}</label
              >`
        }
        ${this.#unreadable(searchUnreadable.value)}
      </div>
    `
  }

  /** What a damaged file keeps from being searched; of many, names only for who wants them. */
  #unreadable(titles: readonly string[]): TemplateResult | typeof nothing {
    const [only] = titles
    if (only === undefined) return nothing
    if (titles.length === 1)
      return html`<p class="unreadable">Not all of “<bdi>${only}</bdi>” could be searched: a file of it is damaged.</p>`
    return html`<details class="unreadable">
      <summary>${notWholeLine(titles.length)}</summary>
      <p>A file of each is damaged. “pathmark check” says which.</p>
      <ul tabindex="0" aria-label="Articles with damaged files">
        ${titles.map(title => html`<li><bdi>${title}</bdi></li>`)}
      </ul>
    </details>`
  }

  #count({ documents, more }: SearchAnswer): string {
    return more ? `The best ${documents.length} articles` : counted(documents.length, 'article', 'articles')
  }

  #results(): TemplateResult {
    const failure = searchFailure.value
    const answer = searchAnswer.value
    if (failure !== null)
      return html`<div class="blank" role="alert">
        ${icon(TriangleAlert, 28)}
        <p>${failure}</p>
      </div>`
    if (answer === null) return this.#examples()
    if (answer.documents.length === 0) return this.#nothing()
    return html`${repeat(
      answer.documents,
      ({ id }) => id,
      document => this.#found(document),
    )}`
  }

  #found(document: FoundDocument): TemplateResult {
    const title = library.value?.documents.find(({ id }) => id === document.id)?.title ?? document.id
    return foundDocument(
      document,
      title,
      hit => this.#open(document.id, hit),
      () => void searchWithin(document.id),
    )
  }

  #examples(): TemplateResult {
    return html`<dl class="examples">
      ${examples.map(
        ([typed, does]) =>
          html`<div>
            <dt><code>${typed}</code></dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>`
  }

  #nothing(): TemplateResult {
    if (searchPreparing.value) return html`<div class="blank"><p>Looking…</p></div>`
    return html`<div class="blank">
      ${icon(SearchX, 28)}
      <h3>Nothing was found</h3>
      <p>No article, note or card of your library has all of this. Fewer words find more.</p>
    </div>`
  }

  #open(id: string, hit: SearchHit): void {
    this.close()
    void openHit(id, hit)
  }

  /** The arrow keys go from the field through the hits and back; Enter in the field opens the first, Escape closes. */
  readonly #key = (event: KeyboardEvent): void => {
    const hits = [...this.querySelectorAll<HTMLElement>('.hit, .more')]
    const at = hits.indexOf(event.target as HTMLElement)
    const inField = event.target === this.field
    if (event.key === 'Escape' && inField) {
      // The field itself would be emptied first.
      event.preventDefault()
      this.close()
    } else if (event.key === 'Enter' && inField) {
      event.preventDefault()
      hits[0]?.click()
    } else if (event.key === 'ArrowDown' && (inField || at >= 0)) {
      event.preventDefault()
      hits[at + 1]?.focus()
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault()
      if (at === 0) this.field?.focus()
      else hits[at - 1]?.focus()
    }
  }
}
