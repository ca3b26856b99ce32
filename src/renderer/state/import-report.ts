import { signal } from '@preact/signals-core'
import type { ImportSummary } from '#core/bridge/calls.ts'
import { shownDialog } from './dialogs.ts'

/** What the last import of several files came to, for as long as its report is open. */
export const importReport = signal<ImportSummary | null>(null)

/** Opens a report when there is more to tell than a notice holds; false when a notice will do. */
export function reportImport(summary: ImportSummary): boolean {
  const { ids, failures, newer, duplicates, remarks } = summary
  const several = ids.length + failures.length + newer.length > 1 || remarks.length > 0
  const needed = several && (failures.length > 0 || duplicates.length > 0 || remarks.length > 0)
  if (!needed) return false
  importReport.value = summary
  shownDialog.value = 'import-report'
  return true
}
