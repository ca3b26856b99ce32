import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { extract } from '#core/mechanism/extract.ts'
import { fail, succeed } from '#core/result/result.ts'
import { readLexicon } from '../read-resources.ts'
import type { Extractor } from './extractor.ts'
import { extendLexicon } from './extend-lexicon.ts'

/**
 * Looks for mechanisms in this thread, which does nothing else until it is done: right for a program that has nothing
 * else to do, and for short texts. `resources` is the folder that holds `lexicon/`.
 */
export const extractHere = (resources: string): Extractor => {
  let lexicon: Lexicon | null = null
  return {
    extract: async (article, own, { signal, progress } = {}) => {
      if (lexicon === null) {
        const read = await readLexicon(resources)
        // One that could not be read is tried again the next time.
        if (!read.ok) return read
        lexicon = read.value
      }
      if (signal?.aborted === true) return fail('cancelled', 'The search for mechanisms was stopped.')
      return succeed(extract(article, extendLexicon(lexicon, own), progress))
    },
    close: () => Promise.resolve(),
  }
}
