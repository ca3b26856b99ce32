import * as v from 'valibot'
import { normaliseName } from '#core/mechanism/entities/normalise-name.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { entityTypes } from '#core/mechanism/mechanism.ts'
import type { EntityType } from '#core/mechanism/mechanism.ts'
import { dropDraft, keepDraft, readDraftAs } from '../../state/drafts.ts'
import type { OwnNameContent } from '../../state/own-names.ts'

/** What is in the form while a name is written; synonyms separated by commas. */
export interface NameForm {
  readonly name: string
  readonly type: EntityType
  readonly synonyms: string
}

export const emptyNameForm: NameForm = { name: '', type: 'gene-or-protein', synonyms: '' }

/** Longer selections are no names, in UTF-16 units. */
export const LONGEST_NAME = 80

/** Selected words as a name: one line, without marks of punctuation around them. */
export const nameOfWords = (words: string): string =>
  words
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"'“‘(,.;:]+|[\s"'”’),.;:]+$/gu, '')
    .slice(0, LONGEST_NAME)

const listed = (synonyms: string): readonly string[] =>
  synonyms
    .split(/[,;\n]/u)
    .map(synonym => synonym.trim())
    .filter(synonym => synonym !== '')

/** Why a form cannot be saved; null when it can. */
export const nameProblem = (form: NameForm, known: readonly OwnName[]): string | null => {
  const key = normaliseName(form.name)
  if (key === '') return 'Write a name.'
  const same = known.find(({ name, synonyms }) => [name, ...synonyms].some(one => normaliseName(one) === key))
  return same === undefined ? null : `“${same.name}” is among your names already.`
}

/** The name that the form describes, each synonym once and none that is the name itself. */
export const contentOfName = ({ name, type, synonyms }: NameForm): OwnNameContent => {
  const seen = new Set([normaliseName(name)])
  const others = listed(synonyms).filter(synonym => {
    const key = normaliseName(synonym)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return { name: name.trim(), type, synonyms: [...others] }
}

const DRAFT = 'names/new'
const formSchema = v.object({ name: v.string(), type: v.picklist(entityTypes), synonyms: v.string() })

/** Writes a form that is being filled in down as a draft; an empty one is none. */
export const keepNameForm = (form: NameForm): void => {
  if (form.name.trim() === '' && form.synonyms.trim() === '') dropDraft(DRAFT)
  else keepDraft(DRAFT, JSON.stringify(form))
}

/** The form as it was left; an empty one when there is none, or none that can be read. */
export const leftNameForm = (): NameForm => readDraftAs(DRAFT, formSchema) ?? emptyNameForm
