import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { CircleCheck, Info, LoaderCircle, OctagonAlert, TriangleAlert, X } from 'lucide'
import { fileProgressInWords } from '#core/article/file-progress.ts'
import type { FileProgress } from '#core/article/file-progress.ts'
import type { ImportProgress } from '#core/bridge/events.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { announcement } from '../../state/announce.ts'
import { cancelImport, cancelling, importing } from '../../state/importing.ts'
import { dismiss, notices } from '../../state/notices.ts'
import type { ShownNotice } from '../../state/notices.ts'
import { WatchingElement } from '../../state/watch.ts'

const signs = { information: Info, success: CircleCheck, warning: TriangleAlert, failure: OctagonAlert } as const

const bar = (label: string, done: number, total: number): TemplateResult => html`
  <span
    class="track"
    role="progressbar"
    aria-label=${label}
    aria-valuenow=${done}
    aria-valuemin="0"
    aria-valuemax=${total}
    ><span .style="inline-size: ${Math.round((done / total) * 100)}%"></span
  ></span>
`

const isAllRead = ({ number, total }: FileProgress): boolean => number === total

/** What comes after the last page has no measure of its own, and is not told as reading that has come to its end. */
const wordsOf = (part: FileProgress): string =>
  isAllRead(part)
    ? `${counted(part.total, part.unit, `${part.unit}s`)} read; now the article is checked and stored`
    : fileProgressInWords(part)

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
      <div class="notice importing" role="group" aria-label="Import">
        ${icon(LoaderCircle)}
        <div class="so-far">${this.#soFar(progress)}</div>
        <button class="link" ?disabled=${cancelling.value} @click=${() => void cancelImport()}>
          ${cancelling.value ? 'Cancelling…' : 'Cancel'}
        </button>
      </div>
    `
  }

  /** Of many files, and of pages, not each is said aloud: the bar can be asked how far it is. */
  #soFar({ fileName, number, total, done, failures, part }: ImportProgress) {
    if (total === 0) return html`<p>Looking for articles: ${number} so far</p>`
    const words = part === null ? nothing : html`<p class="part">${wordsOf(part)}</p>`
    if (total === 1)
      return html`
        <p role="status">Importing <bdi>${fileName}</bdi></p>
        ${part === null || isAllRead(part) ? nothing : bar('Read', part.number, part.total)} ${words}
      `
    return html`
      <p>Importing ${number} of ${total}: <bdi>${fileName}</bdi></p>
      ${bar('Done', done, total)} ${words}
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
