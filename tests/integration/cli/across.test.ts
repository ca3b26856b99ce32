import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const page = (title: string, sentence: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${sentence}</p></article></html>`

const withContradiction = async (): Promise<string> => {
  const folder = await pathmark.fresh('across')
  const pages = await pathmark.fresh('pages')
  await mkdir(pages, { recursive: true })
  const write = async (name: string, sentence: string) => {
    const path = join(pages, `${name}.html`)
    await writeFile(path, page(name, sentence))
    return path
  }
  const files = [await write('One', 'NGF increases apoptosis.'), await write('Two', 'NGF decreases apoptosis.')]
  expect((await pathmark.run(['import', '--library', folder, ...files])).status).toBe(0)
  return folder
}

test('what all documents say is printed in groups, with what they come to and every statement', async () => {
  const folder = await withContradiction()
  const asked = ['mechanisms', '--all', '--entity', 'apoptosis', '--library', folder]
  const { stdout, status } = await pathmark.run(asked)
  expect(status).toBe(0)
  expect(stdout).toContain('apoptosis: up in 1 article, down in 1. Contradiction. 2 effects.')
  expect(stdout).toMatch(/NGF ↓ decreases apoptosis .*\[contradicted\]\n\s+in Two \(two-/)
  const { groups } = JSON.parse((await pathmark.run([...asked, '--json'])).stdout) as {
    groups: readonly {
      readonly name: string
      readonly statements: readonly { readonly passage: { quote: string } }[]
    }[]
  }
  expect(groups.map(({ name }) => name)).toEqual(['apoptosis'])
  expect(groups[0]?.statements.map(({ passage }) => passage.quote)).toEqual([
    'NGF increases apoptosis',
    'NGF decreases apoptosis',
  ])
})

test('what nothing is called gives nothing', async () => {
  const folder = await withContradiction()
  const { stdout } = await pathmark.run(['mechanisms', '--all', '--entity', 'no such thing', '--library', folder])
  expect(stdout).toBe('Nothing was found.\n')
})

test.each([
  [['mechanisms'], 'needs the ID of a document'],
  [['mechanisms', 'some-id', '--all'], 'or --all'],
  [['mechanisms', 'some-id', '--entity', 'pain'], '--entity goes with --all'],
  [['mechanisms', '--all', '--again'], '--again is for one document'],
])('%j is wrong usage', async (args, message) => {
  const { status, stderr } = await pathmark.run(args)
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})
