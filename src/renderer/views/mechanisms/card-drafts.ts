import * as v from 'valibot'
import { readerEffectSchema, readerPassageSchema } from '#core/mechanism/cards/reader-card.ts'
import { dropDraft, keepDraft, readDraftAs } from '../../state/drafts.ts'
import type { CardForm } from './card-form-content.ts'

/** A form as it is written down. Passages are plain offsets, so a draft is good for the article it was begun in only. */
const formSchema = v.object({
  title: v.string(),
  consequence: v.string(),
  passage: v.nullable(readerPassageSchema),
  effects: v.array(
    v.object({ ...readerEffectSchema.entries, agent: v.string(), passage: v.nullable(readerPassageSchema) }),
  ),
})

const keyOf = (document: string, card: string | null): string => `${document}/card/${card ?? 'new'}`

/** The form that was left unsaved for a card (null for a new one); null when there is none, or none that can be read. */
export const draftOfCard = (document: string, card: string | null): CardForm | null =>
  readDraftAs(keyOf(document, card), formSchema)

export const keepCardDraft = (document: string, card: string | null, form: CardForm): void =>
  keepDraft(keyOf(document, card), JSON.stringify(form))

export const dropCardDraft = (document: string, card: string | null): void => dropDraft(keyOf(document, card))
