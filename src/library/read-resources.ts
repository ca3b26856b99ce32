import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { GlossaryEntry, Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { writtenNames } from '#core/mechanism/entities/written-names.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { entityTypes } from '#core/mechanism/mechanism.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readFailure } from './store/disk-failure.ts'

const synonyms = v.exactOptional(v.array(v.string()))

const lexiconSchema = v.object({
  entries: v.array(v.object({ name: v.string(), type: v.picklist(entityTypes), synonyms })),
})

const glossarySchema = v.object({
  entries: v.array(v.object({ name: v.string(), definition: v.string(), synonyms })),
})

const INSTALL_AGAIN = 'It belongs to the program: install Pathmark again.'

const readResource = async <T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<Result<T>> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return fail('not-readable', `${readFailure(error, path).message} ${INSTALL_AGAIN}`)
  }
  try {
    const parsed = v.safeParse(schema, JSON.parse(text))
    if (parsed.success) return succeed(parsed.output)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return fail('not-readable', `${path} is damaged. ${INSTALL_AGAIN}`)
}

/** The entity lexicon that extraction works with. `resources` is the folder that holds `lexicon/`. */
export const readLexicon = (resources: string): Promise<Result<Lexicon>> =>
  readResource(join(resources, 'lexicon', 'entities.json'), lexiconSchema)

/** The lexicon's names alone, by which a passage that names another thing is told from an edited one. */
export const readNames = async (resources: string): Promise<Result<readonly WrittenName[]>> => {
  const lexicon = await readLexicon(resources)
  return lexicon.ok ? succeed(writtenNames(lexicon.value)) : lexicon
}

/** The definitions that entities are shown with. `resources` is the folder that holds `glossary/`. */
export const readGlossary = async (resources: string): Promise<Result<readonly GlossaryEntry[]>> => {
  const read = await readResource(join(resources, 'glossary', 'glossary.json'), glossarySchema)
  return read.ok ? succeed(read.value.entries) : read
}

/** Paths of the articles that every new library begins with, in the order of their names. */
export const bundledArticles = async (resources: string): Promise<Result<readonly string[]>> => {
  const folder = join(resources, 'articles')
  try {
    const names = (await readdir(folder)).filter(name => name.endsWith('.html')).toSorted()
    return succeed(names.map(name => join(folder, name)))
  } catch (error) {
    return fail('not-readable', `${readFailure(error, folder).message} ${INSTALL_AGAIN}`)
  }
}
