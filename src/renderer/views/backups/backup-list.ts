import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { History, TriangleAlert } from 'lucide'
import type { BackupList, BackupSummary } from '#core/bridge/backups.ts'
import { icon } from '../../components/icon.ts'
import { clockTime, contentInWords, dayInWords, reasonInWords } from './backup-words.ts'

interface Day {
  readonly name: string
  readonly backups: readonly BackupSummary[]
}

/** The backups by the day on which they were made, in their order. */
const byDay = (backups: readonly BackupSummary[], now: Date): Day[] => {
  const days: { name: string; backups: BackupSummary[] }[] = []
  for (const backup of backups) {
    const name = dayInWords(backup.made, now)
    const last = days.at(-1)
    if (last?.name === name) last.backups.push(backup)
    else days.push({ name, backups: [backup] })
  }
  return days
}

const entry = (backup: BackupSummary, isChosen: boolean, choose: (id: string) => void): TemplateResult => {
  const reason = reasonInWords(backup.reason)
  return html`<li>
    <button
      class="backup"
      type="button"
      data-backup=${backup.id}
      aria-current=${isChosen ? 'true' : nothing}
      @click=${() => choose(backup.id)}
    >
      <time datetime=${backup.made}>${clockTime(backup.made)}</time>
      <span class="words">
        <span>${contentInWords(backup)}</span>
        ${reason === null ? nothing : html`<span class="reason">${reason}</span>`}
      </span>
    </button>
  </li>`
}

/** The library's backups, newest first, by days. */
export const backupDays = (
  { backups, unreadable }: BackupList,
  chosen: string | null,
  choose: (id: string) => void,
): TemplateResult => {
  if (backups.length === 0 && unreadable.length === 0) {
    return html`<div class="no-backups">
      ${icon(History, 28)}
      <p><strong>No backups yet</strong></p>
      <p class="faint">The first is made by itself soon after something has changed.</p>
    </div>`
  }
  return html`
    ${repeat(
      byDay(backups, new Date()),
      ({ name, backups: [first] }) => `${name} ${first?.id}`,
      ({ name, backups: ofDay }, at) => html`
        <section aria-labelledby="backup-day-${at}">
          <h3 id="backup-day-${at}">${name}</h3>
          <ul>
            ${repeat(
              ofDay,
              ({ id }) => id,
              backup => entry(backup, backup.id === chosen, choose),
            )}
          </ul>
        </section>
      `,
    )}
    ${unreadable.map(
      ({ id, problem }) =>
        html`<p class="callout warning">
          ${icon(TriangleAlert, 16)}<span>The backup ${id} cannot be used: ${problem}.</span>
        </p>`,
    )}
  `
}
