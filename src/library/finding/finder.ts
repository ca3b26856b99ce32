import type { Article } from '#core/article/article.ts'
import { extractorName, extractorVersion, EXTRACTOR_VERSION } from '#core/mechanism/corrections/extractor-version.ts'
import { ownEntries } from '#core/mechanism/corrections/own-name.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { contentHash } from '../importing/content-hash.ts'
import type { Mechanisms } from '../mechanism-files.ts'
import type { ExtractOptions, Extractor } from './extractor.ts'

/** What was found, and what with: the fields of `mechanisms.json` that are not the reader's. */
export type FoundMechanisms = Pick<Mechanisms, 'extractor' | 'names' | 'found'>

/** What finding mechanisms and passages needs. Lexicon and names are read when they are asked for. */
export interface Finder {
  /** Name and version of the program. */
  readonly program: string
  /** The program's lexicon with the reader's names. */
  lexicon(): Promise<Result<Lexicon>>
  /** Every name of that lexicon; the same list for as long as the names stay the same. */
  writtenNames(): Promise<Result<readonly WrittenName[]>>
  find(article: Article, options?: ExtractOptions): Promise<Result<FoundMechanisms>>
  /** True when this program, with the reader's names as they are now, may find something else than what is there. */
  isStale(kept: Pick<Mechanisms, 'extractor' | 'names'>): Promise<Result<boolean>>
  close(): Promise<void>
}

export interface FinderOptions {
  readonly resources: string
  readonly program: string
  /** The names that the reader gave, deleted ones included. */
  readonly names: () => Promise<Result<readonly OwnName[]>>
  /** Looks for mechanisms in this thread when it is left out. */
  readonly extractor?: Extractor | undefined
}

/** Tells one state of the reader's names from another by what they say; undefined when there are none. */
const namesRevision = (names: readonly OwnName[]): string | undefined => {
  const entries = ownEntries(names)
  return entries.length === 0 ? undefined : contentHash(JSON.stringify(entries)).slice(0, 16)
}

/** Loaded when it is needed: everything starts faster without it. */
const hereOf = async (resources: string): Promise<Extractor> => {
  const { extractHere } = await import('./extract-here.ts')
  return extractHere(resources)
}

export const finderOf = ({ resources, program, names, extractor }: FinderOptions): Finder => {
  let known: Result<Lexicon> | null = null
  let written: { readonly lexicon: Lexicon; readonly names: readonly WrittenName[] } | null = null
  let looking: Promise<Extractor> | null = extractor === undefined ? null : Promise.resolve(extractor)
  const lexicon = async (): Promise<Result<Lexicon>> => {
    const own = await names()
    if (!own.ok) return own
    const { readLexicon } = await import('../read-resources.ts')
    const { extendLexicon } = await import('./extend-lexicon.ts')
    // One that could not be read is tried again the next time.
    if (!known?.ok) known = await readLexicon(resources)
    return known.ok ? succeed(extendLexicon(known.value, ownEntries(own.value))) : known
  }
  return {
    program,
    lexicon,
    writtenNames: async () => {
      const read = await lexicon()
      if (!read.ok) return read
      const { writtenNames } = await import('#core/mechanism/entities/written-names.ts')
      if (written?.lexicon !== read.value) written = { lexicon: read.value, names: writtenNames(read.value) }
      return succeed(written.names)
    },
    find: async (article, options) => {
      const own = await names()
      if (!own.ok) return own
      const found = await (await (looking ??= hereOf(resources))).extract(article, ownEntries(own.value), options)
      if (!found.ok) return found
      const revision = namesRevision(own.value)
      return succeed({
        extractor: extractorName,
        ...(revision !== undefined && { names: revision }),
        found: found.value,
      })
    },
    isStale: async kept => {
      const version = extractorVersion(kept.extractor)
      // What a newer program found is better than what this one would find.
      if (version !== EXTRACTOR_VERSION) return succeed(version < EXTRACTOR_VERSION)
      const own = await names()
      return own.ok ? succeed(namesRevision(own.value) !== kept.names) : own
    },
    close: async () => {
      await (await looking)?.close()
    },
  }
}
