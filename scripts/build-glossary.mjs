import { readFile, readdir, writeFile } from 'node:fs/promises'

/**
 * Makes the one file that the program loads out of the topics: node scripts/build-glossary.mjs. The tests check what the
 * topics hold, and that the file is up to date.
 */
const GLOSSARY = new URL('../resources/glossary/', import.meta.url)

const topics = (await readdir(new URL('topics/', GLOSSARY))).filter(name => name.endsWith('.json'))
const entries = []
for (const topic of topics)
  entries.push(...JSON.parse(await readFile(new URL(`topics/${topic}`, GLOSSARY), 'utf8')).entries)

const keyOf = (/** @type {{ name: string }} */ { name }) => name.toLowerCase()
entries.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
await writeFile(new URL('glossary.json', GLOSSARY), `${JSON.stringify({ entries }, null, 2)}\n`)
console.log(`${entries.length} entries of ${topics.length} topics`)
