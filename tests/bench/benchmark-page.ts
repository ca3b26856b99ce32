import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'

/** `scripts/bench.mjs` puts the sections that it finds here into docs/benchmarks.md when all went well. */
const SECTIONS = join(process.env['PATHMARK_SCRATCH'] ?? resolve('test-results'), 'benchmarks')

/** The machine in one sentence, without anything that names it or its owner. `runtime` says what ran the work. */
const machine = (runtime: string): string => {
  const model = cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim()
  const processor = model === undefined || model === '' || model === 'unknown' ? 'processor without a name' : model
  const memory = Math.round(totalmem() / 2 ** 30)
  const day = new Date().toISOString().slice(0, 10)
  return `Measured on ${day}: ${runtime}; ${processor}, ${cpus().length} cores, ${memory} GiB.`
}

/** A Markdown table. The first column is text; figures stand to the right. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
  return [line(head), `|${head.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`, ...rows.map(line)].join(
    '\n',
  )
}

/**
 * Writes one section of docs/benchmarks.md, or replaces the one with this title. Headings in `body` start at the third
 * level. The page itself changes only when the whole command has passed: figures of a failed run are not kept.
 * @param runtime what ran it, with its version: `Node 20.20.0`, `Electron 33.2.1 (Chromium 130)`
 */
export const writeBenchmarkSection = (title: string, runtime: string, body: string): void => {
  mkdirSync(SECTIONS, { recursive: true })
  const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  writeFileSync(join(SECTIONS, `${name}.md`), `## ${title}\n\n${machine(runtime)}\n\n${body.trim()}\n`)
}
