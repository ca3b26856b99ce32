import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { CircleCheck, Info, RotateCcw, TriangleAlert, Undo2 } from 'lucide'
import type { RestorePlan } from '#core/bridge/backups.ts'
import type { RestoreCounts, RestoreItem } from '#core/revision/restore-plan.ts'
import { countChanges } from '#core/revision/restore-plan.ts'
import { counted } from '../../components/counted.ts'
import { icon } from '../../components/icon.ts'
import {
  NAMES,
  WAITING,
  backupWork,
  chooseDocument,
  leftOut,
  removeNewer,
  restoreChosen,
  restored,
  takeRestoreBack,
} from '../../state/backups.ts'
import { addCounts, countsInWords } from './backup-words.ts'
import { restoreItems } from './restore-items.ts'

interface Part {
  readonly id: string
  readonly title: string
  readonly items: readonly RestoreItem[]
  readonly counts: RestoreCounts
}

/** Parts that go with the library as a whole: they cannot be restored without its articles. */
const OF_LIBRARY: ReadonlySet<string> = new Set([NAMES, WAITING])

const partsOf = ({ documents, names, waiting }: RestorePlan): Part[] => [
  ...documents,
  ...(names.length === 0
    ? []
    : [{ id: NAMES, title: 'My names', items: names.slice(0, 200), counts: countChanges(names) }]),
  ...(waiting.items.length === 0 ? [] : [{ id: WAITING, title: 'Marks that wait for their articles', ...waiting }]),
]

const totalOf = ({ back, changed, newer }: RestoreCounts): number => back + changed + newer

const part = ({ id, title, items, counts }: Part, isFirst: boolean): TemplateResult => {
  const isChosen = !leftOut.value.has(id)
  const canChoose = !OF_LIBRARY.has(id)
  return html`<li class="restore-part ${isChosen ? '' : 'left-out'}">
    ${
      canChoose
        ? html`<input
            type="checkbox"
            id="restore-${id}"
            aria-label="Restore ${title}"
            .checked=${isChosen}
            ?disabled=${backupWork.value !== null}
            @change=${(event: Event) => chooseDocument(id, (event.currentTarget as HTMLInputElement).checked)}
          />`
        : html`<span></span>`
    }
    <details ?open=${isFirst}>
      <summary>
        <bdi class="title">${title}</bdi>
        <span class="counts">${isChosen ? countsInWords(counts, removeNewer.value) : 'Stays as it is now'}</span>
      </summary>
      ${restoreItems(items, totalOf(counts), { isChosen, removesNewer: removeNewer.value })}
    </details>
  </li>`
}

const remarks = ({ gone, added, unchanged, failures }: RestorePlan): TemplateResult => html`
  ${failures.map(line => html`<p class="callout warning">${icon(TriangleAlert, 16)}<span>${line}</span></p>`)}
  ${
    gone.length === 0
      ? nothing
      : html`<div class="callout note">
          ${icon(Info, 16)}
          <div>
            <p>
              ${counted(gone.length, 'article is', 'articles are')} not in your library any more. Put it back from the
              trash, or import its file again, and restore once more: its notes wait in this backup.
            </p>
            <ul>
              ${gone.map(({ title, annotations, inTrash }) => html`<li><bdi>${title}</bdi> (${counted(annotations, 'mark', 'marks')}${inTrash ? ', in the trash' : ''})</li>`)}
            </ul>
          </div>
        </div>`
  }
  <p class="faint remark">
    ${[
      ...(unchanged === 0 ? [] : [`${counted(unchanged, 'article is as it was', 'articles are as they were')}.`]),
      ...(added === 0
        ? []
        : [`${counted(added, 'article', 'articles')} came into the library since and stay as they are.`]),
    ].join(' ')}
  </p>
`

