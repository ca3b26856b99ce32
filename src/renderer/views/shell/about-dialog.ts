import { signal } from '@preact/signals-core'
import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement } from 'lit/decorators.js'
import { TriangleAlert } from 'lucide'
import type { About } from '#core/bridge/calls.ts'
import type { Result } from '#core/result/result.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { callBridge } from '../../state/bridge.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { library } from '../../state/library.ts'
import { blaze } from './blaze.ts'

const about = signal<Result<About> | null>(null)

/** Versions of the program and its runtime, and where the library is. */
@customElement('about-dialog')
export class AboutDialog extends ModalElement {
  readonly name = 'about'
  readonly heading = 'About Pathmark'

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (shownDialog.peek() === this.name && about.peek() === null) void this.#ask()
  }

  async #ask(): Promise<void> {
    about.value = await callBridge('app.about', undefined)
  }

  protected content() {
    const result = about.value
    return html`
      <div class="about">
        ${blaze(52)}
        <p>
          A reader for people who read to understand how things work. Your library is a folder of plain files that
          belongs to you; nothing leaves this machine.
        </p>
        ${result === null ? nothing : result.ok ? this.#versions(result.value) : html`<p role="alert">${result.error.message}</p>`}
      </div>
    `
  }

  #versions(versions: About) {
    return html`
      ${versions.runtimeWarning === null ? nothing : html`<p class="callout warning">${icon(TriangleAlert)}<span>${versions.runtimeWarning}</span></p>`}
      <dl class="facts">
        <dt>Pathmark</dt>
        <dd>${versions.version}</dd>
        <dt>Electron</dt>
        <dd>${versions.electron}</dd>
        <dt>Chromium</dt>
        <dd>${versions.chromium}</dd>
        <dt>Node</dt>
        <dd>${versions.node}</dd>
        ${
          library.value === null
            ? nothing
            : html`<dt>Library</dt>
                <dd class="path">${library.value.path}</dd>`
        }
      </dl>
    `
  }
}
