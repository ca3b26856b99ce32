import * as v from 'valibot'
import { directions } from '#core/mechanism/mechanism.ts'
import { opened } from '../../state/article.ts'
import { dropDraft, keepDraft, readDraftAs } from '../../state/drafts.ts'
import type { EffectFields } from './effect-fields.ts'

/** The fields of a correction as they are written down. */
const fieldsSchema = v.object({
  agent: v.string(),
  direction: v.picklist(directions),
  target: v.string(),
  negated: v.boolean(),
  hedged: v.boolean(),
})

/** Effects are corrected in the article that is open; null when none is. */
const keyOf = (effect: string): string | null => {
  const document = opened.peek()?.article.id
  return document === undefined ? null : `${document}/effect/${effect}`
}

/** The correction of an effect that was left unsaved; null when there is none, or none that can be read. */
export const draftOfEffect = (effect: string): EffectFields | null => {
  const key = keyOf(effect)
  const fields = key === null ? null : readDraftAs(key, fieldsSchema)
  return fields === null ? null : { id: effect, ...fields }
}

export const keepEffectDraft = (fields: EffectFields): void => {
  const key = keyOf(fields.id)
  if (key !== null) keepDraft(key, JSON.stringify(fields))
}

export const dropEffectDraft = (effect: string): void => {
  const key = keyOf(effect)
  if (key !== null) dropDraft(key)
}
