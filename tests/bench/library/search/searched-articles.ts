import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Block } from '#core/article/article.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { FORMAT } from '#library/library-files.ts'
import { writeStored } from '../../../integration/store/stored-file.ts'
import { randomFrom } from '../../anchoring/random.ts'
import { lineAt } from '../index-lines.ts'
import { readRealArticle } from '../real-article.ts'

/** Words of the field that queries ask for, the frequent first; what is made up of syllables stands between and after them. */
const known =
  'the of and in to a with by for that was were is on from after pain cells increased expression injury reduced spinal neuropathic microglia nerve inflammation IL-10 TNF-α receptor stem signalling morphine astrocytes cytokines CCL2 anti-inflammatory IL-1β neurons tolerance dorsal horn BDNF P2X4 minocycline allodynia'.split(
    ' ',
  )
const syllables =
  'mi cro gli a neu ro pa in cy to ki ne re cep tor sig nal path way hib it al lo dy ni spi cord mor phi stem ex pres sion pro te ge net ic im mu no the ra py'.split(
    ' ',
  )

/** Different words of the library: about as many as ten thousand abstracts and their introductions have. */
const VOCABULARY = 60_000
/** Characters of one article. */
const LENGTH = 6_000
const PARAGRAPH = 500

const vocabularyOf = (random: () => number): readonly string[] => {
  const words = new Set(known)
  const syllable = (): string => syllables[Math.floor(random() * syllables.length)] ?? ''
  while (words.size < VOCABULARY) words.add(Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''))
  return [...words]
}

/** Picks words as often as texts use them: the n-th most frequent one n times as seldom as the first (Zipf). */
const wordPicker = (words: readonly string[], random: () => number): (() => string) => {
  const sums: number[] = []
  let sum = 0
  for (const [at] of words.entries()) sums.push((sum += 1 / (at + 2)))
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
}

interface TextOfArticle {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
}

const textOf = (pick: () => string, random: () => number, at: number): TextOfArticle => {
  const title = `${pick()} and ${pick()} in ${pick()} ${pick()} (${at + 1})`
  const blocks: Block[] = []
  let text = ''
  const add = (kind: Block['kind'], section: string, words: string): void => {
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? words : `${text}\n${words}`
    const level = kind === 'heading' ? { level: section === 's1' ? 1 : 2 } : {}
    blocks.push({ id: `b${blocks.length + 1}`, kind, section, start, end: text.length, ...level })
  }
  const sentence = (): string => {
    const words = Array.from({ length: 12 + Math.floor(random() * 14) }, pick).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
  add('heading', 's1', title)
  let section = 1
  while (text.length < LENGTH) {
    if (random() < 0.2) {
      section += 1
      add('heading', `s${section}`, `${pick()} ${pick()}`)
    }
    let paragraph = sentence()
    while (paragraph.length < PARAGRAPH) paragraph += ` ${sentence()}`
    add('paragraph', `s${section}`, paragraph)
  }
  return { title, text, blocks }
}

/** Makes a library in `folder` of so many articles of 6 kB, with the files that are searched, and gives its list. The same at every run. */
export const makeSearchedArticles = async (folder: string, count: number): Promise<readonly DocumentEntry[]> => {
  const chance = randomFrom('searched articles')
  const random = (): number => chance.next()
  const pick = wordPicker(vocabularyOf(random), random)
  const { index, article, entry, notes, mechanisms } = await readRealArticle()
  const documents: DocumentEntry[] = []
  for (let at = 0; at < count; at += 1) {
    const { title, text, blocks } = textOf(pick, random, at)
    const id = `searched-article-${at}`
    const to = join(folder, 'documents', id)
    await mkdir(to, { recursive: true })
    const metadata = { ...article.metadata, title }
    const textHash = createHash('sha256').update(text).digest('hex')
    await writeStored(join(to, 'article.json'), { ...article, format: FORMAT, id, metadata, text, blocks, textHash })
    await writeStored(join(to, 'notes.json'), {
      ...notes,
      format: FORMAT,
      document: id,
      annotations: [],
      pageNote: null,
    })
    await writeStored(join(to, 'mechanisms.json'), {
      ...mechanisms,
      format: FORMAT,
      found: { mechanisms: [], effects: [], entities: [], study: null },
      cards: [],
    })
    documents.push({ ...lineAt(at, entry), id, title })
  }
  await writeStored(join(folder, 'library.json'), { ...index, format: FORMAT, documents })
  return documents
}
