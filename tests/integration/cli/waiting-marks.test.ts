import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { failureOf, useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const readwise = fileURLToPath(new URL('../../fixtures/marks/readwise.csv', import.meta.url))
const SLOW = 'The Slow Book'
const CALM = 'How IL-10 calms a nerve'

interface Waiting {
  readonly title: string
  readonly authors: readonly string[]
  readonly marks: readonly { readonly kind: string; readonly quote: string; readonly note: string }[]
}

const prepare = async () => {
  const library = await pathmark.library()
  await pathmark.json(['import', readwise, '--library', library.folder])
  const call = (...args: string[]) => pathmark.run(['waiting', ...args, '--library', library.folder])
  const titles = async () => {
    const works = (await pathmark.json(['waiting', '--library', library.folder])) as Waiting[]
    return works.map(({ title }) => title)
  }
  return { ...library, call, titles }
}

describe('pathmark waiting', () => {
  test('lists the marks by title, for people and for programs', async () => {
    const { folder, call } = await prepare()
    const { status, stdout, stderr } = await call()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.trimEnd().split('\n')).toEqual([
      `${CALM} (Jane Doe, John Roe): 1`,
      '  IL-10 binds its receptor on microglia — A note, with a comma and "two" lines',
      `${SLOW} (Mara Ellison): 3`,
      '  A quote that runs across two lines',
      '  A note without a passage',
      '  Old words',
    ])
    expect(await pathmark.json(['waiting', '--library', folder])).toMatchObject([
      { title: CALM, authors: ['Jane Doe', 'John Roe'], marks: [{ kind: 'highlight', place: { page: '12' } }] },
      {
        title: SLOW,
        marks: [{ quote: 'A quote that runs\nacross two lines' }, { kind: 'page-note', quote: '' }, { note: '' }],
      },
    ])
  })

  test('puts marks on an article, where they are told as placed or kept without a passage', async () => {
    const { folder, call, titles } = await prepare()
    const page = await pathmark.fresh('slow.html')
    const words = '<p>Old words stand here, and a quote that runs across two lines stands in the other sentence.</p>'
    await writeFile(page, `<!doctype html><title>Another title</title><h1>Another title</h1>${words}`)
    const [imported] = (await pathmark.json(['import', page, '--library', folder])) as { id: string }[]
    const id = imported?.id ?? ''
    const attached = await call('--attach', SLOW, '--to', id, '--json')
    expect(attached).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(attached.stdout)).toMatchObject({ title: SLOW, document: id, by: 'reader' })
    expect(await titles()).toEqual([CALM])
    const kept = await pathmark.run(['annotations', id, '--library', folder])
    expect(kept.stdout).toContain('Old words')
  })

  test('removes marks for good: importing their file once more does not bring them back', async () => {
    const { folder, call, titles } = await prepare()
    expect(await call('--remove', SLOW)).toMatchObject({ status: 0, stdout: 'Removed: 3\n' })
    await pathmark.json(['import', readwise, '--library', folder])
    expect(await titles()).toEqual([CALM])
  })

  test('says in one line what it cannot do, and leaves the marks waiting', async () => {
    const { call, titles, id } = await prepare()
    expect(failureOf(await call('--remove', 'No such title'))).toContain(
      'No marks wait under the title “No such title”',
    )
    expect(failureOf(await call('--attach', SLOW, '--to', 'no-such-article'))).toContain('no-such-article')
    expect(await call('--attach', SLOW)).toMatchObject({ status: 2 })
    expect(await call('--attach', SLOW, '--remove', SLOW, '--to', id)).toMatchObject({ status: 2 })
    expect(await titles()).toEqual([CALM, SLOW])
  })
})
