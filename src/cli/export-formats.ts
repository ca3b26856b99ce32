import type { ExportedDocument } from '#core/export/exported-document.ts'

type WriteDocument = (document: ExportedDocument) => string

interface ExportFormat {
  readonly extension: string
  readonly load: () => Promise<WriteDocument>
}

/** The formats by the names that `--format` takes. */
const formats: Readonly<Record<string, ExportFormat>> = {
  md: {
    extension: 'md',
    load: async () => (await import('#core/export/export-markdown.ts')).exportMarkdown,
  },
  jsonld: {
    extension: 'jsonld',
    load: async () => (await import('#core/export/export-json-ld.ts')).exportJsonLd,
  },
  csv: {
    extension: 'csv',
    load: async () => (await import('#core/export/export-csv.ts')).exportCsv,
  },
  html: {
    extension: 'html',
    load: async () => (await import('#core/export/export-html.ts')).exportHtml,
  },
}

export const exportFormatNames: readonly string[] = Object.keys(formats)

/** The format of that name; undefined when there is none. */
export const exportFormat = (name: string): ExportFormat | undefined =>
  Object.hasOwn(formats, name) ? formats[name] : undefined
