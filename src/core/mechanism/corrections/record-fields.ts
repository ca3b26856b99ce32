import * as v from 'valibot'
import { allWords, highestOf, life, oneOf } from '../../annotation/field-rule.ts'
import type { FieldRule } from '../../annotation/field-rule.ts'
import { orderedJson } from '../../annotation/ordered-json.ts'
import { readerCardSchema } from '../cards/reader-card.ts'
import { effectDecisionSchema } from './effect-decision.ts'
import { MOST_SYNONYMS, ownNameSchema } from './own-name.ts'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What the reader wrote is worth more than a word on it, and what keeps a card or an effect more than what takes it away. */
const rankOfDecision = (value: unknown): number =>
  isObject(value) ? ['rejected', 'accepted', 'corrected', 'edited', 'added'].indexOf(String(value['decision'])) : -1

/** What says more about the card that was found. */
const lengthOf = (value: unknown): number => orderedJson(value).length

const { decision, content, card, about } = readerCardSchema.entries

export const readerCardFields: readonly FieldRule[] = [
  life,
  highestOf(
    oneOf({ name: 'decision', title: 'card' }, v.object({ decision, content }), ['decision', 'content']),
    rankOfDecision,
  ),
  {
    ...highestOf(oneOf({ name: 'place', title: 'place' }, v.object({ card, about }), ['card', 'about']), lengthOf),
    // Both say which found card is meant, in the words of one extractor or another.
    keepsAll: true,
  },
]

const effect = effectDecisionSchema.entries

export const effectDecisionFields: readonly FieldRule[] = [
  life,
  highestOf(
    oneOf(
      { name: 'decision', title: 'decision on an effect' },
      v.object({ decision: effect.decision, content: effect.content }),
      ['decision', 'content'],
    ),
    rankOfDecision,
  ),
  { ...oneOf({ name: 'about', title: 'effect' }, effect.about), keepsAll: true },
]

const { name, type, synonyms } = ownNameSchema.entries

export const ownNameFields: readonly FieldRule[] = [
  life,
  oneOf({ name: 'name', title: 'name' }, name),
  oneOf({ name: 'type', title: 'kind of a name' }, type),
  {
    ...allWords({ name: 'synonyms', title: 'other ways to write a name' }),
    schema: synonyms,
    settle: values => [...new Set(values.flat())].slice(0, MOST_SYNONYMS),
  },
]
