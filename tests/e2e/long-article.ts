import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotationColors } from '#core/annotation/annotation.ts'

/** Chapters of the article, of about 14,000 characters each, and marks in it. */
const CHAPTERS = 72
export const MARKS = 10_000

/** A word that stands once in the article, in its last chapter. */
export const rareWord = 'quintessence'
export const lastHeading = 'The last chapter'

const words =
  'the cell of tissue receptor signal pathway response in model mouse neuron glial marker protein level study group patient treatment week dose chronic pain spinal cord activation inflammation expression observed and measured between with under while during after early late small large region sample control'.split(
    ' ',
  )

/** The same numbers every time (the generator of Numerical Recipes, 2nd edition, 7.1). */
function numbers(): (below: number) => number {
  let state = 7
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A book in HTML: chapters and parts, paragraphs with nested inline markup, lists, tables and quotations. */
function book(): string {
  const below = numbers()
  const word = (): string => words[below(words.length)] ?? ''
  const sentence = (extra = ''): string => `${Array.from({ length: 8 + below(14) }, word).join(' ')}${extra}.`
  const inline = (text: string): string => {
    const [a, b, c] = [text.slice(0, 10), text.slice(10, 22), text.slice(22)]
    const forms = [`<em>${a}<strong>${b}</strong></em>${c}`, `${a}<a href="https://example.org/">${b}</a>${c}`, text]
    return forms[below(forms.length)] ?? text
  }
  const paragraph = (extra = ''): string =>
    `<p>${Array.from({ length: 3 + below(6) }, (_, at) => inline(sentence(at === 1 ? extra : ''))).join(' ')}</p>`
  const list = (): string => `<ul>${Array.from({ length: 4 }, () => `<li>${inline(sentence())}</li>`).join('')}</ul>`
  const row = (): string => `<tr><td>${word()}</td><td>${below(90)} %</td><td>${inline(sentence())}</td></tr>`
  const table = (): string =>
    `<table><thead><tr><th>Marker</th><th>Change</th><th>Group</th></tr></thead><tbody>${row()}${row()}${row()}</tbody></table>`
  const parts: string[] = []
  for (let chapter = 1; chapter <= CHAPTERS; chapter += 1) {
    parts.push(`<h2>Chapter ${chapter}: ${word()}</h2>`)
    for (let part = 1; part <= 4; part += 1) {
      parts.push(`<h3>Part ${chapter}.${part}</h3>`, ...Array.from({ length: 6 }, () => paragraph()), list())
      if (part === 2) parts.push(table())
      if (part === 3) parts.push(`<blockquote>${paragraph()}</blockquote>`)
    }
  }
  parts.push(`<h2>${lastHeading}</h2>`, paragraph(), paragraph(` with a ${rareWord}`), paragraph())
  return `<!doctype html><html lang="en"><head><title>A long book of pathways</title></head><body><article><h1>A long book of pathways</h1>${parts.join('')}</article></body></html>`
}

/** Marks all over a text, a fifth of them long enough to lie on others, as docs/file-formats.md says. */
function marksOn(text: string, document: string): unknown[] {
  const below = numbers()
  return Array.from({ length: MARKS }, (_, number) => {
    let start = Math.floor((number * text.length) / MARKS) + below(40)
    let end = Math.min(text.length, start + 20 + (below(5) === 0 ? below(280) : below(40)))
    while (/\s/.test(text.charAt(start))) start += 1
    while (/\s/.test(text.charAt(end - 1))) end -= 1
    const note =
      number % 4 !== 0
        ? {}
        : { body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: `Note ${number}` }] }
    return {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { pathmark: 'pathmark://terms/' }],
      id: `urn:uuid:${randomUUID()}`,
      type: 'Annotation',
      motivation: 'body' in note ? ['highlighting', 'commenting'] : ['highlighting'],
      created: '2026-11-20T10:00:00.000Z',
      modified: '2026-11-20T10:00:00.000Z',
      'pathmark:version': 1,
      ...note,
      target: {
        type: 'SpecificResource',
        source: `pathmark://open/${document}`,
        styleClass: ['highlight', annotationColors[number % annotationColors.length]],
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(end, end + 32),
          },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    }
  })
}

/** Makes a library in a folder that holds the long article with its marks, and opens it where nothing was read yet. */
export function writeLongArticle(folder: string): string {
  const library = join(folder, 'library')
  const file = join(folder, 'book.html')
  writeFileSync(file, book())
  execFileSync('node', ['out/cli/pathmark.js', 'import', '--library', library, file], { stdio: 'pipe' })
  const documents = join(library, 'documents')
  const document = readdirSync(documents).find(name => name.startsWith('a-long-book'))
  if (document === undefined) throw new Error('The long article is not in the library.')
  const { text } = JSON.parse(readFileSync(join(documents, document, 'article.json'), 'utf8')) as { text: string }
  const notes = { format: 1, document, annotations: marksOn(text, document), pageNote: null }
  writeFileSync(join(documents, document, 'notes.json'), `${JSON.stringify(notes, null, 2)}\n`)
  return library
}
