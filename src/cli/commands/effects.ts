import * as v from 'valibot'
import { findEffects } from '#core/mechanism/find-effects.ts'
import type { Direction, Effect } from '#core/mechanism/mechanism.ts'
import { offsetSchema } from '#core/text/span.ts'
import type { Span } from '#core/text/span.ts'
import { readLexicon } from '#library/read-resources.ts'
import { describeEffect } from '../describe-mechanisms.ts'
import { readJsonFile } from '../read-json-file.ts'
import type { RunCommand } from '../command.ts'
import { failed, print, printJson } from '../terminal.ts'

/** Entities that are known already, as spans `[start, end]` or as one start and end: UTF-16 offsets, end exclusive. */
const entitySchema = v.union([
  v.object({ type: v.exactOptional(v.string()), spans: v.array(v.tuple([offsetSchema, offsetSchema])) }),
  v.pipe(
    v.object({ type: v.exactOptional(v.string()), start: offsetSchema, end: offsetSchema }),
    v.transform(({ start, end, ...entity }) => ({ ...entity, spans: [[start, end] as const] })),
  ),
])

const inputSchema = v.object({
  docs: v.array(v.object({ id: v.string(), text: v.string(), entities: v.optional(v.array(entitySchema)) })),
})

const signs: Readonly<Record<Direction, 1 | -1 | 0 | 'c'>> = { increases: 1, decreases: -1, affects: 0, converts: 'c' }

const pair = ({ start, end }: Span): readonly [number, number] => [start, end]

const evaluated = ({ agent, target, direction, negated, hedged, trigger }: Effect) => ({
  agent: agent === null ? null : pair(agent),
  target: pair(target),
  sign: signs[direction],
  negated,
  hedged,
  trigger: pair(trigger),
})

const inWords = ({ agent, target, trigger, ...effect }: Effect) => ({
  ...effect,
  agent: agent?.quote ?? null,
  target: target.quote,
  trigger: trigger.quote,
})

export const run: RunCommand = async invocation => {
  const input = await readJsonFile(invocation.operands[0] ?? '', inputSchema)
  if (!input.ok) return failed(input.error.message)
  const lexicon = await readLexicon(invocation.program.resources)
  if (!lexicon.ok) return failed(lexicon.error.message)

  const docs = input.value.docs.map(({ id, text, entities }) => ({
    id,
    effects: findEffects(text, lexicon.value, entities),
  }))
  if (invocation.json) printJson({ docs: docs.map(({ id, effects }) => ({ id, effects: effects.map(evaluated) })) })
  else
    for (const { id, effects } of docs) for (const effect of effects) print(`${id}: ${describeEffect(inWords(effect))}`)
  return 0
}
