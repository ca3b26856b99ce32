import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pathmark-rules-'))
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules')) // The rules name a plugin.
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lints one file that imports `specifier`, at `path` of a checkout that has the project's rules; tells whether the import is refused. */
const isRefused = (path: string, specifier: string): Promise<boolean> => {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `import { thing } from '${specifier}'\nexport const used = thing\n`)
  return new Promise(done =>
    execFile(join(ROOT, 'node_modules/.bin/oxlint'), ['--format', 'unix', path], { cwd: folder }, (error, output) =>
      done(error !== null && output.includes('no-restricted-imports')),
    ),
  )
}

describe('the layers keep apart', () => {
  it.each([
    ['src/core/text/words.ts', 'node:fs'],
    ['src/core/text/words.ts', 'electron'],
    ['src/core/text/words.ts', 'lit'],
    ['src/core/text/words.ts', '../article/article.ts'],
    ['src/core/article/article.ts', '../mechanism/mechanism.ts'],
    ['src/core/mechanism/extract.ts', '../export/export-markdown.ts'],
    ['src/core/mechanism/extract.ts', '../anchoring/anchor-all.ts'],
    ['src/core/annotation/annotation.ts', 'wink-nlp'],
    ['src/core/mechanism/words/part-of-speech.ts', 'lit'],
    ['src/core/anchoring/anchor-all.ts', '../revision/update-report.ts'],
    ['src/core/revision/carry-cards.ts', '../export/export-markdown.ts'],
    ['src/core/export/export-markdown.ts', '../bridge/calls.ts'],
    ['src/core/mechanism/extract.ts', '../../library/library.ts'],
    ['src/core/mechanism/extract.ts', '#library/library.ts'],
    ['src/library/library.ts', 'electron'],
    ['src/library/library.ts', '../main/index.ts'],
    ['src/library/store/durable-file.ts', '../../renderer/main.ts'],
    ['src/main/index.ts', '../renderer/main.ts'],
    ['src/main/handlers/article-handlers.ts', '../../preload/index.ts'],
    ['src/main/index.ts', 'lit'],
    ['src/preload/index.ts', '#library/library.ts'],
    ['src/preload/index.ts', '#core/text/span.ts'],
    ['src/renderer/main.ts', 'electron'],
    ['src/renderer/main.ts', 'node:fs'],
    ['src/renderer/views/reader.ts', '#library/library.ts'],
    ['src/renderer/views/reader.ts', '../../main/index.ts'],
    ['src/cli/index.ts', 'electron'],
    ['src/cli/index.ts', '../main/index.ts'],
  ])('%s may not import %s', async (path, specifier) => {
    expect(await isRefused(path, specifier)).toBe(true)
  })

  it.each([
    ['src/core/article/article.ts', '../text/span.ts'],
    ['src/core/export/export-markdown.ts', '../mechanism/mechanism.ts'],
    ['src/core/revision/carry-cards.ts', '../anchoring/anchor-all.ts'],
    ['src/core/bridge/calls.ts', '../revision/update-report.ts'],
    ['src/core/bridge/calls.ts', 'valibot'],
    ['src/core/mechanism/words/part-of-speech.ts', 'wink-nlp'],
    ['src/library/library.ts', '#core/article/article.ts'],
    ['src/library/library.ts', 'node:fs'],
    ['src/main/index.ts', 'electron'],
    ['src/main/index.ts', '#library/library.ts'],
    ['src/preload/index.ts', '#core/bridge/bridge.ts'],
    ['src/renderer/views/reader.ts', 'lit'],
    ['src/renderer/views/reader.ts', '../state/article.ts'],
    ['src/cli/index.ts', '#library/library.ts'],
  ])('%s may import %s', async (path, specifier) => {
    expect(await isRefused(path, specifier)).toBe(false)
  })
})

describe('each layer sees the types of its own runtime only', () => {
  it.each([
    ['src/core', 'export const place = document.title'],
    ['src/core', 'export const place = process.pid'],
    ['src/library', 'export const place = document.title'],
    ['src/main', 'export const place = window.location'],
    ['src/renderer', 'export const place = process.pid'],
  ])('in %s "%s" does not compile', async (layer, line) => {
    const project = mkdtempSync(join(ROOT, 'node_modules', '.layer-'))
    try {
      writeFileSync(join(project, 'probe.ts'), `${line}\n`)
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({ extends: join(ROOT, layer, 'tsconfig.json'), include: ['probe.ts'] }),
      )
      const output = await new Promise<string>(done =>
        execFile(join(ROOT, 'node_modules/.bin/tsc'), ['--project', project], (_error, printed) => done(printed)),
      )
      expect(output).toMatch(/probe\.ts.*Cannot find name/)
    } finally {
      rmSync(project, { recursive: true, force: true })
    }
  })
})