const foot = (chosen: readonly Part[], all: number, newer: number): TemplateResult => {
  const work = backupWork.value
  const changing = addCounts(chosen.map(({ counts }) => counts))
  const touched = changing.back + changing.changed + (removeNewer.value ? changing.newer : 0)
  const articles = chosen.filter(({ id }) => !OF_LIBRARY.has(id)).length
  return html`<div class="restore-foot">
    ${
      newer === 0
        ? nothing
        : html`<label class="check">
            <input
              type="checkbox"
              .checked=${removeNewer.value}
              ?disabled=${work !== null}
              @change=${(event: Event) => {
                removeNewer.value = (event.currentTarget as HTMLInputElement).checked
              }}
            />
            <span>Also remove what was made since <span class="faint">(${newer.toLocaleString('en')})</span></span>
          </label>`
    }
    <p class="faint">A backup of how things are now is made first, so that this can be taken back.</p>
    <p class="actions">
      <button
        class="button primary"
        type="button"
        ?disabled=${work !== null || touched === 0}
        @click=${() => void restoreChosen()}
      >
        ${icon(RotateCcw, 16)}
        ${chosen.length === all ? 'Restore everything' : `Restore ${counted(articles, 'article', 'articles')}`}
      </button>
      ${work !== null && work !== 'making' ? progress(work) : nothing}
    </p>
  </div>`
}

const progress = ({ done, total }: { readonly done: number; readonly total: number }): TemplateResult => html`
  <span class="restore-progress" role="status">
    <progress max=${total || 1} .value=${done} aria-label="Restoring"></progress>
    ${total === 0 ? 'Making a backup first…' : `${done} of ${counted(total, 'article', 'articles')}`}
  </span>
`

/** What restoring the chosen backup would change, and the choice to do it. */
export const restoreView = (plan: RestorePlan): TemplateResult => {
  const parts = partsOf(plan)
  if (parts.length === 0) {
    return html`<div class="as-then">
        ${icon(CircleCheck, 26)}
        <p><strong>Everything is as in this backup.</strong></p>
        <p class="faint">Restoring it would change nothing.</p>
      </div>
      ${remarks(plan)}`
  }
  const out = leftOut.value
  const chosen = parts.filter(({ id }) => (OF_LIBRARY.has(id) ? out.size === 0 : !out.has(id)))
  const newer = addCounts(parts.map(({ counts }) => counts)).newer
  return html`
    <ul class="restore-parts">
      ${repeat(
        parts,
        ({ id }) => id,
        (each, at) => part(each, at === 0 && parts.length <= 3),
      )}
    </ul>
    ${remarks(plan)} ${foot(chosen, parts.length, newer)}
  `
}

/** What the last restoring came to. */
export const restoredView = (): TemplateResult | typeof nothing => {
  const last = restored.value
  if (last === null) return nothing
  const { outcome, isUndo } = last
  const { records, documents, failures } = outcome
  const where = documents === 0 ? '' : ` in ${counted(documents, 'article', 'articles')}`
  return html`<div class="restore-outcome" role="status" tabindex="-1">
    ${icon(failures.length === 0 ? CircleCheck : TriangleAlert, 26)}
    <p>
      <strong
        >${
          records === 0
            ? 'There was nothing to restore.'
            : `${isUndo ? 'Taken back' : 'Restored'}: ${counted(records, 'change', 'changes')}${where}.`
        }</strong
      >
    </p>
    ${failures.map(line => html`<p class="callout warning">${icon(TriangleAlert, 16)}<span>${line}</span></p>`)}
    <p class="faint">
      ${isUndo ? 'Everything is as it was before you restored.' : 'How things were before is the newest backup in the list.'}
    </p>
    ${
      isUndo || records === 0
        ? nothing
        : html`<p class="actions">
            <button
              class="button"
              type="button"
              ?disabled=${backupWork.value !== null}
              @click=${() => void takeRestoreBack()}
            >
              ${icon(Undo2, 16)} Take this back
            </button>
          </p>`
    }
  </div>`
}
