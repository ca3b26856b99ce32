import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import type { Study } from '#core/mechanism/mechanism.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

/** Short reports written for these tests, each with what a careful reader takes from it; null where no study is told. */
const folder = new URL('../../fixtures/mechanism-studies/', import.meta.url)
const reports = readdirSync(folder)
  .toSorted()
  .map(file => {
    const report = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { lines: string[]; expected: unknown }
    return [file.replace('.json', ''), report.lines, report.expected] as const
  })

/** A study in the short form of the reports. */
const inShort = (study: Study | null): unknown =>
  study && {
    participants: study.participants.count,
    groups: study.groups.map(group => [group.label, group.count]),
    sum: study.sum,
    consistent: study.consistent,
    ...(study.otherReading ? { otherReading: study.otherReading } : {}),
    design: (study.design ?? []).map(trait => trait.name),
    outcomes: study.outcomes.map(({ direction, text, interpretation }) =>
      interpretation ? [direction, text, true] : [direction, text],
    ),
    adverseEvents: study.adverseEvents.map(event => event.text),
    notReported: study.notReported,
  }

describe.each(reports)('%s', (_, lines, expected) => {
  const article = articleFromLines(lines)
  const { study } = extract(article, shippedLexicon)

  it('is read as it was reviewed', () => expect(inShort(study)).toEqual(expected))

  it('stands in the text where it says', () => {
    for (const { passage } of [
      ...(study ? [study.participants] : []),
      ...(study?.groups ?? []),
      ...(study?.design ?? []),
      ...(study?.outcomes ?? []),
      ...(study?.adverseEvents ?? []),
    ])
      expect(article.text.slice(passage.start, passage.end)).toBe(passage.quote)
  })
})
