import { importDocument } from '#library/importing/import-document.ts'
import type { ImportedDocument } from '#library/importing/import-document.ts'
import { noCompanions } from '#library/importing/pictures/companions.ts'
import type { Result } from '#core/result/result.ts'

/** Imports a file as the import process does. */
export const importFile = (bytes: Uint8Array, fileName = 'the book.epub'): Promise<Result<ImportedDocument>> =>
  importDocument(bytes, {
    fileName,
    now: '2026-01-02T03:04:05Z',
    program: 'Pathmark test',
    taken: () => false,
    companions: noCompanions,
  })

/** Imports a book of which the test knows that it can be imported. */
export const importBook = async (bytes: Uint8Array): Promise<ImportedDocument> => {
  const imported = await importFile(bytes)
  if (!imported.ok) throw new Error(imported.error.message)
  return imported.value
}

/** What an import comes to, as a person reads it: what the book says of itself, its outline, and its blocks with their kinds. */
export const inWords = ({ article }: ImportedDocument): string => {
  const { metadata, sections, blocks, text, provenance } = article
  const outline = sections.slice(1).map(({ level, title }) => `${'  '.repeat(level - 1)}${title}`)
  const lines = blocks.map(({ kind, level, start, end }) => {
    const words = text.slice(start, end).replaceAll('\n', ' / ')
    return `${level === undefined ? kind : `${kind} ${level}`}: ${words}`
  })
  return [
    ...Object.entries(metadata).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
    '',
    ...outline,
    '',
    ...lines,
    '',
    ...provenance.warnings.map(warning => `warning: ${warning}`),
    '',
  ].join('\n')
}
