import { readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { keyOf, mergeEntries } from './build-lexicon/merge-entries.mjs'
import { byName, readTopic } from './build-lexicon/read-topic.mjs'

/**
 * Builds the entity lexicon that the program loads from the topic files:
 *   node scripts/build-lexicon.mjs            checks and writes resources/lexicon/entities.json
 *   node scripts/build-lexicon.mjs --sort     sorts the topic files first
 *   node scripts/build-lexicon.mjs --check    writes nothing; fails when the file is not what the topics give
 * Exit status 1 with a line for each problem when the topics contradict themselves or one another.
 */
const FOLDER = new URL('../resources/lexicon/', import.meta.url)
const TARGET = new URL('entities.json', FOLDER)

/** @param {URL} url */
const readJson = async url => /** @type {unknown} */ (JSON.parse(await readFile(url, 'utf8')))

/** @param {URL} url */
const sortTopic = async url => {
  const topic = /** @type {{ about: string, entries: Record<string, string[]> }} */ (await readJson(url))
  const entries = Object.fromEntries(
    Object.entries(topic.entries).map(([type, lines]) => [type, lines.toSorted(byName)]),
  )
  await writeFile(url, `${JSON.stringify({ ...topic, entries }, null, 2)}\n`)
}

/** Goes wherever the file goes: the licence of WordNet asks for it. */
const NOTICE =
  "The project's own topics, and words from WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved (docs/licences/WordNet.txt). Made by scripts/build-lexicon.mjs."

/** @param {readonly import('./build-lexicon/merge-entries.mjs').LexiconEntry[]} entries */
const written = entries =>
  `{\n  "about": ${JSON.stringify(NOTICE)},\n  "entries": [\n${entries.map(entry => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]\n}\n`

const { values } = parseArgs({ options: { sort: { type: 'boolean' }, check: { type: 'boolean' } } })
const folder = new URL('topics/', FOLDER)
const files = (await readdir(folder)).filter(name => name.endsWith('.json')).toSorted()
if (values.sort) await Promise.all(files.map(name => sortTopic(new URL(name, folder))))

const topics = await Promise.all(files.map(async name => readTopic(name, await readJson(new URL(name, folder)))))
const ambiguous = /** @type {{ names: Record<string, string> }} */ (await readJson(new URL('ambiguous.json', FOLDER)))
const own = mergeEntries(
  topics.flatMap(topic => topic.entries),
  ambiguous.names,
)
const problems = [...topics.flatMap(topic => topic.problems), ...own.problems]

/** WordNet only adds: what the project's own topics know is left to them, and the first of two that share a name counts. */
const taken = new Set(own.entries.flatMap(({ name, synonyms = [] }) => [name, ...synonyms].map(keyOf)))
const wordNet = await readJson(new URL('wordnet.json', FOLDER))
const added = mergeEntries(readTopic('wordnet.json', wordNet).entries, {}).entries.filter(({ name, synonyms = [] }) => {
  const keys = [name, ...synonyms].map(keyOf)
  if (keys.some(key => taken.has(key))) return false
  for (const key of keys) taken.add(key)
  return true
})
const content = written([...own.entries, ...added].toSorted((a, b) => byName(a.name, b.name)))
if (values.check && content !== (await readFile(TARGET, 'utf8')))
  problems.push('entities.json is not what the topics give; run node scripts/build-lexicon.mjs')

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else if (!values.check) {
  await writeFile(TARGET, content)
  console.log(`${own.entries.length} own entries and ${added.length} from WordNet in ${fileURLToPath(TARGET)}`)
}
