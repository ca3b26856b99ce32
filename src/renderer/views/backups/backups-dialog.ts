import { html, nothing } from 'lit'
import type { PropertyValues, TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { ArrowLeft, History, Save } from 'lucide'
import { icon } from '../../components/icon.ts'
import { ModalElement } from '../../components/modal-element.ts'
import {
  backupFailure,
  backupList,
  backupShown,
  backupWork,
  beginBackups,
  chosenBackup,
  leaveBackup,
  lookAtBackup,
  makeBackupNow,
  restorePlan,
  restored,
} from '../../state/backups.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { library } from '../../state/library.ts'
import '../../styles/backups.css'
import { backupDays } from './backup-list.ts'
import { clockTime, contentInWords, dayInWords } from './backup-words.ts'
import { restoreView, restoredView } from './restore-view.ts'

/** The library's backups: what each would bring back, and the way back to it. */
@customElement('backups-dialog')
export class BackupsDialog extends ModalElement {
  readonly name = 'backups'
  readonly heading = 'Backups'
  #shown = false
  #hadOutcome = false

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = shownDialog.peek() === this.name
    if (shown !== this.#shown) {
      this.#shown = shown
      if (shown) void beginBackups()
    }
    const hasOutcome = restored.peek() !== null
    if (hasOutcome && !this.#hadOutcome) this.querySelector<HTMLElement>('.restore-outcome')?.focus()
    this.#hadOutcome = hasOutcome
  }

  protected content(): TemplateResult {
    const list = backupList.value
    const chosen = chosenBackup.value
    return html`
      <p class="faint lead">
        Pathmark keeps copies of your notes, cards and names by itself: the last ten, one of each day of a week, and one
        of each week of a month.
      </p>
      ${backupFailure.value === null ? nothing : html`<p class="problem" role="alert">${backupFailure.value}</p>`}
      <div class="backups ${chosen === null ? '' : 'has-chosen'}">
        <nav class="backup-days" aria-label="Backups">
          ${this.#makeButton()} ${list === null ? nothing : backupDays(list, chosen, id => void this.#choose(id))}
        </nav>
        <section class="backup-shown" aria-label="What would change" tabindex="-1">${this.#chosen()}</section>
      </div>
    `
  }

  #makeButton(): TemplateResult {
    const writable = library.value?.writable === true
    return html`<button
      class="button make"
      type="button"
      ?disabled=${backupWork.value !== null || !writable}
      @click=${() => void makeBackupNow()}
    >
      ${icon(Save, 16)} ${backupWork.value === 'making' ? 'Making one…' : 'Make one now'}
    </button>`
  }

  #chosen(): TemplateResult | typeof nothing {
    const backup = backupShown.value
    if (restored.value !== null) return html`${this.#back()} ${restoredView()}`
    if (backup === null) {
      const isEmpty = backupList.value?.backups.length === 0
      return isEmpty
        ? nothing
        : html`<div class="none-chosen">
            ${icon(History, 28)}
            <p>Choose a backup to see what it would bring back. Nothing is changed by looking.</p>
          </div>`
    }
    const plan = restorePlan.value
    return html`
      ${this.#back()}
      <h3 class="shown-time">
        ${dayInWords(backup.made, new Date())}, ${clockTime(backup.made)}
        <span class="faint">${contentInWords(backup)}</span>
      </h3>
      ${
        plan === null
          ? backupFailure.value === null
            ? html`<p class="faint" role="status">Comparing it with what is there now…</p>`
            : nothing
          : restoreView(plan)
      }
    `
  }

  #back(): TemplateResult {
    return html`<button class="button quiet back" type="button" @click=${this.#leave}>
      ${icon(ArrowLeft, 16)} All backups
    </button>`
  }

  readonly #choose = async (id: string): Promise<void> => {
    void lookAtBackup(id)
    await this.updateComplete
    // In a narrow window the list makes room for the backup, and the focus goes with it.
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body || focused.offsetParent === null)
      this.querySelector<HTMLElement>('.backup-shown')?.focus()
  }

  readonly #leave = async (): Promise<void> => {
    const id = chosenBackup.peek()
    leaveBackup()
    await this.updateComplete
    this.querySelector<HTMLElement>(`[data-backup="${id}"]`)?.focus()
  }
}
