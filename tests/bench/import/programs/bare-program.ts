import { measureReading } from '../measure-reading.ts'

const readabilityText = async (pages: readonly string[]): Promise<string> => {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  return pages
    .map(html => {
      const { document } = parseHTML(html)
      const read = new Readability(document).parse()
      return `${read?.title ?? ''}\n${read?.textContent ?? ''}`
    })
    .join('\n')
}

const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const names = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown }
  names.DOMMatrix ??= Object
  names.ImageData ??= Object
  names.Path2D ??= Object
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { VerbosityLevel, getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return pages.join('\n')
}

const decoder = new TextDecoder()

/** What others would take, loaded when it is its turn; built apart, so that it carries nothing of Pathmark's. */
await measureReading(({ name, bytes, inside }) =>
  name.endsWith('.pdf') ? pdfText(bytes) : readabilityText(inside.length > 0 ? inside : [decoder.decode(bytes)]),
)
