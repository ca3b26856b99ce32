import * as v from 'valibot'
import { anchorAll } from '#core/anchoring/anchor-all.ts'
import { describeRefusal } from '#core/anchoring/refusal-words.ts'
import type { Candidate, Verdict } from '#core/anchoring/verdict.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import { refusalToTell } from '#core/revision/refusal-to-tell.ts'
import { offsetSchema } from '#core/text/span.ts'
import { readNames } from '#library/read-resources.ts'
import { describeDifference } from '../describe-report.ts'
import { readJsonFile } from '../read-json-file.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'

const words = { exact: v.string(), prefix: v.optional(v.string(), ''), suffix: v.optional(v.string(), '') }
const placeSchema = v.object({ start: offsetSchema, end: offsetSchema })

/** Selectors as annotations keep them, each with an id; or flat, the words and the offsets beside the id. */
const selectorSchema = v.union([
  v.object({ id: v.string(), quote: v.object(words), position: v.optional(placeSchema) }),
  v.pipe(
    v.object({ id: v.string(), ...words, ...v.partial(placeSchema).entries }),
    v.check(({ start, end }) => (start === undefined) === (end === undefined), 'start and end go together'),
    v.transform(({ id, start, end, ...quote }) => ({
      id,
      quote,
      position: start === undefined || end === undefined ? undefined : { start, end },
    })),
  ),
])

const inputSchema = v.array(v.object({ text: v.string(), selectors: v.array(selectorSchema) }))

/** The nearest passage of a lost one is named as candidates are, so that there is one place to look for both. */
const printed = (id: string, verdict: Verdict) => {
  if (verdict.status !== 'orphaned') return { id, ...verdict }
  const { status, reason, rejected } = verdict
  return { id, status, reason, ...(rejected !== null && { candidates: [rejected] }) }
}

const describeCandidate = (label: string, { start, end, difference }: Candidate): string =>
  `\n    ${label} ${start}-${end}${difference.length === 0 ? '' : `: ${describeDifference(difference)}`}`

const describe = (id: string, verdict: Verdict): string => {
  const head = `${oneLine(id)}: ${verdict.status}`
  switch (verdict.status) {
    case 'exact':
    case 'moved':
      return `${head} ${verdict.start}-${verdict.end}`
    case 'changed':
      return `${head} ${verdict.start}-${verdict.end}\n    ${describeDifference(verdict.difference)}`
    case 'uncertain': {
      const places = verdict.candidates.map(candidate => describeCandidate('perhaps', candidate))
      return `${head} (${describeRefusal(refusalToTell(verdict))})${places.join('')}`
    }
    case 'orphaned': {
      const nearest = verdict.rejected === null ? '' : describeCandidate('nearest', verdict.rejected)
      return `${head} (${describeRefusal(refusalToTell(verdict))})${nearest}`
    }
  }
}

export const run: RunCommand = async invocation => {
  const input = await readJsonFile(invocation.operands[0] ?? '', inputSchema)
  if (!input.ok) return failed(input.error.message)
  const names = await readNames(invocation.program.resources)
  if (!names.ok) return failed(names.error.message)
  const nameOf = nameOfWord(names.value)
  const found = input.value.map(({ text, selectors }) => {
    const verdicts = anchorAll({ text }, selectors, { nameOf })
    return selectors.flatMap(({ id }, index) => {
      const verdict = verdicts[index]
      return verdict === undefined ? [] : [{ id, verdict }]
    })
  })
  if (invocation.json) printJson(found.map(list => list.map(({ id, verdict }) => printed(id, verdict))))
  else for (const { id, verdict } of found.flat()) print(describe(id, verdict))
  return 0
}
