import { expect, test } from '@playwright/test'
import { writeBenchmarkSection } from './benchmark-page.ts'
import { families } from './anchoring/all-families.ts'
import { caseSets } from './anchoring/case.ts'
import { compareOn, contestants, OURS } from './anchoring/compare.ts'
import type { Result } from './anchoring/compare.ts'
import { SIZES, timeMany } from './anchoring/many.ts'
import { describeGoal, goalsOf, reportOf } from './anchoring/report.ts'

/** Annotations of a family on which the contestants are compared; of look-alikes in their place there are more. */
const MOST = 200
const MOST_FLIPS = 600

test('passages found again in edited texts, and refused where they say something else', () => {
  test.setTimeout(30 * 60_000)
  const entered = contestants()
  const results: Result[] = []
  for (const family of families) {
    const most = family.name === 'look-alike in its place' ? MOST_FLIPS : MOST
    for (const set of caseSets) results.push(...compareOn(family, set, most, entered))
    console.log(`${family.name}: done`)
  }
  writeBenchmarkSection(
    'Finding passages again',
    `Node ${process.versions.node}`,
    reportOf(
      results,
      SIZES.map(size => timeMany(size)),
    ),
  )
  for (const set of caseSets) {
    console.log(`${set}:`)
    for (const goal of goalsOf(results, set)) console.log(`  ${describeGoal(goal)}`)
  }
  const wrong = results
    .filter(({ contestant, score }) => contestant === OURS && score.counts['found wrong'] > 0)
    .map(({ family, set, score }) => `${family}, ${set}: ${score.counts['found wrong']}`)
  expect(wrong, 'a mark on the wrong words').toEqual([])
})
