import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStored, writeStored } from '../store/stored-file.ts'
import { failureOf, useCommandLine } from './command-line.ts'
import type { TestLibrary } from './command-line.ts'

const pathmark = useCommandLine()

const stored = async (library: TestLibrary): Promise<Record<string, unknown>> =>
  await readStored<Record<string, unknown>>(library.file('mechanisms.json'))

const makeOld = async (library: TestLibrary): Promise<void> => {
  const file = { ...(await stored(library)), extractor: 'Pathmark 0.1.0' }
  await writeStored(library.file('mechanisms.json'), file)
}

const effects = (report: unknown): readonly unknown[] => (report as { readonly effects: readonly unknown[] }).effects

describe('a document that an older extractor has read', () => {
  test('is printed as it was, with a remark that says how to look again', async () => {
    const library = await pathmark.library()
    await makeOld(library)
    const { status, stderr } = await pathmark.run(['mechanisms', library.id, '--library', library.folder])
    expect(status).toBe(0)
    expect(stderr).toBe(`pathmark: Looking again may find more: pathmark mechanisms ${library.id} --again\n`)
    expect((await stored(library))['extractor']).toBe('Pathmark 0.1.0')
  })

  test('is looked through again on demand, and what is found is kept', async () => {
    const library = await pathmark.library()
    const before = await stored(library)
    await makeOld(library)
    const words = ['mechanisms', library.id, '--library', library.folder]
    const again = await pathmark.json([...words, '--again'])
    expect(await stored(library)).toEqual(before)
    expect(await pathmark.json(words)).toEqual(again)
    const { stderr } = await pathmark.run(words)
    expect(stderr).toBe('')
  })
})

test('a single effect that the reader rejected is not printed, before and after looking again', async () => {
  const library = await pathmark.library()
  const words = ['mechanisms', library.id, '--library', library.folder]
  const all = effects(await pathmark.json(words))
  const { found, ...rest } = (await stored(library)) as {
    readonly found: {
      readonly effects: readonly (Record<string, unknown> & Record<'trigger' | 'target', { readonly quote: string }>)[]
    }
  }
  const [effect] = found.effects
  if (!effect) throw new Error('Nothing was found.')
  const { agent, direction, negated, hedged, target, trigger } = effect
  const decision = {
    id: crypto.randomUUID(),
    created: '2026-11-22T12:00:00.000Z',
    modified: '2026-11-22T12:00:00.000Z',
    version: 1,
    decision: 'rejected',
    about: {
      agent: agent === null ? null : (agent as { quote: string }).quote,
      direction,
      target: target.quote,
      negated,
      hedged,
      trigger: trigger.quote,
      passage: trigger,
    },
  }
  await writeStored(library.file('mechanisms.json'), { ...rest, found, effectDecisions: [decision] })
  expect(effects(await pathmark.json(words)).length).toBeLessThan(all.length)
  const left = effects(await pathmark.json([...words, '--again']))
  expect(left.length).toBeLessThan(all.length)
  expect(await stored(library)).toMatchObject({ effectDecisions: [decision] })
})

test('a file is always looked through: --again is for documents', async () => {
  const { status, stderr } = await pathmark.run(['mechanisms', './page.html', '--again'])
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'pathmark: --again is for documents of the library; a file is always looked through.\n',
  })
})

describe("the reader's own names", () => {
  const add = ['--add', 'satellite glue', '--type', 'cell', '--synonym', 'glue cells', '--synonym', 'SGx']

  test('are listed, added, changed and removed', async () => {
    const { folder } = await pathmark.library()
    const names = (...more: readonly string[]) => pathmark.json(['names', '--library', folder, ...more])
    expect(await names()).toEqual([])
    const added = { name: 'satellite glue', type: 'cell', synonyms: ['glue cells', 'SGx'] }
    expect(await names(...add)).toMatchObject([added])
    expect(await names('--add', 'satellite glue', '--type', 'tissue')).toMatchObject([
      { name: 'satellite glue', type: 'tissue', synonyms: [] },
    ])
    expect(await names('--remove', 'satellite glue')).toEqual([])
    expect(await names()).toEqual([])
    const file = await readStored<{ names: unknown[] }>(join(folder, 'lexicon.json'))
    expect(file.names).toMatchObject([{ version: 3, deleted: expect.any(String) as unknown }])
  })

  test('count in a document when it is looked through again', async () => {
    const library = await pathmark.library()
    const { text } = (await pathmark.json(['show', library.id, '--library', library.folder])) as { text: string }
    const name = /[a-z]{4,} nerves? [a-z]+/u.exec(text)?.[0] ?? ''
    expect(name).not.toBe('')
    await pathmark.json(['names', '--library', library.folder, '--add', name, '--type', 'tissue'])
    const report = (await pathmark.json(['mechanisms', library.id, '--library', library.folder, '--again'])) as {
      entities: { name: string; type: string }[]
    }
    expect(report.entities).toContainEqual(expect.objectContaining({ name, type: 'tissue' }))
  })

  test('that are given wrongly are refused', async () => {
    const { folder } = await pathmark.library()
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [['--add', 'glue'], 'names --add needs --type, one of: gene-or-protein, chemical,'],
      [['--add', 'glue', '--type', 'thing'], 'names --add needs --type'],
      [['--add', ' glue', '--type', 'cell'], 'A name or synonym is empty'],
      [['--type', 'cell'], 'with --add only'],
      [['--add', 'a', '--remove', 'b', '--type', 'cell'], 'not both'],
    ]
    for (const [more, message] of wrong) {
      const { status, stderr } = await pathmark.run(['names', '--library', folder, ...more])
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) as unknown })
    }
    const missing = await pathmark.run(['names', '--library', folder, '--remove', 'glue'])
    expect(failureOf(missing)).toContain('There is no name “glue” of your own')
  })

  test('are checked, and what can be read of them is restored', async () => {
    const { folder } = await pathmark.library()
    await pathmark.json(['names', '--library', folder, ...add])
    expect(await pathmark.json(['check', '--library', folder])).toEqual({ ok: true, problems: [] })
    const file = join(folder, 'lexicon.json')
    const content = await readStored<{ names: unknown[] }>(file)
    await writeStored(file, { ...content, names: [...content.names, { name: 'half' }] })
    const found = await pathmark.run(['check', '--library', folder, '--json'])
    expect(JSON.parse(found.stdout)).toMatchObject({ ok: false, problems: [{ path: 'lexicon.json', repaired: false }] })
    await pathmark.run(['check', '--repair', '--library', folder])
    expect(await pathmark.json(['names', '--library', folder])).toMatchObject([{ name: 'satellite glue' }])
  })
})
