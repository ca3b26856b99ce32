import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Check, LoaderCircle, TriangleAlert } from 'lucide'
import { icon } from '../../components/icon.ts'
import { counted } from '../../components/counted.ts'
import { annotations } from '../../state/annotations.ts'
import { currentSection, opened } from '../../state/article.ts'
import { library } from '../../state/library.ts'
import { currentPage, pageName, showsPages } from '../../state/pages.ts'
import { progressPercent } from '../../state/reading-position.ts'
import { saving } from '../../state/saving.ts'
import { saveAgain } from '../../state/start.ts'
import { updating } from '../../state/updates.ts'
import { WatchingElement } from '../../state/watch.ts'
import { readingMinutes } from '../reader/article-head.ts'

/** The line at the bottom: whether all is on the disk, how much there is, and how far the reader has come. */
@customElement('status-line')
export class StatusLine extends WatchingElement {
  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const article = opened.value
    return html`
      <footer class="status-line" aria-label="Status">
        ${this.#saving()}
        ${
          article === null
            ? nothing
            : html` <span class="section">${currentSection.value?.title ?? ''}</span>
                <span class="marks">${counted(annotations.value.length, 'mark', 'marks')}</span>
                <span class="words"
                  >${showsPages.value ? pageName(currentPage.value) : counted(article.entry.words, 'word', 'words')}</span
                >
                ${this.#progress(article.entry.words)}`
        }
      </footer>
    `
  }

  #saving() {
    const { status, message, waiting } = saving.value
    if (status === 'failed') {
      return html` <span class="saving failed">
        ${icon(TriangleAlert, 15)}
        <span class="why" title=${message}>${counted(waiting, 'change', 'changes')} not saved. ${message}</span>
        <button class="link" @click=${() => void saveAgain()}>Try again</button>
      </span>`
    }
    if (updating.value !== null)
      return html`<span class="saving">${icon(LoaderCircle, 14)} Changing the version…</span>`
    if (status === 'saving') return html`<span class="saving">${icon(LoaderCircle, 14)} Saving…</span>`
    if (library.value?.writable === false)
      return html`<span class="saving readonly">${icon(TriangleAlert, 14)} Read only</span>`
    return html`<span class="saving done">${icon(Check, 14)} Saved</span>`
  }

  #progress(words: number) {
    const share = progressPercent.value
    const left = Math.round(readingMinutes(words) * (1 - share / 100))
    const remaining = share >= 100 ? 'read to the end' : left < 1 ? 'under a minute left' : `${left} min left`
    return html` <span class="progress" title=${remaining}>
      <span
        class="track"
        role="progressbar"
        aria-label="Read"
        aria-valuenow=${share}
        aria-valuemin="0"
        aria-valuemax="100"
        ><span .style="inline-size: ${share}%"></span
      ></span>
      <span class="share">${share}%</span>
    </span>`
  }
}
