import type { CitedWork } from '#core/export/csl-item.ts'
import type { CitationFormat } from '#core/export/citation-format.ts'

interface WrittenFormat {
  readonly extension: string
  /** Loaded when it is wanted: the tables of BibTeX's macros are long. */
  readonly load: () => Promise<(works: readonly CitedWork[]) => string>
}

/** The formats of a file of citations. */
export const citationFormats: Readonly<Record<CitationFormat, WrittenFormat>> = {
  bibtex: { extension: 'bib', load: async () => (await import('./write-bibtex.ts')).writeBibtex },
  csljson: { extension: 'json', load: async () => (await import('#core/export/csl-item.ts')).writeCslJson },
}
