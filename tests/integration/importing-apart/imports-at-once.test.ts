import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { importApart } from '#library/importing-apart/import-apart.ts'
import type { ImportProcess, ImportTask } from '#library/importing-apart/import-process.ts'

/** Processes that never answer, and end when they are killed. */
const silentProcesses = () => {
  const running = new Set<ImportProcess>()
  const start = (_heap: number, task: ImportTask): ImportProcess => {
    let ended: (how: string) => void = () => {}
    const process: ImportProcess = {
      send: () => {},
      onOutput: () => {},
      onEnd: tell => {
        ended = tell
      },
      memory: () => Promise.resolve(null),
      kill: () => {
        if (running.delete(process)) ended('killed')
      },
    }
    if (task === 'read') running.add(process)
    return process
  }
  return { start, running }
}

const source = { bytes: new Uint8Array([1]), hash: 'x' }
const order = { fileName: 'a.html', now: '2026-01-02T03:04:05Z', program: 'Pathmark test' }

describe('imports that are asked for at once', () => {
  it('run in so many processes as may be, and the next begins when one is over', async () => {
    const { start, running } = silentProcesses()
    const runner = importApart({ start, atOnce: 2 })
    const first = new AbortController()
    const imports = [first.signal, undefined, undefined, undefined].map(signal => runner.run(source, order, { signal }))
    await turn()
    expect(running.size).toBe(2)
    const before = [...running]
    first.abort()
    expect(await imports[0]).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    await turn()
    expect(running.size).toBe(2)
    expect([...running].filter(process => !before.includes(process))).toHaveLength(1)
    await runner.close()
    expect(running.size).toBe(0)
    for (const imported of imports) expect(await imported).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})
