import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { Copy, FileDown, RotateCcw } from 'lucide'
import { readCorrections, writtenField } from '#core/annotation/citation-input.ts'
import type { CitationFaults } from '#core/annotation/citation-input.ts'
import { citationFieldNames, citationFieldTitles, correctedMetadata } from '#core/annotation/citation-record.ts'
import type { CitationField } from '#core/annotation/citation-record.ts'
import { articleTypes } from '#core/article/article.ts'
import type { ArticleMetadata } from '#core/article/article.ts'
import { citationFormatNames } from '#core/export/citation-format.ts'
import type { CitationFormat } from '#core/export/citation-format.ts'
import { citeInWords } from '#core/export/cite-in-words.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { announce } from '../../state/announce.ts'
import { opened } from '../../state/article.ts'
import {
  copyCitation,
  copyWords,
  correctCitation,
  corrections,
  formatTitles,
  saveCitation,
  shownMetadata,
} from '../../state/citation.ts'
import { library } from '../../state/library.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { typeTitles, wideFields } from './field-looks.ts'

/** What is in the form, by field. */
type Written = Readonly<Record<CitationField, string>>

const textOf = (event: Event): string => (event.currentTarget as HTMLInputElement).value

/** How the open article is cited: a preview, ways out to other programs, and a form that corrects what its source says. */
@customElement('citation-dialog')
export class CitationDialog extends ModalElement {
  readonly name = 'citation'
  readonly heading = 'Cite'
  @state() private written: Written | null = null
  @state() private faults: CitationFaults = {}
  /** What was done last, in words. */
  @state() private said = ''
  #shown = false

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = shownDialog.peek() === this.name
    if (shown === this.#shown) return
    this.#shown = shown
    if (shown) this.#begin()
  }

