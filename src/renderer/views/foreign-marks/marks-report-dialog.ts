import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Bookmark, CircleHelp, Clock, FileText } from 'lucide'
import { programNames } from '#core/foreign-marks/describe-place.ts'
import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { openArticle } from '../../state/article.ts'
import { library } from '../../state/library.ts'
import { marksReports, openWaitingMarks } from '../../state/foreign-marks.ts'
import { countsInWords, outcomeInWords } from '../../state/marks-in-words.ts'
import '../../styles/foreign-marks.css'

const titleOf = (id: string): string => library.value?.documents.find(entry => entry.id === id)?.title ?? id

const howFound = ({ by }: WorkReport): string =>
  ({
    document: 'the article that they were exported from',
    doi: 'known by its DOI',
    address: 'known by its address',
    'title-and-author': 'known by title and author',
    title: 'known by its title',
    reader: 'where you put them before',
  })[by ?? 'reader']

const outcomeIcons = { changed: FileText, uncertain: CircleHelp, waiting: Clock } as const

/** What became of the marks of each work that was in imported files; those that need the reader one by one. */
@customElement('marks-report-dialog')
export class MarksReportDialog extends ModalElement {
  readonly name = 'marks-report'
  readonly heading = 'Imported marks'

  protected content(): TemplateResult {
    const reports = marksReports.value
    const waits = reports.some(({ counts }) => counts.waiting > 0)
    return html`
      ${reports.map(report => this.#report(report))}
      <p class="actions">
        <button class="button primary" type="button" autofocus @click=${() => this.close()}>Done</button>
        ${waits ? html`<button class="button" type="button" @click=${() => void openWaitingMarks()}>${icon(Clock, 16)} Show waiting marks</button>` : nothing}
      </p>
    `
  }

  #report({ program, works, counts, warnings }: MarksReport): TemplateResult {
    return html`<section class="marks-report">
      <p class="sum">
        ${icon(Bookmark, 16)}
        <span><strong>Marks of ${programNames[program]}:</strong> ${countsInWords(counts)}.</span>
      </p>
      ${
        warnings.length === 0
          ? nothing
          : html`<ul class="remarks" aria-label="Remarks">
              ${warnings.map(warning => html`<li>${warning}</li>`)}
            </ul>`
      }
      <ul class="works" aria-label="What became of them, by title">
        ${works.map(work => html`<li>${this.#work(work)}</li>`)}
      </ul>
    </section>`
  }

  #work(work: WorkReport): TemplateResult {
    const { title, authors, document, candidates, counts, marks } = work
    return html`
      <h3><bdi>${title}</bdi></h3>
      ${authors.length === 0 ? nothing : html`<p class="faint by"><bdi>${authors.join(', ')}</bdi></p>`}
      <p class="what">
        ${countsInWords(counts)}.
        ${
          document === null
            ? html`<span class="faint"
                >${candidates.length === 0 ? 'This article is not in your library.' : `It may be ${candidates.map(id => `“${titleOf(id)}”`).join(' or ')}: put them there in the list of waiting marks.`}</span
              >`
            : html`<span class="faint">${howFound(work)}.</span>
                <button class="link" type="button" @click=${() => this.#open(document)}>Open the article</button>`
        }
      </p>
      ${
        marks.length === 0
          ? nothing
          : html`<details>
              <summary>${marks.length === 1 ? 'One mark to look at' : `${marks.length} marks to look at`}</summary>
              <ul class="marks">
                ${marks.map(
                  ({ outcome, quote, note }) =>
                    html`<li>
                      <span class="outcome">
                        ${icon(outcomeIcons[outcome as keyof typeof outcomeIcons] ?? Clock, 14)}
                        ${outcomeInWords(outcome)}
                      </span>
                      ${quote === '' ? nothing : html`<blockquote><bdi>${quote}</bdi></blockquote>`}
                      ${note === '' ? nothing : html`<p class="note"><bdi>${note}</bdi></p>`}
                    </li>`,
                )}
              </ul>
            </details>`
      }
    `
  }

  #open(id: string): void {
    this.close()
    void openArticle(id)
  }
}
