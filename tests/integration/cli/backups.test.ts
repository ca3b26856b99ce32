import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RestoreOutcome, RestorePlan } from '#core/revision/restore-plan.ts'
import { failureOf, useCommandLine } from './command-line.ts'
import type { TestLibrary } from './command-line.ts'
import { firstQuote, lastQuote, snapshot, sound, useChecks } from './library-checks.ts'

const pathmark = useCommandLine()
const { check, markedLibrary, quotesKept } = useChecks(pathmark)

interface Listed {
  readonly id: string
  readonly reason: string
  readonly annotations: number
}

const inLibrary = ({ folder }: TestLibrary, ...args: string[]) => pathmark.run([...args, '--library', folder])
const json = ({ folder }: TestLibrary, ...args: string[]) => pathmark.json([...args, '--library', folder])
const make = async (library: TestLibrary): Promise<Listed[]> => (await json(library, 'backups', '--make')) as Listed[]

describe('backups on the command line', () => {
  it('are made, listed, and not made again while nothing changes', async () => {
    const library = await markedLibrary()
    const empty = await inLibrary(library, 'backups')
    expect(empty.stdout).toContain('No backups yet')
    const [made, ...others] = await make(library)
    expect(others).toEqual([])
    expect(made).toMatchObject({ reason: 'asked', documents: 1, annotations: 2 })
    const again = await inLibrary(library, 'backups', '--make')
    expect(again.stderr).toContain(`Nothing has changed since the backup ${made?.id}`)
    expect(again.stdout).toMatch(/asked for/u)
    expect(await make(library)).toHaveLength(1)
  })

  it('say what restoring would change, and change nothing, with --dry-run', async () => {
    const library = await markedLibrary()
    const [backup] = await make(library)
    await inLibrary(library, 'annotate', library.id, '--quote', 'astrocytes')
    const before = await snapshot(library.folder)
    const plan = (await json(library, 'restore', 'latest', '--dry-run')) as RestorePlan
    expect(plan.backup).toBe(backup?.id)
    expect(plan.documents[0]?.items.map(({ kind, change }) => `${kind} ${change}`)).toEqual(['annotation newer'])
    const told = await inLibrary(library, 'restore', 'latest', '--dry-run')
    expect(told.stdout).toContain('was made since: mark “astrocytes”')
    expect(await snapshot(library.folder)).toEqual(before)
  })

  it('bring lost marks back, and take that back again', async () => {
    const library = await markedLibrary()
    const [backup] = await make(library)
    const path = library.file('notes.json')
    const { checksum: _checksum, ...notes } = JSON.parse(await readFile(path, 'utf8')) as {
      annotations: unknown[]
    } & Record<string, unknown>
    await writeFile(path, JSON.stringify({ ...notes, annotations: [] }))
    expect(await quotesKept(library)).toEqual([])

    const outcome = (await json(library, 'restore', backup?.id ?? '', '--document', library.id)) as RestoreOutcome
    expect(outcome).toMatchObject({ documents: 1, records: 2, failures: [] })
    expect(await quotesKept(library)).toEqual([firstQuote, lastQuote])
    const told = await inLibrary(library, 'restore', outcome.before, '--remove-newer')
    expect(told).toMatchObject({ status: 0, stdout: expect.stringContaining('Restored 2 records in 1 article.') })
    expect(await quotesKept(library)).toEqual([])
    expect(((await json(library, 'backups')) as Listed[]).map(({ reason }) => reason)).toEqual([
      'restore',
      'restore',
      'asked',
    ])
    expect(await check(library)).toEqual(sound)
  })

  it('name a backup or a document that is not there', async () => {
    const library = await markedLibrary()
    expect(failureOf(await inLibrary(library, 'restore', '../../etc'))).toContain('There is no backup “../../etc”')
    expect(failureOf(await inLibrary(library, 'restore', 'latest'))).toContain('There is no backup')
    await make(library)
    expect(failureOf(await inLibrary(library, 'restore', 'latest', '--document', 'none'))).toContain(
      'no document “none”',
    )
    expect((await inLibrary(library, 'restore')).status).toBe(2)
  })
})

describe('checking backups', () => {
  it('finds a damaged content, takes it out, and leaves the rest', async () => {
    const library = await markedLibrary()
    const [backup] = await make(library)
    const objects = join(library.folder, 'backups', 'objects')
    const manifest = JSON.parse(await readFile(join(library.folder, 'backups', `${backup?.id}.json`), 'utf8')) as {
      files: { path: string; hash: string }[]
    }
    const notes = manifest.files.find(({ path }) => path.endsWith('notes.json'))
    await writeFile(join(objects, `${notes?.hash}.gz`), 'x')
    const path = `backups/${backup?.id}.json`
    const problem = expect.stringMatching(/notes\.json cannot be restored from it: its copy is damaged/u)
    expect((await check(library)).problems).toEqual([{ path, problem, repaired: false }])
    const repaired = await check(library, '--repair')
    expect(repaired.problems).toEqual([])
    expect(await check(library)).toEqual(sound)
  })

  it('sets a damaged list of contents aside', async () => {
    const library = await markedLibrary()
    const [backup] = await make(library)
    await writeFile(join(library.folder, 'backups', `${backup?.id}.json`), '{')
    const told = await inLibrary(library, 'backups')
    expect(told).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`The backup ${backup?.id} cannot be used`),
    })
    expect((await check(library, '--repair')).problems).toHaveLength(1)
    expect(await check(library)).toEqual(sound)
    expect(await readdir(join(library.folder, 'trash'), { recursive: true })).toEqual(
      expect.arrayContaining([expect.stringContaining(`${backup?.id}.json`)]),
    )
  })

  it('makes one before it repairs', async () => {
    const library = await markedLibrary()
    await writeFile(library.file('notes.json'), '{')
    await check(library, '--repair')
    expect(((await json(library, 'backups')) as Listed[]).map(({ reason }) => reason)).toEqual(['repair'])
    expect(await quotesKept(library)).toEqual([firstQuote])
  })
})
