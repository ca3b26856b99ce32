import { signal } from '@preact/signals-core'

export type DialogName =
  | 'about'
  | 'shortcuts'
  | 'unsaved'
  | 'newer-copy'
  | 'names'
  | 'backups'
  | 'libraries'
  | 'citation'
  | 'search'
  | 'marks-report'
  | 'waiting-marks'
  | 'import-report'
  | 'import-address'

/** The modal dialog that is open. */
export const shownDialog = signal<DialogName | null>(null)
/** Whether the popover with type and theme is open. */
export const typeSettingsShown = signal(false)
