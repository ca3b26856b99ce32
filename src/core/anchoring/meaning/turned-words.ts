import { denyingPrefixes } from './negations.ts'

/** Beginnings that turn a word round when the one stands in the other's place. */
const turningPrefixes: readonly (readonly [string, string])[] = [
  ['up', 'down'],
  ['hyper', 'hypo'],
  ['normo', 'hypo'],
  ['normo', 'hyper'],
  ['eu', 'hypo'],
  ['eu', 'hyper'],
  ['pre', 'post'],
  ['pro', 'anti'],
  ['intra', 'extra'],
  ['intra', 'inter'],
  ['endo', 'exo'],
  ['over', 'under'],
  ['macro', 'micro'],
  ['homo', 'hetero'],
  ['mono', 'poly'],
  ['uni', 'bi'],
  ['in', 'ex'],
  ['in', 'de'],
  ['as', 'des'],
  ['allo', 'auto'],
]

const LEAST_REST = 4

const restAfter = (word: string, prefix: string): string | null =>
  word.startsWith(prefix) && word.length - prefix.length >= LEAST_REST
    ? word.slice(prefix.length).replace(/^-/, '')
    : null

/** A letter that is written twice is a slip, no denial. */
const isDoubled = (rest: string, prefix: string): boolean => prefix.length === 1 && rest.startsWith(prefix)

const stemOfFul = (word: string): string | null => /^(.{3,}?)(?:ful(?:ly)?)$/.exec(word)?.[1] ?? null
const stemOfLess = (word: string): string | null => /^(.{3,}?)(?:less(?:ly)?)$/.exec(word)?.[1] ?? null

const isLessAndFul = (a: string, b: string): boolean => {
  const stem = stemOfLess(a)
  return stem !== null && (stemOfFul(b) === stem || stem === b)
}

/** True for `treated` and `untreated`, `careful` and `careless`, `upregulated` and `downregulated`. Both in small letters. */
export const isTurned = (a: string, b: string): boolean => {
  for (const prefix of denyingPrefixes) {
    if (restAfter(a, prefix) === b && !isDoubled(b, prefix)) return true
    if (restAfter(b, prefix) === a && !isDoubled(a, prefix)) return true
  }
  if (isLessAndFul(a, b) || isLessAndFul(b, a)) return true
  return turningPrefixes.some(([one, other]) => {
    const ofOne = restAfter(a, one)
    const ofOther = restAfter(a, other)
    return (ofOne !== null && ofOne === restAfter(b, other)) || (ofOther !== null && ofOther === restAfter(b, one))
  })
}
