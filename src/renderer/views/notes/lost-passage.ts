import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Archive, Check, CircleQuestionMark, TextSelect, Unlink } from 'lucide'
import type { Annotation } from '#core/annotation/annotation.ts'
import type { Candidate, Refusal, Verdict } from '#core/anchoring/verdict.ts'
import { sectionPathAt } from '#core/article/locate.ts'
import { isLike, refusalToTell } from '#core/revision/refusal-to-tell.ts'
import type { Span } from '#core/text/span.ts'
import { icon } from '../../components/icon.ts'
import { opened } from '../../state/article.ts'
import { beginAttaching } from '../../state/attaching.ts'
import { selectedSpan } from '../../state/focus.ts'
import { WatchingElement } from '../../state/watch.ts'
import { leadsTo } from '../mechanisms/lit-passages.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { changesIn } from '../updates/difference-words.ts'
import { explainRefusal } from '../updates/refusal-words.ts'
import { surroundingsOf } from '../updates/surroundings.ts'
import '../updates/word-difference.ts'
import { lostPassageStyles } from './lost-passage.styles.ts'

type Lost = Extract<Verdict, { readonly status: 'uncertain' | 'orphaned' }>

/**
 * Why a mark has no passage, and what the reader can do about it. Properties `annotation` and `verdict`; events
 * `mark-attach` with the span that was chosen, and `mark-keep`.
 */
@customElement('lost-passage')
export class LostPassage extends WatchingElement {
  static override styles = [sidebarStyles, lostPassageStyles]

  @property({ attribute: false }) annotation!: Annotation
  @property({ attribute: false }) verdict!: Lost

  protected override render() {
    const { verdict } = this
    return html`
      ${this.#why()}
      ${verdict.status === 'uncertain' ? this.#candidates(verdict.candidates) : verdict.rejected !== null && isLike(verdict.rejected) ? this.#nearest(verdict.rejected) : nothing}
      <div class="choices" role="group" aria-label="What to do with this ${this.annotation.style}">
        ${this.#attach()}
        ${
          this.annotation.keptOrphan === undefined
            ? html`<button class="button" type="button" @click=${() => this.#tell('mark-keep')}>
                ${icon(Archive, 15)}Keep as it is
              </button>`
            : nothing
        }
      </div>
    `
  }

  /** Whether it was the reader who took the mark off its passage. */
  get #isSetAside(): boolean {
    return this.annotation.setAside !== undefined && this.verdict.status === 'orphaned'
  }

  #why(): TemplateResult {
    const { verdict } = this
    const refused = verdict.status === 'uncertain' ? verdict.candidates[0] : verdict.rejected
    return html`<p class="why ${this.annotation.keptOrphan === undefined ? '' : 'known'}">
      ${icon(verdict.status === 'uncertain' ? CircleQuestionMark : Unlink, 15)}<span
        >${this.#isSetAside ? 'You set the edited words aside: they are not what you marked.' : explainRefusal(refusalToTell(verdict), refused?.difference)}</span
      >
    </p>`
  }

  #candidates(candidates: readonly Candidate[]): TemplateResult {
    return html`<div>
      <p class="places">${candidates.length === 1 ? 'It may stand here' : 'It may stand at one of these places'}</p>
      <ol>
        ${candidates.map(
          (candidate, index) =>
            html`<li>
              ${this.#place(candidate)} ${this.#difference(candidate)}
              <button
                class="button use"
                type="button"
                aria-label="Use this one: place ${index + 1} of ${candidates.length}"
                @click=${() => this.#tell('mark-attach', candidate)}
              >
                ${icon(Check, 15)}Use this one
              </button>
            </li>`,
        )}
      </ol>
    </div>`
  }

  #nearest(candidate: Candidate): TemplateResult {
    return html`<div>
      <p class="places">${this.#isSetAside ? 'The edited words' : 'The nearest words'}</p>
      <ol>
        <li>
          ${changesIn(candidate.difference).length === 0 ? this.#place(candidate) : this.#edited(candidate)}
          <button class="button use" type="button" @click=${() => this.#tell('mark-attach', candidate)}>
            ${icon(Check, 15)}${this.#isSetAside ? 'Use them after all' : 'Use them nevertheless'}
          </button>
        </li>
      </ol>
    </div>`
  }

  /** A candidate in other words: both wordings, and the way to it. */
  #edited(candidate: Candidate): TemplateResult {
    const { start, end } = candidate
    const section = this.#sectionAt(start)
    return html`<button class="place" type="button" title="Go to this place" ${leadsTo([{ start, end }])}>
        <span class="section"
          >${section === '' ? 'Go to these words' : html`Go to these words, in “<bdi>${section}</bdi>”`}</span
        >
      </button>
      ${this.#difference(candidate)}`
  }

  /** Title of the section of an offset; empty where it is that of the article itself. */
  #sectionAt(offset: number): string {
    const article = opened.value?.article
    const title = article === undefined ? '' : (sectionPathAt(article, offset).at(-1)?.title ?? '')
    return title === article?.metadata.title ? '' : title
  }

  /** A candidate where it stands: pointing at it tints it in the article, a click goes there. */
  #place({ start, end, refusal }: Candidate): TemplateResult | typeof nothing {
    const article = opened.value?.article
    if (article === undefined) return nothing
    const { before, words, after } = surroundingsOf(article.text, { start, end })
    const section = this.#sectionAt(start)
    const said = this.#isTold(refusal) ? html`<p class="refusal">${explainRefusal(refusal)}</p>` : nothing
    return html`<button class="place" type="button" title="Go to this place" dir="auto" ${leadsTo([{ start, end }])}>
        <span class="visually-hidden">Go to: </span>
        ${section === '' ? nothing : html`<span class="section">${section}</span>`}
        ${before}<mark>${words}</mark>${after}
      </button>
      ${said}`
  }

  /** Whether a candidate's refusal tells it from the others, and from what was said of all of them. */
  #isTold(refusal: Refusal | null): refusal is Refusal {
    const { verdict } = this
    return (
      refusal !== null &&
      refusal !== verdict.reason &&
      verdict.status === 'uncertain' &&
      verdict.candidates.some(other => other.refusal !== refusal)
    )
  }

  #difference({ difference }: Candidate): TemplateResult | typeof nothing {
    if (changesIn(difference).length === 0) return nothing
    return html`<word-difference was="Yours" now="Here" .parts=${difference}></word-difference>`
  }

  /** A selection that is there is taken; without one the reader is asked for it. */
  #attach(): TemplateResult {
    const span = selectedSpan.value
    return html`<button
      class="button"
      type="button"
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => (span === null ? beginAttaching(this.annotation.id) : this.#tell('mark-attach', span))}
    >
      ${icon(TextSelect, 15)}${span === null ? 'Choose its words…' : 'Attach to the selection'}
    </button>`
  }

  #tell(name: 'mark-attach' | 'mark-keep', span?: Span): void {
    const detail = span === undefined ? null : { start: span.start, end: span.end }
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lost-passage': LostPassage
  }
}
