import { copyFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { failureOf, useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

test('unite brings in what was marked in another copy of the library, and says what came', async () => {
  const [here, there] = [await pathmark.library(), await pathmark.library()]
  const mark = (library: typeof here, words: string, note: string) =>
    pathmark.json(['annotate', library.id, '--library', library.folder, '--quote', words, '--note', note])
  await mark(here, 'They renew themselves', 'here')
  await mark(there, 'nearly every cell type', 'there')

  const first = await pathmark.run(['unite', there.folder, '--library', here.folder])
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toMatch(/: one annotation\n$/u)
  const again = await pathmark.json(['unite', there.folder, '--library', here.folder])
  expect(again).toMatchObject({ documents: [{ id: here.id, status: 'unchanged', brought: null }], names: 0 })
  expect(await pathmark.json(['annotations', here.id, '--library', here.folder])).toHaveLength(2)
  expect(await pathmark.json(['annotations', there.id, '--library', there.folder])).toHaveLength(1)
})

test('unite says what it cannot take in, and refuses a folder that is no other library', async () => {
  const [here, there] = [await pathmark.library(), await pathmark.library()]
  await writeFile(there.file('notes.json'), '{"format":2')
  const failed = await pathmark.run(['unite', there.folder, '--library', here.folder])
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('notes.json there was not taken in: it is damaged (it is not whole JSON)')
  expect(failureOf(await pathmark.run(['unite', here.folder, '--library', here.folder]))).toContain(
    'That is this library itself.',
  )
})

test('a command that writes takes in what a sync program left, and says so', async () => {
  const [here, there] = [await pathmark.library(), await pathmark.library()]
  await pathmark.json(['annotate', there.id, '--library', there.folder, '--quote', 'nearly every cell type'])
  await copyFile(there.file('notes.json'), here.file('notes.sync-conflict-20261122-101500-ABCDEFG.json'))
  const listed = await pathmark.run(['check', '--library', here.folder])
  expect(listed.stdout).toContain('notes.sync-conflict-20261122-101500-ABCDEFG.json')
  const args = ['annotate', here.id, '--library', here.folder, '--quote', 'They renew themselves']
  const { status, stderr } = await pathmark.run(args)
  expect(status).toBe(0)
  expect(stderr).toContain('One annotation came from it.')
  expect(await pathmark.json(['annotations', here.id, '--library', here.folder])).toHaveLength(2)
})
