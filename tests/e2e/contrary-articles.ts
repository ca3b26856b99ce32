import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Extraction } from '#core/mechanism/mechanism.ts'

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`

/** Three articles of which two agree on IL-10 and the third contradicts them. */
export const titles = {
  agrees: 'Stem cells in the injured spinal cord',
  alsoAgrees: 'Cytokines after nerve injury',
  contradicts: 'No benefit of cell therapy in a rat',
} as const

const bodies: Readonly<Record<keyof typeof titles, string>> = {
  agrees:
    '<h2>Results</h2><p>Stem cells increase IL-10 in the injured spinal cord. Stem cells decrease iNOS.</p>' +
    '<h2>Discussion</h2><p>Stem cells may increase angiogenesis. IL-10 inhibits inflammation.</p>',
  alsoAgrees:
    '<h2>Results</h2><p>Stem cells increase IL-10. TNF-α increases neuropathic pain.</p>' +
    '<h2>Discussion</h2><p>VEGF increases angiogenesis.</p>',
  contradicts:
    '<h2>Results</h2><p>Stem cells decrease IL-10. Stem cells do not decrease neuropathic pain.</p>' +
    '<h2>Discussion</h2><p>IL-10 inhibits inflammation.</p>',
}

const command = (...args: readonly string[]): void => {
  execFileSync('node', ['out/cli/pathmark.js', ...args], { stdio: 'pipe' })
}

/** Makes a library that holds the three, beside the article that every new library has. */
export function writeContraryArticles(folder: string): string {
  const library = join(folder, 'library')
  const files = Object.entries(titles).map(([name, title]) => {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, page(title, bodies[name as keyof typeof titles]))
    return file
  })
  command('import', '--library', library, ...files)
  return library
}

/** Makes a library without articles. */
export function writeEmptyLibrary(folder: string): string {
  const library = join(folder, 'empty')
  mkdirSync(join(library, 'documents'), { recursive: true })
  const index = { format: 1, created: '2026-11-22T10:00:00.000Z', documents: [] }
  writeFileSync(join(library, 'library.json'), `${JSON.stringify(index, null, 2)}\n`)
  return library
}

/** Makes a library with one article that is said to state `count` effects, each on another thing. */
export function writeManyEffects(folder: string, count: number): string {
  const library = join(folder, 'many')
  const file = join(folder, 'many.html')
  writeFileSync(file, page('An article with many effects', '<p>Stem cells increase IL-10.</p>'))
  command('import', '--library', library, file)
  const documents = join(library, 'documents')
  const document = readdirSync(documents).find(name => name.startsWith('an-article-with-many')) ?? ''
  const path = join(documents, document, 'mechanisms.json')
  // Without its checksum, as whoever changes a file by hand leaves it.
  const { checksum: _checksum, ...stored } = JSON.parse(readFileSync(path, 'utf8')) as {
    found: Extraction
    checksum: string
  }
  const start = 'An article with many effects\n'.length
  const trigger = { start: start + 11, end: start + 19, quote: 'increase' }
  const effects = Array.from({ length: count }, (_, at) => ({
    id: `e${at + 1}`,
    agent: { start, end: start + 10, quote: `factor ${at % 40}` },
    direction: at % 3 === 0 ? 'decreases' : 'increases',
    target: { start, end: start + 10, quote: `outcome number ${at + 1}` },
    trigger,
    negated: false,
    hedged: false,
    confidence: 0.9,
    rule: 'subject-object',
  }))
  const found = { ...stored.found, effects, mechanisms: [], entities: [] }
  writeFileSync(path, `${JSON.stringify({ ...stored, found }, null, 2)}\n`)
  return library
}
