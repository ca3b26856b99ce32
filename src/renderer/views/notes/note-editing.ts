import { signal } from '@preact/signals-core'

/** The one note whose text or tags are being written; null when none is. */
export const editedNote = signal<{ readonly id: string; readonly part: 'note' | 'tags' } | null>(null)

/** Ends the writing of this note, if it is this one that is being written. */
export function endEditing(id: string): void {
  if (editedNote.peek()?.id === id) editedNote.value = null
}
