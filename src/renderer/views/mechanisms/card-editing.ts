import type { Passage } from '#core/text/span.ts'
import { opened } from '../../state/article.ts'
import { mergedCards } from '../../state/cards.ts'
import { newId } from '../../state/clock.ts'
import { draftOfCard, dropCardDraft, keepCardDraft } from './card-drafts.ts'
import { emptyForm, formIn, formOfCard } from './card-form-content.ts'
import type { CardForm } from './card-form-content.ts'

/** What is being written: a found or added card by its id, or a new one (`card` null); and the form as it stands. */
export interface Editing {
  readonly document: string
  readonly card: string | null
  readonly form: CardForm
  /** The form was left unsaved before, and is gone on with. */
  readonly resumed: boolean
}

/** What a card says, with all of its effects, also when only some of them are shown. */
const formOf = (id: string): CardForm | null => {
  const card = mergedCards.peek().find(candidate => candidate.id === id)
  return card === undefined ? null : formOfCard(card)
}

/** What was left unsaved, as far as it fits the text that is read now. */
function leftForm(document: string, card: string | null): CardForm | null {
  const left = draftOfCard(document, card)
  return left === null ? null : formIn(opened.peek()?.article.text ?? '', left)
}

/** A new card, or the one that was left unsaved; a passage that was chosen for it now wins over the one it had. */
export const beginCard = (passage: Passage | null): Editing | null => {
  const document = opened.peek()?.article.id
  if (document === undefined) return null
  const left = leftForm(document, null)
  const form = left === null ? emptyForm(passage, newId()) : { ...left, passage: passage ?? left.passage }
  return { document, card: null, form, resumed: left !== null }
}

/** The form of a card that is shown, or what was left unsaved of it; null when it is gone. */
export const editingOf = (id: string): Editing | null => {
  const document = opened.peek()?.article.id
  const form = formOf(id)
  if (document === undefined || form === null) return null
  const left = leftForm(document, id)
  return { document, card: id, form: left ?? form, resumed: left !== null }
}

/** Writes the form down as a draft with each change. */
export const keepForm = (editing: Editing, form: CardForm): Editing => {
  keepCardDraft(editing.document, editing.card, form)
  return { ...editing, form }
}

/** Gives up the draft; a new card keeps the passage that was chosen for it. */
export const startOver = (editing: Editing): Editing => {
  endEditing(editing)
  const fresh = editing.card === null ? null : formOf(editing.card)
  return { ...editing, form: fresh ?? emptyForm(editing.form.passage, newId()), resumed: false }
}

/** Drops the draft of what was saved or given up. */
export const endEditing = (editing: Editing): void => dropCardDraft(editing.document, editing.card)
