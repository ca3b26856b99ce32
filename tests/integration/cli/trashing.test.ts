import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { failureOf, useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

interface Trashed {
  readonly name: string
  readonly id: string
  readonly title: string
}

const prepare = async () => {
  const library = await pathmark.library()
  const page = await pathmark.fresh('page.html')
  await writeFile(page, '<!doctype html><title>Second page</title><p>Words of the second page are here.</p>')
  const [imported] = (await pathmark.json(['import', page, '--library', library.folder])) as { id: string }[]
  const call = (...args: string[]) => pathmark.run(['trash', ...args, '--library', library.folder])
  return {
    ...library,
    second: imported?.id ?? '',
    call,
    trashed: async () => (await pathmark.json(['trash', '--library', library.folder])) as Trashed[],
    listed: async () =>
      ((await pathmark.json(['list', '--library', library.folder])) as { id: string }[]).map(({ id }) => id).toSorted(),
  }
}

describe('pathmark trash', () => {
  test('says that it is empty', async () => {
    const { call } = await prepare()
    expect(await call()).toEqual({ status: 0, stdout: 'The trash is empty.\n', stderr: '' })
  })

  test('takes an article out of the list with its notes, and brings both back', async () => {
    const { id, second, folder, call, trashed, listed } = await prepare()
    await pathmark.json(['annotate', second, '--quote', 'second page', '--note', 'keep me', '--library', folder])
    expect(await call(second)).toEqual({ status: 0, stdout: 'Moved one article to the trash.\n', stderr: '' })
    expect(await listed()).toEqual([id])
    const [item] = await trashed()
    expect(item).toMatchObject({ id: second, title: 'Second page' })
    expect((await call()).stdout).toMatch(/Second page/)
    // Out of the search as well.
    expect(await pathmark.json(['search', 'note:keep', '--library', folder])).toEqual([])

    expect(await call('--bring-back', item?.name ?? '')).toMatchObject({ status: 0, stderr: '' })
    expect(await listed()).toEqual([id, second].toSorted())
    expect((await pathmark.run(['annotations', second, '--library', folder])).stdout).toContain('keep me')
    expect(await trashed()).toEqual([])
    expect(await pathmark.json(['check', '--library', folder])).toEqual({ ok: true, problems: [] })
  })

  test('deletes for good only when it is told to', async () => {
    const { id, second, call, trashed, listed } = await prepare()
    await call(second)
    expect(await call('--empty')).toMatchObject({ status: 0, stdout: 'Deleted one article for good.\n' })
    expect(await trashed()).toEqual([])
    expect(await listed()).toEqual([id])
    expect(await call('--empty')).toMatchObject({ status: 0 })
  })

  test('does what it can and says the rest in a line each', async () => {
    const { id, second, call, listed } = await prepare()
    const some = await call('no-such-article', second)
    expect(some).toMatchObject({ status: 1, stdout: 'Moved one article to the trash.\n' })
    expect(some.stderr).toMatch(/^pathmark: [^\n]*no-such-article[^\n]*\n$/)
    expect(await listed()).toEqual([id])
    for (const name of ['nothing', '../library.json', '..', ''])
      expect(failureOf(await call(`--bring-back=${name}`))).not.toContain('undefined')
  })
})
