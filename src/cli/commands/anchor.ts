import * as v from 'valibot'
import { anchor } from '#core/anchoring/anchor.ts'
import type { Anchor } from '#core/anchoring/anchor.ts'
import { offsetSchema } from '#core/text/span.ts'
import { readJsonFile } from '../read-json-file.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'

const words = { exact: v.string(), prefix: v.optional(v.string(), ''), suffix: v.optional(v.string(), '') }
const placeSchema = v.object({ start: offsetSchema, end: offsetSchema })
/** A selector without a position is found by its words alone. */
const NO_PLACE = { start: 0, end: 0 }

/** Selectors as annotations keep them, each with an id; or flat, the words and the offsets beside the id. */
const selectorSchema = v.union([
  v.object({ id: v.string(), quote: v.object(words), position: v.optional(placeSchema, NO_PLACE) }),
  v.pipe(
    v.object({ id: v.string(), ...words, ...v.partial(placeSchema).entries }),
    v.check(({ start, end }) => (start === undefined) === (end === undefined), 'start and end go together'),
    v.transform(({ id, start, end, ...quote }) => ({
      id,
      quote,
      position: start === undefined || end === undefined ? NO_PLACE : { start, end },
    })),
  ),
])

const inputSchema = v.array(v.object({ text: v.string(), selectors: v.array(selectorSchema) }))

type Verdict = { readonly id: string } & Anchor

const describe = (verdict: Verdict): string =>
  [
    `${oneLine(verdict.id)}: ${verdict.status}`,
    verdict.status === 'orphaned' ? '' : ` ${verdict.start}-${verdict.end}`,
    verdict.reason === undefined ? '' : ` (${verdict.reason})`,
  ].join('')

export const run: RunCommand = async invocation => {
  const input = await readJsonFile(invocation.operands[0] ?? '', inputSchema)
  if (!input.ok) return failed(input.error.message)
  const verdicts: Verdict[][] = input.value.map(({ text, selectors }) =>
    selectors.map(({ id, quote, position }) => ({ id, ...anchor(text, { quote, position }) })),
  )
  if (invocation.json) printJson(verdicts)
  else for (const verdict of verdicts.flat()) print(describe(verdict))
  return 0
}
