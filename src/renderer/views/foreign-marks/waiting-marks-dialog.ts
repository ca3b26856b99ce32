import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import { Clock, Link, Trash2 } from 'lucide'
import type { WaitingTitle } from '#core/bridge/calls.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import {
  attachWaiting,
  removeWaiting,
  removedTitle,
  restoreWaiting,
  waitingFailure,
  waitingTitles,
} from '../../state/foreign-marks.ts'
import { library } from '../../state/library.ts'
import '../../styles/foreign-marks.css'

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement).value

/** The marks of other programs that wait for their articles: each title can be put on an article by hand, or removed. */
@customElement('waiting-marks-dialog')
export class WaitingMarksDialog extends ModalElement {
  readonly name = 'waiting-marks'
  readonly heading = 'Waiting marks'
  /** The article that was chosen for each title. */
  @state() private chosen: ReadonlyMap<string, string> = new Map()

  protected content(): TemplateResult {
    const titles = waitingTitles.value
    return html`
      <p class="faint">
        ${
          titles?.length === 0
            ? 'Marks of other programs, on what is not in your library, wait here until you import the article.'
            : 'These marks were made in other programs, on what is not in your library. Import the article and they are placed by themselves.'
        }
      </p>
      ${waitingFailure.value === null ? nothing : html`<p class="problem" role="alert">${waitingFailure.value}</p>`}
      ${this.#removed()}
      ${
        titles === null
          ? nothing
          : titles.length === 0
            ? html`<p class="none-waiting" tabindex="-1">${icon(Clock, 24)} No marks are waiting.</p>`
            : html`<ul class="waiting-titles" aria-label="Titles">
                ${repeat(
                  titles,
                  ({ key }) => key,
                  (title, at) => html`<li>${this.#title(title, at)}</li>`,
                )}
              </ul>`
      }
    `
  }

  #removed(): TemplateResult | typeof nothing {
    const gone = removedTitle.value
    if (gone === null) return nothing
    return html`<p class="faint removed-title" role="status">
      The marks of “<bdi>${gone.title}</bdi>” were removed.
      <button class="link" type="button" @click=${() => void this.#restore(gone)}>Undo</button>
    </p>`
  }

  #title(waiting: WaitingTitle, at: number): TemplateResult {
    const { key, title, authors, from, count, marks } = waiting
    const writable = library.value?.writable === true
    const document = this.chosen.get(key) ?? ''
    return html`
      <h3><bdi>${title}</bdi></h3>
      <p class="faint by">
        ${[...authors, from, count === 1 ? 'one mark' : `${count.toLocaleString('en')} marks`].join(' · ')}
      </p>
      <details>
        <summary>Show ${marks.length < count ? `the first ${marks.length}` : count === 1 ? 'it' : 'them'}</summary>
        <ul class="marks">
          ${marks.map(
            ({ quote, note, place }) =>
              html`<li>
                ${quote === '' ? nothing : html`<blockquote><bdi>${quote}</bdi></blockquote>`}
                ${note === '' ? nothing : html`<p class="note"><bdi>${note}</bdi></p>`}
                ${place === '' ? nothing : html`<p class="faint place">${place}</p>`}
              </li>`,
          )}
        </ul>
      </details>
      <div class="attach">
        <label for="attach-${at}">Article</label>
        <select
          class="field"
          id="attach-${at}"
          ?disabled=${!writable}
          .value=${live(document)}
          @change=${(event: Event) => (this.chosen = new Map(this.chosen).set(key, valueOf(event)))}
        >
          <option value="" ?selected=${document === ''}>Choose an article…</option>
          ${library.value?.documents.map(
            entry => html`<option value=${entry.id} ?selected=${entry.id === document}>${entry.title}</option>`,
          )}
        </select>
        <button
          class="button"
          type="button"
          ?disabled=${!writable || document === ''}
          @click=${() => void this.#attach(waiting, document)}
        >
          ${icon(Link, 16)} ${count === 1 ? 'Put it there' : 'Put them there'}
        </button>
        <button
          class="button quiet square"
          type="button"
          aria-label="Remove the marks of ${title}"
          title="Remove"
          ?disabled=${!writable}
          @click=${() => void this.#remove(waiting)}
        >
          ${icon(Trash2, 16)}
        </button>
      </div>
    `
  }

  async #attach(waiting: WaitingTitle, document: string): Promise<void> {
    if (await attachWaiting(waiting, document)) await this.#focusOn('.field, .none-waiting')
  }

  async #remove(waiting: WaitingTitle): Promise<void> {
    if (await removeWaiting(waiting)) await this.#focusOn('.removed-title .link')
  }

  async #restore(gone: WaitingTitle): Promise<void> {
    await restoreWaiting(gone)
    await this.#focusOn('.field')
  }

  /** What had the focus is gone with its title. */
  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete
    this.querySelector<HTMLElement>(selector)?.focus()
  }
}