  #begin(): void {
    this.#fill()
    this.said = ''
  }

  /** Fills the form with what counts now. */
  #fill(): void {
    const metadata = shownMetadata.peek()
    this.faults = {}
    this.written = metadata === null ? null : this.#writtenOf(metadata)
  }

  #writtenOf(metadata: ArticleMetadata): Written {
    const fields = citationFieldNames.map(name => [name, writtenField(name, metadata)] as const)
    return { ...(Object.fromEntries(fields) as Written), key: corrections.peek().key ?? '' }
  }

  protected content(): TemplateResult {
    const [article, written] = [opened.value, this.written]
    if (article === null || written === null) return html`<p class="faint">Open an article to cite it.</p>`
    const { metadata } = article.article
    const read = readCorrections(metadata, corrections.value, written)
    const shown = correctedMetadata(metadata, { ...read.corrections, modified: '', version: 1 })
    const text = citeInWords({ metadata: shown, key: '', added: article.entry.added })
    const isChanged = JSON.stringify(this.#writtenOf(shownMetadata.value ?? metadata)) !== JSON.stringify(written)
    return html`
      <p class="citation-preview" aria-label="Citation" tabindex="0" role="group"><bdi>${text}</bdi></p>
      ${this.#ways(text, isChanged)}
      <form class="citation-form" @submit=${this.#save} novalidate aria-label="What the article is cited by">
        ${citationFieldNames.map(name => this.#field(name, written, metadata))}
        <div class="actions wide">
          <button class="button primary" type="submit" ?disabled=${!isChanged || library.value?.writable !== true}>
            Keep corrections
          </button>
          <button class="button" type="button" ?disabled=${!isChanged} @click=${this.#leave}>Leave as it was</button>
        </div>
        ${library.value?.writable === true ? nothing : html`<p class="faint wide">This library can only be read, so nothing can be corrected.</p>`}
      </form>
    `
  }

  #ways(text: string, isChanged: boolean): TemplateResult {
    return html`
      <div class="citation-ways" role="group" aria-label="Take the citation out">
        <button class="button" type="button" @click=${() => void this.#copy(text)}>${icon(Copy, 15)} Copy text</button>
        ${citationFormatNames.map(
          format => html`
            <button class="button" type="button" ?disabled=${isChanged} @click=${() => void this.#copyAs(format)}>
              ${icon(Copy, 15)} Copy ${formatTitles[format]}
            </button>
            <button
              class="button quiet square"
              type="button"
              aria-label="Save as ${formatTitles[format]}"
              title="Save as ${formatTitles[format]}"
              ?disabled=${isChanged}
              @click=${() => void this.#saveAs(format)}
            >
              ${icon(FileDown, 16)}
            </button>
          `,
        )}
      </div>
      <p class="faint said" role="status">${isChanged ? 'Keep the corrections first to take them out.' : this.said}</p>
    `
  }

  #field(name: CitationField, written: Written, source: ArticleMetadata): TemplateResult {
    const fault = this.faults[name]
    const said = writtenField(name, source)
    const isCorrected = written[name].trim() !== said.trim()
    const described = [
      ...(fault === undefined ? [] : [`cite-${name}-fault`]),
      ...(isCorrected ? [`cite-${name}-said`] : []),
    ]
    return html`<div class="name-field ${wideFields.has(name) ? 'wide' : ''}">
      <label for="cite-${name}">${citationFieldTitles[name]}</label>
      ${this.#input(name, written, fault !== undefined, described.join(' '))}
      ${fault === undefined ? nothing : html`<p class="problem" id="cite-${name}-fault" role="alert">${fault}</p>`}
      ${
        isCorrected && name !== 'key'
          ? html`<p class="faint source-says">
              <span id="cite-${name}-said"
                >${said === '' ? 'The source does not say.' : html`Source: <bdi>${name === 'type' ? typeTitles.get(said) : said.replaceAll('\n', '; ')}</bdi>`}</span
              >
              <button
                class="link"
                type="button"
                aria-label="Take back ${citationFieldTitles[name]}"
                @click=${() => this.#takeBack(name, said)}
              >
                ${icon(RotateCcw, 12)} Take back
              </button>
            </p>`
          : nothing
      }
    </div>`
  }

  #input(name: CitationField, written: Written, isFaulty: boolean, described: string): TemplateResult {
    const describedBy = described === '' ? nothing : described
    if (name === 'type')
      return html`<select
        class="field"
        id="cite-type"
        .value=${live(written.type)}
        aria-describedby=${describedBy}
        @change=${(event: Event) => this.#change(name, textOf(event))}
      >
        <option value="" ?selected=${written.type === ''}>As it looks</option>
        ${articleTypes.map(type => html`<option value=${type} ?selected=${type === written.type}>${typeTitles.get(type)}</option>`)}
      </select>`
    if (name === 'authors')
      return html`<textarea
        class="field"
        id="cite-authors"
        rows=${Math.min(6, Math.max(2, written.authors.split('\n').length))}
        spellcheck="false"
        placeholder="Family, Given — one to a line"
        .value=${live(written.authors)}
        aria-describedby=${describedBy}
        aria-invalid=${isFaulty}
        @input=${(event: Event) => this.#change(name, textOf(event))}
      ></textarea>`
    if (name === 'description')
      return html`<textarea
        class="field"
        id="cite-description"
        rows=${written.description === '' ? 1 : 4}
        .value=${live(written.description)}
        aria-describedby=${describedBy}
        aria-invalid=${isFaulty}
        @input=${(event: Event) => this.#change(name, textOf(event))}
      ></textarea>`
    return html`<input
      class="field"
      id="cite-${name}"
      autocomplete="off"
      spellcheck=${name === 'title' ? 'true' : 'false'}
      placeholder=${name === 'published' ? '2024-03-02' : name === 'key' ? 'Made from author, year and title' : ''}
      .value=${live(written[name])}
      aria-describedby=${describedBy}
      aria-invalid=${isFaulty}
      @input=${(event: Event) => this.#change(name, textOf(event))}
    />`
  }

  #change(name: CitationField, value: string): void {
    if (this.written === null) return
    this.written = { ...this.written, [name]: value }
    this.said = ''
    if (this.faults[name] !== undefined) this.faults = this.#read(this.written).faults
  }

  #read(written: Written): ReturnType<typeof readCorrections> {
    const source = opened.peek()?.article.metadata
    return source === undefined ? { corrections: {}, faults: {} } : readCorrections(source, corrections.peek(), written)
  }

  #takeBack(name: CitationField, said: string): void {
    this.#change(name, said)
    announce(`${citationFieldTitles[name]}: as the source says`)
    this.querySelector<HTMLElement>(`#cite-${name}`)?.focus()
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.written === null) return
    const read = this.#read(this.written)
    this.faults = read.faults
    const [first] = citationFieldNames.filter(name => read.faults[name] !== undefined)
    if (first !== undefined) {
      await this.updateComplete
      this.querySelector<HTMLElement>(`#cite-${first}`)?.focus()
      return
    }
    correctCitation(read.corrections)
    this.#fill()
    this.said = 'Your corrections are kept. Undo takes them back.'
  }

  readonly #leave = (): void => this.#begin()

  async #copy(text: string): Promise<void> {
    if (await copyWords(text)) this.said = 'The citation is on the clipboard.'
  }

  async #copyAs(format: CitationFormat): Promise<void> {
    if (await copyCitation(format)) this.said = `The citation is on the clipboard as ${formatTitles[format]}.`
  }

  async #saveAs(format: CitationFormat): Promise<void> {
    const path = await saveCitation(format)
    if (path !== null) this.said = `Written to ${path}`
  }
}
