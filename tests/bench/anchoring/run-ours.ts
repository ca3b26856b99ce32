import { parseArgs } from 'node:util'
import type { Verdict } from '#core/anchoring/verdict.ts'
import { isFound } from '#core/anchoring/verdict.ts'
import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchoringCase, CaseSet, Passage } from './case.ts'
import { caseSets } from './case.ts'
import { families } from './all-families.ts'
import { nameOf } from './names.ts'
import { randomFrom } from './random.ts'
import { addToScore, emptyScore, outcomes } from './score.ts'
import type { Outcome } from './score.ts'

const listed: Readonly<Record<string, readonly Outcome[]>> = {
  wrong: ['found wrong'],
  loose: ['found loosely'],
  refused: ['refused wrongly'],
  all: ['found wrong', 'found loosely', 'refused wrongly'],
}

const quoted = (words: string): string => `“${words.replaceAll('\n', '⏎')}”`

const describe = (verdict: Verdict, text: string): string => {
  if (isFound(verdict)) return `${verdict.status} ${quoted(text.slice(verdict.start, verdict.end))}`
  const near = verdict.status === 'uncertain' ? verdict.candidates[0] : verdict.rejected
  const shown = near
    ? ` nearest ${quoted(text.slice(near.start, near.end))} score ${near.score.toFixed(2)} refusal ${near.refusal}`
    : ''
  return `${verdict.status} (${verdict.reason})${shown}`
}

const explain = (
  outcome: Outcome,
  { selectors, expected }: Passage,
  verdict: Verdict,
  { next, family, name }: AnchoringCase,
): string =>
  [
    `${outcome.toUpperCase()}  ${family} · ${name}${expected.kind === 'find' && expected.meaning ? ' · a word that bears meaning was edited' : ''}`,
    `  quote    ${quoted(selectors.quote.exact)}`,
    `  expected ${expected.kind === 'refuse' ? `refuse: ${expected.because}` : quoted(next.text.slice(expected.span.start, expected.span.end))}`,
    `  verdict  ${describe(verdict, next.text)}`,
  ].join('\n')

/** Prints a line for each family and set, and the listed cases; returns 1 when a wrong passage was shown as found. */
export const runOurs = (args: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: 'string' },
      list: { type: 'string' },
      limit: { type: 'string', default: '40' },
      'without-names': { type: 'boolean', default: false },
    },
  })
  const wanted = caseSets.filter((set): set is CaseSet => values.set === undefined || set.startsWith(values.set))
  const options = values['without-names'] ? {} : { nameOf: nameOf() }
  const shown = values.list === undefined ? [] : (listed[values.list] ?? [])
  let left = Number(values.limit)
  let wrong = 0
  console.log(
    `${'family'.padEnd(44)} ${'set'.padEnd(12)} ${outcomes.map(name => name.padStart(15)).join(' ')}   statuses`,
  )
  for (const family of families) {
    if (positionals.length > 0 && !positionals.some(word => family.name.includes(word))) continue
    for (const set of wanted) {
      const score = emptyScore()
      const statuses = new Map<string, number>()
      const notes: string[] = []
      for (const item of family.cases(set, randomFrom(`${set} ${family.name}`))) {
        const before = performance.now()
        const verdicts = anchorAll(
          item.next,
          item.passages.map(({ selectors }) => selectors),
          options,
        )
        score.milliseconds += performance.now() - before
        const judged = addToScore(
          score,
          item,
          verdicts.map(verdict => (isFound(verdict) ? verdict : null)),
        )
        for (const [index, outcome] of judged.entries()) {
          const verdict = verdicts[index]
          const passage = item.passages[index]
          if (!verdict || !passage) continue
          statuses.set(verdict.status, (statuses.get(verdict.status) ?? 0) + 1)
          if (shown.includes(outcome) && left-- > 0) notes.push(explain(outcome, passage, verdict, item))
        }
      }
      wrong += score.counts['found wrong']
      const total = outcomes.reduce((sum, name) => sum + score.counts[name], 0)
      const counts = outcomes.map(name =>
        `${score.counts[name]}${score.meaning[name] ? ` (${score.meaning[name]})` : ''}`.padStart(15),
      )
      const time = `${((1000 * score.milliseconds) / Math.max(1, total)).toFixed(0)} µs`
      console.log(
        `${family.name.padEnd(44)} ${set.padEnd(12)} ${counts.join(' ')}   ${[...statuses].map(([name, count]) => `${name} ${count}`).join(', ')}; ${time}`,
      )
      for (const note of notes) console.log(note)
    }
  }
  return wrong > 0 ? 1 : 0
}
