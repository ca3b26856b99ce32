import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { removeLeftOvers } from '#library/left-overs.ts'
import { lockLibrary } from '#library/library-lock.ts'
import { isRunning, processStart } from '#library/process-identity.ts'
import { buildProgram, startProgram } from '../store/child-program.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = '2026-11-22T09:00:00.000Z'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await newFolder()
  path = join(folder, 'library.lock')
})

const lock = (patience = 0) => lockLibrary({ path, program: 'Pathmark 0.1.0', now: () => NOW, patience })

const held = async (patience?: number) => {
  const outcome = await lock(patience)
  if (outcome.state !== 'held') throw new Error(JSON.stringify(outcome))
  return outcome.lock
}

const holderOf = (changes: object) =>
  JSON.stringify({
    token: 'other',
    pid: process.pid,
    started: processStart(process.pid),
    host: hostname(),
    program: 'Other',
    since: NOW,
    ...changes,
  })

/** A process id that was given out and is free again: that of a program that has ended. */
const endedProcess = async () => {
  const child = startProgram('--version')
  await child.end()
  return child.process.pid ?? 0
}

describe('lockLibrary', () => {
  it('gives the lock to one, and to the next when it was given back', async () => {
    const first = await held()
    expect(await lock()).toEqual({
      state: 'busy',
      reason: `The library is in use by Pathmark 0.1.0 (process ${process.pid}, since ${NOW}). Close it there, then open the library again to make changes.`,
    })
    await first.release()
    await (await held()).release()
    expect(await readdir(folder)).toEqual([])
  })

  it('waits for a holder that is about to finish', async () => {
    const first = await held()
    const second = lock(10_000)
    await first.release()
    expect(await second).toMatchObject({ state: 'held' })
  })

  it('gives it to one of many that ask at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => lock()))
    expect(outcomes.filter(({ state }) => state === 'held')).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['library.lock'])
  })

  it('takes over from a process that is gone', async () => {
    await writeFile(path, holderOf({ pid: await endedProcess(), started: null }))
    expect(await lock()).toMatchObject({ state: 'held' })
  })

  it('is not fooled by another process that has got the same number', async () => {
    await writeFile(path, holderOf({ started: 'an earlier boot 4711' }))
    expect(await lock()).toMatchObject({ state: 'held' })
  })

  it.each(['', '{', '{"pid":"x"}'])('takes over a lock that says nothing: %j', async content => {
    await writeFile(path, content)
    expect(await lock()).toMatchObject({ state: 'held' })
  })

  it('lets one of many take over from a process that is gone', async () => {
    const gone = holderOf({ pid: await endedProcess(), started: null })
    for (let round = 0; round < 10; round += 1) {
      await writeFile(path, gone)
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => lock()))
      const [only, ...others] = outcomes.filter(outcome => outcome.state === 'held')
      expect(others).toEqual([])
      await only?.lock.release()
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('takes over although another process was killed while it did the same', async () => {
    const gone = holderOf({ pid: await endedProcess(), started: null })
    await writeFile(path, gone)
    const right = `${path}.takeover-${contentHash(gone).slice(0, 16)}`
    await writeFile(right, '')
    await utimes(right, new Date(0), new Date(0))
    expect(await lock()).toMatchObject({ state: 'held' })
    expect(await readdir(folder)).toEqual(['library.lock'])
  })

  it('does not take over from another computer, and says what to do', async () => {
    await writeFile(path, holderOf({ host: 'the-other-desk' }))
    expect(await lock()).toMatchObject({
      state: 'busy',
      reason: expect.stringMatching(/the-other-desk.*delete .*library\.lock/u),
    })
  })

  it('gives back only what is its own', async () => {
    const lockHeld = await held()
    await writeFile(path, holderOf({}))
    await lockHeld.release()
    expect(await readFile(path, 'utf8')).toContain('other')
  })

  it('says so when the disk refuses', async () => {
    await mkdir(path)
    expect(await lock()).toMatchObject({ state: 'refused' })
  })

  it('holds between processes, and outlives none of them', async () => {
    const program = await buildProgram(join(import.meta.dirname, 'programs/hold-lock.ts'), folder)
    const other = startProgram(program, path)
    expect(await other.line()).toBe('held')
    expect(await lock()).toMatchObject({ state: 'busy', reason: expect.stringContaining('a second program') })

    other.process.kill('SIGKILL')
    await other.end()
    const ours = await held()
    const third = startProgram(program, path)
    expect(await third.line()).toBe('busy')
    third.process.stdin.end()
    expect(await third.end()).toMatchObject({ status: 0 })
    await ours.release()
  })

  it('is taken while whoever had it sweeps the folder, and nobody is told that the folder is gone', async () => {
    const over = new AbortController()
    const sweep = async (): Promise<void> => {
      for (; !over.signal.aborted; await nextTurn()) await removeLeftOvers(folder)
    }
    const swept = sweep()
    const states = new Set<string>()
    for (let turn = 0; turn < 40; turn += 1) {
      const outcome = await lock(5_000)
      states.add(outcome.state)
      if (outcome.state === 'held') await outcome.lock.release()
    }
    over.abort()
    await swept
    expect([...states]).toEqual(['held'])
  })
})

describe('isRunning', () => {
  it('knows this process, and not one that has ended', async () => {
    expect(isRunning(process.pid, processStart(process.pid))).toBe(true)
    expect(isRunning(await endedProcess(), null)).toBe(false)
  })
})
