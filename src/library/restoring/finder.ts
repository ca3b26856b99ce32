import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibraryOptions } from '../open-library.ts'

/** What finding mechanisms and passages again needs. The lexicon is read when it is asked for. */
export interface Finder {
  readonly lexicon: () => Promise<Result<Lexicon>>
  /** Name and version of the program. */
  readonly program: string
}

export const finderOf = ({ resources, program }: Pick<OpenLibraryOptions, 'resources' | 'program'>): Finder => {
  let known: Result<Lexicon> | null = null
  const lexicon = async (): Promise<Result<Lexicon>> => {
    // Loaded when it is needed: everything starts faster without it.
    const { readLexicon } = await import('../read-resources.ts')
    // One that could not be read is tried again the next time.
    if (!known?.ok) known = await readLexicon(resources)
    return known
  }
  return { program, lexicon }
}
