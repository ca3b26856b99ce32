import { americanSpelling } from './spellings.mjs'

/** @typedef {import('./read-topic.mjs').TopicEntry} TopicEntry */
/** @typedef {{ name: string, type: string, synonyms?: string[] }} LexiconEntry */

/** The small Greek letters from alpha on and the micro sign, each with its name. */
const GREEK =
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi ρ rho ' +
  'σ sigma τ tau φ phi χ chi ψ psi ω omega'
const letters = new Map([...GREEK.matchAll(/(\S) (\S+)/g)].map(([, letter = '', name = '']) => [letter, name]))

/**
 * The form in which names are compared; the same as src/core/mechanism/entities/normalise-name.ts, which a script for
 * Node cannot import. A test holds the two together.
 * @param {string} name
 */
export const keyOf = name =>
  name
    .toLowerCase()
    .replace(/\p{Script=Greek}|µ/gu, letter => letters.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}+]/gu, '')

/** Name and synonyms, with the American spelling of each, one a key.
 * @param {TopicEntry} entry
 */
const namesOf = ({ name, synonyms }) => {
  /** @type {Map<string, string>} */
  const names = new Map()
  for (const written of [name, ...synonyms])
    for (const spelling of [written, americanSpelling(written)])
      if (spelling !== null && !names.has(keyOf(spelling))) names.set(keyOf(spelling), spelling)
  return names
}

/**
 * One entry a thing: a family's member joins the entry that has its name. Of two entries that claim one written name,
 * `ambiguous` says which gets it; without such a line that is a problem.
 * @param {readonly TopicEntry[]} topics
 * @param {Readonly<Record<string, string>>} ambiguous written name to the name of the entry that has it
 * @returns {{ entries: LexiconEntry[], problems: string[] }}
 */
export const mergeEntries = (topics, ambiguous) => {
  /** @type {string[]} */
  const problems = []
  const decided = new Map(Object.entries(ambiguous).map(([written, name]) => [keyOf(written), name]))
  const single = topics.filter(entry => !entry.family)
  const owner = new Map(single.flatMap(entry => [...namesOf(entry).keys()].map(key => [key, entry])))
  /** @type {Map<TopicEntry, Map<string, string>>} */
  const merged = new Map(single.map(entry => [entry, namesOf(entry)]))
  for (const member of topics.filter(entry => entry.family)) {
    const own = owner.get(keyOf(member.name))
    const names = own && merged.get(own)
    if (names) for (const [key, written] of namesOf(member)) names.set(key, names.get(key) ?? written)
    else merged.set(member, namesOf(member))
  }
  /** @type {Map<string, TopicEntry>} */
  const taken = new Map()
  const used = new Set()
  for (const [entry, names] of merged) {
    for (const key of names.keys()) {
      const decision = decided.get(key)
      if (decision !== undefined) used.add(key)
      if (decision !== undefined && decision !== entry.name) names.delete(key)
      else if (taken.has(key))
        problems.push(`"${names.get(key)}" stands for "${taken.get(key)?.name}" and for "${entry.name}"`)
      else taken.set(key, entry)
    }
  }
  for (const [written, name] of Object.entries(ambiguous))
    if (!used.has(keyOf(written))) problems.push(`ambiguous.json: nothing is written "${written}" (${name})`)
  const entries = [...merged].map(([{ name, type }, names]) => {
    const synonyms = [...names.values()].filter(written => written !== name)
    return synonyms.length > 0 ? { name, type, synonyms } : { name, type }
  })
  return { entries, problems }
}
