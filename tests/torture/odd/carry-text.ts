import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { fromWebAnnotation } from '#core/annotation/web-annotation.ts'
import type { WebAnnotation } from '#core/annotation/web-annotation.ts'
import { exportCsv } from '#core/export/export-csv.ts'
import { exportHtml } from '#core/export/export-html.ts'
import { exportJsonLd } from '#core/export/export-json-ld.ts'
import { exportMarkdown } from '#core/export/export-markdown.ts'
import type { ExportedDocument } from '#core/export/exported-document.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { readExportedDocument } from '#library/exporting/read-exported-document.ts'
import { writeExport } from '#library/exporting/write-export.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { OddText } from './odd-texts.ts'
import { readCsv } from './read-csv.ts'

const BEFORE = 'What stands before it: '

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

/** A page with the text as its title, as its author and in a sentence; with a plain title when it cannot be said in HTML. */
const pageOf = (shown: string, number: number): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(shown)}</title>` +
  `<meta name="author" content="${escape(shown).replaceAll('"', '&quot;')}"></head>` +
  `<body><article><h1>${escape(shown)}</h1><p>${BEFORE}${escape(shown)} and after it, in page ${number}.</p></article></body></html>`

/** A text as a file of UTF-8 can hold it: half a pair is no character. */
const written = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const shortened = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** Says what is not the same. */
const compare = (what: string, wanted: unknown, found: unknown): string[] => {
  const [a, b] = [JSON.stringify(wanted), JSON.stringify(found)]
  return a === b ? [] : [`${what} is ${shortened(b ?? 'nothing')} and not ${shortened(a ?? 'nothing')}`]
}

/** An odd text that was brought into a library, as its title, file name, passage, note, tag and page note. */
export interface CarriedText {
  readonly odd: OddText
  readonly id: string
  readonly annotation: Annotation
  readonly pageNote: string
  /** The page that it came in by. */
  readonly path: string
}

/** Names that a folder takes; the others come in under a plain one. */
const fileNameOf = ({ text }: OddText, number: number): string => {
  const name = `${text}.html`
  const isTaken = /[/\0]/u.test(name) || Buffer.byteLength(name) > 255 || written(name) !== name
  return isTaken ? `page ${number}.html` : name
}

/** Imports a page with the text and marks it; gives what it became, and what is not as it was. */
export const bringIn = async (
  library: OpenLibrary,
  odd: OddText,
  number: number,
  folder: string,
): Promise<{ readonly carried: CarriedText; readonly wrong: readonly string[] }> => {
  const shown = odd.inPage === undefined ? odd.text : (odd.inPage ?? `Plain title ${number}`)
  const source = odd.inPage === null ? shown : odd.text
  const path = join(folder, fileNameOf(odd, number))
  await writeFile(path, pageOf(source, number))
  const { entry } = must(await library.importFile(path))
  const { article } = must(await library.readArticle(entry.id))
  const start = article.text.indexOf(BEFORE) + BEFORE.length
  const span = { start, end: article.text.indexOf(` and after it, in page ${number}`) }
  const now = '2026-11-23T10:00:00.000Z'
  const what = { id: crypto.randomUUID(), now, style: 'highlight', color: 'blue' } as const
  const annotation = makeAnnotation(article, span, { ...what, note: odd.text, tags: [odd.text] })
  must(await library.saveNotes(entry.id, [annotation], { value: odd.text, modified: now, version: 1 }))
  const wrong = [
    ...compare('the title', shown, entry.title),
    ...compare('the author', [shown], entry.authors),
    ...compare('the passage', shown, article.text.slice(span.start, span.end)),
    ...compare('the name of the file', fileNameOf(odd, number), article.provenance.fileName),
    ...compare('the source', true, (await readFile(path)).equals(Buffer.from(pageOf(source, number)))),
  ]
  return { carried: { odd, id: entry.id, annotation, pageNote: odd.text, path }, wrong }
}

/** What the library says of it after it was opened again. */
export const lookAgain = async (library: OpenLibrary, { id, annotation, pageNote }: CarriedText): Promise<string[]> => {
  const notes = must(await library.readNotes(id))
  return [
    ...compare('the annotation', { ...annotation }, withoutOwn(notes.annotations[0])),
    ...compare('the page note', pageNote, notes.pageNote?.value),
  ]
}

