import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { contentHash } from './importing/content-hash.ts'
import type { Companions } from './importing/pictures/companions.ts'
import { extensionByStart } from './importing/pictures/media-kinds.ts'
import { isKeptDrawing } from './importing-apart/is-kept-drawing.ts'
import { systemCode } from './store/disk-failure.ts'

/** Whether bytes are what the name of a kept picture says: their hash, their kind, and for a drawing that it may be shown. */
const isNamed = async (name: string, bytes: Uint8Array): Promise<boolean> => {
  const hash = contentHash(bytes)
  const extension = extensionByStart(bytes)
  return name === `${hash}.${extension}` && (extension !== 'svg' || (await isKeptDrawing(hash, bytes)))
}

/** The bytes of a kept picture, if they are what its name says; null when the file is missing, cannot be read or is another. */
export const readAsset = async (document: string, name: string): Promise<Uint8Array | null> => {
  try {
    const bytes = await readFile(join(document, 'assets', name))
    return (await isNamed(name, bytes)) ? bytes : null
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return null
  }
}

/** What lay beside a file when it was imported, from the folder of its document: its pictures by the references that led to them. */
export const keptCompanions = (document: string, assets: NonNullable<Article['assets']>): Companions => ({
  read: async references => {
    const wanted = new Set(references)
    const found = new Map<string, Uint8Array>()
    for (const { name, from } of assets) {
      const asked = from?.filter(reference => wanted.has(reference)) ?? []
      const bytes = asked.length === 0 ? null : await readAsset(document, name)
      if (bytes !== null) for (const reference of asked) found.set(reference, bytes)
    }
    return found
  },
})
