import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { RotateCcw } from 'lucide'
import type { ImportSummary } from '#core/bridge/calls.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import { importAgain } from '../../keyboard/run-command.ts'
import { openArticle } from '../../state/article.ts'
import { importReport } from '../../state/import-report.ts'

/** Lines of a list that are shown; nobody reads more, and what is more is counted. */
const MOST_LINES = 300

const rest = (number: number) => (number > MOST_LINES ? html`<li>… and ${number - MOST_LINES} more</li>` : nothing)

/** What an import of several files came to: what failed and why, what was there already, what was passed over. */
@customElement('import-report-dialog')
export class ImportReportDialog extends ModalElement {
  readonly name = 'import-report'
  readonly heading = 'What was imported'

  protected content(): TemplateResult {
    const report = importReport.value
    if (report === null) return html``
    const added = report.ids.length - report.duplicates.length
    return html`
      <p>${counted(added, 'article is', 'articles are')} new in your library.</p>
      ${this.#failures(report)} ${this.#duplicates(report)}
      ${
        report.remarks.length === 0
          ? nothing
          : html`<section>
              <h3>In the folders</h3>
              <ul>
                ${report.remarks.map(remark => html`<li>${remark}</li>`)}
              </ul>
            </section>`
      }
    `
  }

  #failures({ failures, again }: ImportSummary) {
    if (failures.length === 0) return nothing
    const tryAgain = (token: string): void => {
      this.close()
      void importAgain(token)
    }
    return html`
      <section>
        <h3>${counted(failures.length, 'file was', 'files were')} not imported</h3>
        <ul tabindex="0" aria-label="Files that were not imported">
          ${failures.slice(0, MOST_LINES).map(failure => html`<li><bdi>${failure}</bdi></li>`)} ${rest(failures.length)}
        </ul>
        ${
          again === null
            ? nothing
            : html`<button class="button" @click=${() => tryAgain(again)}>${icon(RotateCcw, 16)} Try again</button>`
        }
      </section>
    `
  }

  #duplicates({ duplicates }: ImportSummary) {
    if (duplicates.length === 0) return nothing
    const open = (id: string): void => {
      this.close()
      void openArticle(id)
    }
    return html`
      <section>
        <h3>${counted(duplicates.length, 'file was', 'files were')} there already</h3>
        <ul>
          ${duplicates.slice(0, MOST_LINES).map(
            ({ id, title }) =>
              html`<li>
                <bdi>${title}</bdi>
                <button class="link" aria-label="Open ${title}" @click=${() => open(id)}>Open</button>
              </li>`,
          )}
          ${rest(duplicates.length)}
        </ul>
      </section>
    `
  }
}
