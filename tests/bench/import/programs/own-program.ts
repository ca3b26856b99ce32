import type { DocumentContext } from '#library/importing/make-document.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'
import { measureReading } from '../measure-reading.ts'

const contextOf = (fileName: string): DocumentContext => ({
  fileName,
  now: '2026-01-02T03:04:05Z',
  program: 'Pathmark bench',
  taken: () => false,
  companions: noCompanions,
})

/** Pathmark's reading, and with `purified` also the purifier, loaded in this process. */
await measureReading(async ({ name, bytes, isPurified }) => {
  if (isPurified) {
    const { importDocument } = await import('#library/importing/import-document.ts')
    const imported = await importDocument(bytes, contextOf(name))
    if (!imported.ok) throw new Error(imported.error.message)
    return imported.value.article.text
  }
  const { makeDocument } = await import('#library/importing/make-document.ts')
  const made = await makeDocument(bytes, contextOf(name))
  if (!made.ok) throw new Error(made.error.message)
  return made.value.article.text
})
