import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { CircleCheck, Info, LoaderCircle, OctagonAlert, TriangleAlert, X } from 'lucide'
import type { ImportProgress } from '#core/bridge/events.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { announcement } from '../../state/announce.ts'
import { cancelImport, cancelling, importing } from '../../state/importing.ts'
import { dismiss, notices } from '../../state/notices.ts'
import type { ShownNotice } from '../../state/notices.ts'
import { WatchingElement } from '../../state/watch.ts'

const signs = { information: Info, success: CircleCheck, warning: TriangleAlert, failure: OctagonAlert } as const

/** Notices in the corner of the window, and the live region for what is only said. */
@customElement('notice-stack')
export class NoticeStack extends WatchingElement {
  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const { text, turn } = announcement.value
    return html`
      <div class="notices" role="region" aria-label="Notices">
        ${this.#importing()}
        ${repeat(
          notices.value,
          notice => notice.id,
          notice => this.#notice(notice),
        )}
      </div>
      <div class="said" role="status" aria-live="polite">${text}${turn % 2 === 0 ? '' : '\u00A0'}</div>
    `
  }

  /** What is being imported, for as long as it is. */
  #importing() {
    const progress = importing.value
    if (progress === null) return nothing
    return html`
      <div class="notice importing" role=${progress.total === 1 ? 'status' : 'group'} aria-label="Import">
        ${icon(LoaderCircle)}
        <div class="so-far">${this.#soFar(progress)}</div>
        <button class="link" ?disabled=${cancelling.value} @click=${() => void cancelImport()}>
          ${cancelling.value ? 'Cancelling…' : 'Cancel'}
        </button>
      </div>
    `
  }

  /** Of many files not each is said aloud: the bar can be asked how far it is. */
  #soFar({ fileName, number, total, failures }: ImportProgress) {
    if (total === 0) return html`<p>Looking for articles: ${number} so far</p>`
    if (total === 1) return html`<p>Importing <bdi>${fileName}</bdi></p>`
    const share = Math.round(((number - 1) / total) * 100)
    return html`
      <p>Importing ${number} of ${total}: <bdi>${fileName}</bdi></p>
      <span
        class="track"
        role="progressbar"
        aria-label="Imported"
        aria-valuenow=${number - 1}
        aria-valuemin="0"
        aria-valuemax=${total}
        ><span .style="inline-size: ${share}%"></span
      ></span>
      ${failures === 0 ? nothing : html`<p class="failures">${counted(failures, 'failure', 'failures')} so far</p>`}
    `
  }

  #notice(notice: ShownNotice) {
    const urgent = notice.kind === 'failure' || notice.kind === 'warning'
    const act = (): void => {
      dismiss(notice.id)
      notice.action?.run()
    }
    return html`
      <div class="notice ${notice.kind}" role=${urgent ? 'alert' : 'status'}>
        ${icon(signs[notice.kind])}
        <p>${notice.text}</p>
        ${notice.action === undefined ? nothing : html`<button class="link" @click=${act}>${notice.action.label}</button>`}
        <button class="button quiet square" aria-label="Dismiss" @click=${() => dismiss(notice.id)}>
          ${icon(X, 16)}
        </button>
      </div>
    `
  }
}
