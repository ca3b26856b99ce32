import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstCopy, markedWords, secondCopy } from '../library/two-copies.ts'
import { useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const prepare = async () => {
  const { folder } = await pathmark.library()
  const [first, second] = [await pathmark.fresh('first.html'), await pathmark.fresh('second.html')]
  await writeFile(first, firstCopy)
  await writeFile(second, secondCopy)
  const [imported] = (await pathmark.json(['import', first, '--library', folder])) as { id: string }[]
  const id = imported?.id ?? ''
  for (const quote of [markedWords.moved, markedWords.flipped]) {
    await pathmark.json(['annotate', id, '--quote', quote, '--library', folder])
  }
  return { folder, id, second }
}

test('a newer copy takes the article’s place, tells what it did, and is taken back', async () => {
  const { folder, id, second } = await prepare()
  const counts = { exact: 0, moved: 1, changed: 0, uncertain: 0, orphaned: 1 }
  expect(await pathmark.json(['import', '--update', id, second, '--library', folder])).toMatchObject([
    { status: 'updated', id, update: counts },
  ])
  expect(await pathmark.json(['report', id, '--library', folder])).toMatchObject({
    version: 2,
    fileName: 'second.html',
  })
  expect(await pathmark.json(['check', '--library', folder])).toEqual({ ok: true, problems: [] })
  const { stdout } = await pathmark.run(['report', id, '--library', folder])
  expect(stdout).toContain('1 moved')
  expect(stdout).toContain('orphaned: mark')

  const listed = await pathmark.run(['annotations', id, '--library', folder])
  expect(listed.stdout).toContain('not in the text any more: the direction of an effect differs')
  expect(listed.stdout.match(/The passage/gu)).toHaveLength(1)

  expect(await pathmark.json(['undo-update', id, '--library', folder])).toMatchObject({ id })
  const kept = (await pathmark.json(['annotations', id, '--library', folder])) as { target: { selector: object[] } }[]
  expect(kept.map(({ target }) => target.selector[0])).toMatchObject([
    { exact: markedWords.moved },
    { exact: markedWords.flipped },
  ])
  const again = await pathmark.run(['undo-update', id, '--library', folder])
  expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('no update') })
})

test('a newer copy that is simply imported comes in beside the article, with both commands to choose from', async () => {
  const { folder, id, second } = await prepare()
  const { status, stdout, stderr } = await pathmark.run(['import', second, '--library', folder])
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Imported: ') })
  expect(stderr).toContain(`pathmark import --update ${id} ${second}`)
  expect(stderr).toContain('--beside')
})

test('--again reads what a document came from once more, and says that it reads as before', async () => {
  const { folder, id } = await prepare()
  expect(await pathmark.json(['import', '--again', id, '--library', folder])).toMatchObject([
    { path: id, id, status: 'unchanged', warnings: [] },
  ])
  const { status, stdout } = await pathmark.run(['import', '--again', id, '--library', folder])
  expect([status, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^Reads as before: ${id} `)) as string])
  await writeFile(join(folder, 'documents', id, 'source.html'), 'another page')
  const failed = await pathmark.run(['import', '--again', id, '--library', folder])
  expect([failed.status, failed.stderr]).toEqual([
    1,
    expect.stringContaining('is not the file that came in; it was changed or damaged') as string,
  ])
  expect((await pathmark.run(['import', '--again', 'no-such', '--library', folder])).status).toBe(1)
  expect((await pathmark.run(['import', '--again', '--beside', id, '--library', folder])).status).toBe(2)
})

test('--update takes one file and an id that is there', async () => {
  const { folder, id, second } = await prepare()
  for (const args of [
    ['--update', id, '--beside', second],
    ['--update', id, second, second],
  ]) {
    expect((await pathmark.run(['import', ...args, '--library', folder])).status).toBe(2)
  }
  expect((await pathmark.run(['import', '--update', 'no-such', second, '--library', folder])).status).toBe(1)
})
