import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { biomedicalProse } from '../anchoring/sources.ts'
import { median } from '../measured-window.ts'
import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { findEffects } from '#core/mechanism/find-effects.ts'

const CLI = join(import.meta.dirname, '..', '..', '..', 'out', 'cli', 'pathmark.js')
const ROUNDS = 7

const timeCommand = (args: readonly string[]): number => {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`pathmark ${args.join(' ')} failed: ${stderr}`)
  return performance.now() - begun
}

/** Milliseconds that the extractor needs before it can read: the command on a text of two words against the command that only helps. */
export const timeLoading = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'pathmark-bench-'))
  const file = join(folder, 'short.json')
  writeFileSync(file, JSON.stringify({ docs: [{ id: 'a', text: 'Insulin rises.' }] }))
  const differences = Array.from({ length: ROUNDS }, () => timeCommand(['effects', file]) - timeCommand(['--help']))
  rmSync(folder, { recursive: true })
  return median(differences)
}

/** Words a second over the project's own biomedical prose, the entities found too; the median of several rounds. */
export const timeReading = (lexicon: Lexicon): number => {
  const texts = biomedicalProse().map(({ article }) => article.text)
  const words = texts.join(' ').split(/\s+/u).length
  const rates = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    for (const text of texts) findEffects(text, lexicon)
    return (words * 1000) / (performance.now() - begun)
  })
  return median(rates)
}
