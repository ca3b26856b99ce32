import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DurableAdapter } from '#library/store/durable-adapter.ts'
import { counterFormat, counterOf } from './counter-format.ts'
import type { Counter } from './counter-format.ts'
import { faultyDisk } from './faulty-disk.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

const readCounts = async (path: string): Promise<number[]> =>
  (JSON.parse(await readFile(path, 'utf8')) as Counter).counts
const newPath = async () => join(await newFolder(), 'counter.json')

describe('DurableAdapter', () => {
  it('reads null for a file that is not there, and the value for one that is', async () => {
    const path = await newPath()
    const adapter = new DurableAdapter(path, counterFormat)
    expect(await adapter.read()).toBeNull()
    await adapter.write(counterOf(1, 2))
    expect(await new DurableAdapter(path, counterFormat).read()).toEqual(counterOf(1, 2))
  })

  it('writes the state as it was when it was handed over', async () => {
    const path = await newPath()
    const adapter = new DurableAdapter(path, counterFormat)
    const counter = counterOf(1)
    const written = adapter.write(counter)
    expect(() => counter.counts.push(2)).toThrow(TypeError)
    await written
    expect(await readCounts(path)).toEqual([1])
  })

  it('writes a burst in a few goes, and answers each caller when a file that holds its state is there', async () => {
    const path = await newPath()
    const disk = faultyDisk(null)
    const adapter = new DurableAdapter(path, counterFormat, disk)
    const counts: number[] = []
    await Promise.all(
      Array.from({ length: 200 }, async (_, count) => {
        counts.push(count)
        await adapter.write(counterOf(...counts))
        expect(await readCounts(path)).toContain(count)
      }),
    )
    expect(await readCounts(path)).toHaveLength(200)
    expect(disk.done.filter(name => name === 'write').length).toBeLessThanOrEqual(3)
  })

  it('tells every caller whose state did not get down, and writes again afterwards', async () => {
    const path = await newPath()
    const adapter = new DurableAdapter(path, counterFormat, faultyDisk({ at: 1, code: 'ENOSPC' }))
    const first = adapter.write(counterOf(1))
    const later = [adapter.write(counterOf(1, 2)), adapter.write(counterOf(1, 2, 3))]
    await expect(first).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    await Promise.all(later)
    expect(await readCounts(path)).toEqual([1, 2, 3])
  })

  it('is idle only when what was handed over is down', async () => {
    const path = await newPath()
    const adapter = new DurableAdapter(path, counterFormat)
    const writes = [adapter.write(counterOf(1)), adapter.write(counterOf(2))]
    await adapter.idle()
    expect(await readCounts(path)).toEqual([2])
    await Promise.all(writes)
  })

  it('answers also when a state cannot be written at all, and writes the next one', async () => {
    const path = await newPath()
    const adapter = new DurableAdapter(path, counterFormat)
    const cannotBeJson = { ...counterOf(1), count: 1n }
    await expect(adapter.write(cannotBeJson)).rejects.toThrow(TypeError)
    await adapter.write(counterOf(2))
    expect(await readCounts(path)).toEqual([2])
  })
})