/** Without what the library notes of its own. */
const withoutOwn = (annotation: Annotation | undefined): unknown => {
  if (annotation === undefined) return undefined
  const { edits: _edits, ...rest } = annotation as Annotation & { readonly edits?: unknown }
  return rest
}

const readDocument = async (library: OpenLibrary, id: string): Promise<ExportedDocument> =>
  must(await readExportedDocument(library, id, '2026-11-23T11:00:00.000Z', async () => succeed([])))

const collapsed = (text: string): string =>
  written(text)
    .replaceAll(/[\t\n\f\r ]+/gu, ' ')
    .trim()

const compareJsonLd = (content: string, carried: CarriedText, title: string): string[] => {
  const collection = JSON.parse(content) as { label: string; first: { items: WebAnnotation[] } }
  const annotation = collection.first.items
    .filter(({ target }) => typeof target === 'object' && 'selector' in target)
    .map(record => fromWebAnnotation(record).annotation)[0]
  return [
    ...compare('the annotation in JSON-LD', { ...carried.annotation }, withoutOwn(annotation)),
    ...compare('the title in JSON-LD', title, collection.label),
  ]
}

const compareCsv = (content: string, { annotation, odd }: CarriedText): string[] => {
  const [head = [], row = []] = readCsv(content)
  const column = (name: string): string => (row[head.indexOf(name)] ?? '').replace(/^'(?=[=+\-@\t\r\n'＝＋－＠])/u, '')
  return [
    ...compare('the quote in CSV', written(annotation.selectors.quote.exact), column('quote')),
    ...compare('the note in CSV', written(odd.text), column('note')),
  ]
}

const compareMarkdown = (content: string, title: string): string[] => {
  const end = content.indexOf('\n---\n', 4)
  const properties = parseYaml(content.slice(4, end), { version: '1.1' }) as { title: unknown }
  return compare('the title in YAML', written(title), properties.title)
}

/** Writes it in every format, as files, and compares what these carry; the HTML is imported again. */
export const takeOut = async (
  library: OpenLibrary,
  other: OpenLibrary,
  carried: CarriedText,
  folder: string,
): Promise<string[]> => {
  const document = await readDocument(library, carried.id)
  const { title } = document.article.metadata
  const contents = {
    jsonld: exportJsonLd(document),
    csv: exportCsv(document),
    md: exportMarkdown(document),
    html: exportHtml(document),
  }
  const files: Record<string, { content: string; path: string }> = {}
  for (const [extension, content] of Object.entries(contents)) {
    const path = must(await writeExport(folder, title, extension, content))
    files[extension] = { content: await readFile(path, 'utf8'), path }
  }
  const { entry } = must(await other.importFile(files['html']?.path ?? ''))
  const { article } = must(await other.readArticle(entry.id))
  const found = collapsed(article.text)
  const quote = collapsed(carried.annotation.selectors.quote.exact)
  return [
    ...compareJsonLd(files['jsonld']?.content ?? '', carried, title),
    ...compareCsv(files['csv']?.content ?? '', carried),
    ...compareMarkdown(files['md']?.content ?? '', title),
    ...compare('the quote in the HTML that was imported again', true, found.includes(quote)),
    ...compare('the title of the HTML that was imported again', collapsed(title), collapsed(entry.title)),
  ]
}

/** Takes the annotations that a JSON-LD export carries into a library that has the same page, and compares. */
export const bringBack = async (library: OpenLibrary, other: OpenLibrary, carried: CarriedText): Promise<string[]> => {
  const content = exportJsonLd(await readDocument(library, carried.id))
  const collection = JSON.parse(content) as { first: { items: WebAnnotation[] } }
  const annotations = collection.first.items
    .filter(({ target }) => typeof target === 'object' && 'selector' in target)
    .map(record => fromWebAnnotation(record).annotation)
  const { entry } = must(await other.importFile(carried.path))
  must(await other.saveNotes(entry.id, annotations, null))
  const notes = must(await other.readNotes(entry.id))
  return compare('the annotation brought back', { ...carried.annotation }, withoutOwn(notes.annotations[0]))
}
