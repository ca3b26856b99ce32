import * as v from 'valibot'
import { directions } from '#core/mechanism/mechanism.ts'
import { dropDraft, keepDraft, parseDraft, readDraft } from '../../state/drafts.ts'
import type { EffectFields } from './effect-fields.ts'

/** The fields of a correction as they are written down. */
const fieldsSchema = v.object({
  agent: v.string(),
  direction: v.picklist(directions),
  target: v.string(),
  negated: v.boolean(),
  hedged: v.boolean(),
})

const keyOf = (document: string, effect: string): string => `${document}/effect/${effect}`

/** The correction of an effect that was left unsaved; null when there is none, or none that can be read. */
export const draftOfEffect = (document: string, effect: string): EffectFields | null => {
  const text = readDraft(keyOf(document, effect))
  const read = text === null ? null : v.safeParse(fieldsSchema, parseDraft(text))
  return read?.success === true ? { id: effect, ...read.output } : null
}

export const keepEffectDraft = (document: string, fields: EffectFields): void =>
  keepDraft(keyOf(document, fields.id), JSON.stringify(fields))

export const dropEffectDraft = (document: string, effect: string): void => dropDraft(keyOf(document, effect))
