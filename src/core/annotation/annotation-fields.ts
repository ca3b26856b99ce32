import * as v from 'valibot'
import { annotationSchema, pageNoteSchema } from './annotation.ts'
import { allNotes, allWords, life, oneOf } from './field-rule.ts'
import type { FieldRule } from './field-rule.ts'

const { style, color, selectors, madeOn, keptOrphan, setAside, origin } = annotationSchema.entries

/** What of an annotation is changed by itself. The passage is one with what an update of the article left open about it. */
export const annotationFields: readonly FieldRule[] = [
  life,
  oneOf({ name: 'style', title: 'style' }, style),
  oneOf({ name: 'color', title: 'colour' }, color),
  allNotes({ name: 'note', title: 'note' }),
  allWords({ name: 'tags', title: 'tags' }),
  oneOf({ name: 'passage', title: 'passage' }, v.object({ selectors, madeOn, keptOrphan, setAside }), [
    'selectors',
    'madeOn',
    'keptOrphan',
    'setAside',
  ]),
  // It tells what a later import is compared with, and nothing that the reader would miss.
  { ...oneOf({ name: 'origin', title: 'origin' }, origin), keepsAll: true },
]

export const pageNoteFields: readonly FieldRule[] = [allNotes({ name: 'value', title: 'page note' })].map(rule => ({
  ...rule,
  schema: pageNoteSchema.entries.value,
}))
