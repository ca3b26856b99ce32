import { once } from '../once.ts'
import type { UnitedMechanisms } from './unite-mechanisms.ts'
import { UnitedNotes } from './unite-notes.ts'
import { newWriter } from './uniting.ts'
import type { Uniting } from './uniting.ts'

/** What brings together the copies of one open library's files. */
export interface UnitedRecords {
  readonly uniting: Uniting
  readonly notes: UnitedNotes
  readonly mechanisms: () => Promise<UnitedMechanisms>
}

/** For one opening of a library; `id` is a new UUID, which tells this opening from every other. */
export const unitedRecords = (id: string, rest: Omit<Uniting, 'writer'>): UnitedRecords => {
  const uniting: Uniting = { ...rest, writer: newWriter(id) }
  return {
    uniting,
    notes: new UnitedNotes(uniting),
    // Loaded when they are needed: reading starts faster without them.
    mechanisms: once(async () => {
      const { UnitedMechanisms } = await import('./unite-mechanisms.ts')
      return new UnitedMechanisms(uniting)
    }),
  }
}
