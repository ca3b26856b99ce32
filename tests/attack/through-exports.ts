import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { careless } from './careless-markdown.ts'
import type { AttackString } from './collection.ts'
import type { BareWindow } from './bare-window.ts'
import type { CountingServer } from './counting-server.ts'
import { openInFrames } from './in-frames.ts'

const run = promisify(execFile)

/** How another program would show an export as a page. */
const asPage: Readonly<Record<'html' | 'md' | 'csv', (text: string) => string>> = {
  html: text => text,
  md: text => careless.render(text.replace(/^---\n[^]*?\n---\n/, '')),
  // Shown as a page by a program that trusts what it is called.
  csv: text => `<pre>${text.replaceAll('<', '&lt;')}</pre>`,
}

/** In a spreadsheet a cell is worked out when its text begins with one of these. */
const FORMULA = /^\s*[=+\-@]/

/** The cells of a table as RFC 4180 writes it. */
const cellsOf = (csv: string): readonly string[] =>
  [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  )

/**
 * Exports a document of a library in every format that a program shows, opens the exports in a window with scripts and without walls as
 * careless programs would, and gives a line for each that ran or loaded something.
 */
export const throughExports = async (
  bare: BareWindow,
  counting: CountingServer,
  { library, document, scratch }: { readonly library: string; readonly document: string; readonly scratch: string },
): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(scratch, 'exports-'))
  const program = resolve('out/cli/pathmark.js')
  const pages: AttackString[] = []
  const findings: string[] = []
  for (const format of ['html', 'md', 'csv'] as const) {
    const args = [program, 'export', document, '--format', format, '--out', folder, '--json', '--library', library]
    const { stdout } = await run(process.execPath, args)
    const [{ path = '' } = {}] = JSON.parse(stdout) as readonly { path?: string }[]
    const text = readFileSync(path, 'utf8')
    pages.push({ number: 1_000_000 + pages.length, technique: format, text: asPage[format](text) })
    if (format !== 'csv') continue
    const formulas = cellsOf(text).filter(cell => FORMULA.test(cell))
    findings.push(...formulas.map(cell => `a cell of the table is a formula: ${cell.slice(0, 80)}`))
  }
  for (const page of pages) {
    const { ran, loaded } = await openInFrames(bare, counting, [page], ({ text }) => text)
    findings.push(...ran.map(number => `the export as ${page.technique} ran string ${number}`))
    findings.push(...loaded.map(number => `the export as ${page.technique} loaded string ${number}`))
  }
  return findings
}
