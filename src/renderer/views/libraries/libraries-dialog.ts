import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { FolderOpen, FolderPlus, X } from 'lucide'
import type { KnownLibrary } from '#core/bridge/libraries.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { chooseLibrary, forgetLibrary, knownLibraries, switchLibrary } from '../../state/libraries.ts'
import '../../styles/libraries.css'

/** The libraries that were open before: one click or Enter opens one in this window. */
@customElement('libraries-dialog')
export class LibrariesDialog extends ModalElement {
  readonly name = 'libraries'
  readonly heading = 'Libraries'

  protected content(): TemplateResult {
    const known = knownLibraries.value ?? []
    return html`
      <p class="faint">
        A library is a folder with articles and what you made of them. The one that you open takes the place of this one
        in the window.
      </p>
      ${
        known.length === 0
          ? nothing
          : html`<ul class="known-libraries" aria-label="Libraries that were open before">
              ${repeat(
                known,
                ({ library }) => library,
                one => html`<li>${this.#library(one)}</li>`,
              )}
            </ul>`
      }
      <p class="actions">
        <button class="button" @click=${() => this.#choose('open')}>${icon(FolderOpen, 16)} Open another…</button>
        <button class="button" @click=${() => this.#choose('new')}>${icon(FolderPlus, 16)} New library…</button>
      </p>
    `
  }

  #library({ library, name, where, isOpen, isThere }: KnownLibrary): TemplateResult {
    const says = isOpen ? 'This library is open' : isThere ? '' : 'Not there: moved, deleted, or on a disk that is away'
    return html`
      <button
        class="known-library"
        ?disabled=${isOpen || !isThere}
        aria-current=${isOpen ? 'true' : nothing}
        @click=${() => this.#open(library)}
      >
        <span class="name"><bdi>${name}</bdi></span>
        <span class="where"><bdi dir="ltr">${where}</bdi></span>
        ${says === '' ? nothing : html`<span class="says">${says}</span>`}
      </button>
      ${
        isOpen
          ? nothing
          : html`<button
              class="button quiet square"
              aria-label="Take ${name} from the list"
              title="Take it from the list; the folder stays"
              @click=${() => this.#forget(library)}
            >
              ${icon(X, 15)}
            </button>`
      }
    `
  }

  #open(library: string): void {
    this.close()
    void switchLibrary(library)
  }

  #choose(how: 'open' | 'new'): void {
    this.close()
    void chooseLibrary(how)
  }

  async #forget(library: string): Promise<void> {
    await forgetLibrary(library)
    await this.updateComplete
    // The button that had the focus is gone.
    this.querySelector<HTMLElement>('.actions button')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'libraries-dialog': LibrariesDialog
  }
}
