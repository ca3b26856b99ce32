import fs from 'node:fs'
import { fail } from '#core/result/result.ts'
import { orderPort } from '#library/importing-apart/order-port.ts'
import { serveTask } from '#library/importing-apart/serve-task.ts'
import { warmImporter } from '#library/importing-apart/warm-importer.ts'
import { isRunaway } from '../runaway/runaway-kinds.ts'
import type { RunawayKind } from '../runaway/runaway-kinds.ts'

const PIECE = 16 * 1024 * 1024

// Taken before the process gives it up, as one would have it who has broken out.
const { writeSync } = fs

/** Keeps what it is given, so that nothing is collected. */
const kept: unknown[] = []

const endless = (step: () => void): never => {
  for (;;) step()
}

/** Speaks past the frames: whatever the process writes must be taken for a stranger's. */
const write = (bytes: Uint8Array): void => {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written)
    } catch (error) {
      // The reader is slower than this.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

const frame = (kind: number, length: number, payload: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(5 + payload.length)
  bytes[0] = kind
  new DataView(bytes.buffer).setUint32(1, length, true)
  bytes.set(payload, 5)
  return bytes
}

const runAway = (kind: RunawayKind): void => {
  switch (kind) {
    case 'endless-loop':
      return endless(() => {})
    case 'waits-for-ever':
      // A timer that never ends keeps the process alive.
      setInterval(() => {}, 1_000)
      return
    case 'backtracking':
      return void /^(?:a+)+$/.test(`${'a'.repeat(80)}!`)
    case 'buffers':
      return endless(() => kept.push(Buffer.alloc(PIECE, 1)))
    case 'strings':
      return endless(() => kept.push(Buffer.alloc(PIECE, 97 + (kept.length % 26)).toString('latin1')))
    case 'objects':
      return endless(() => kept.push(Array.from({ length: 1_000 }, (_, place) => ({ place }))))
    case 'recursion': {
      const deeper = (depth: number): number => deeper(depth + 1) + 1
      return void deeper(0)
    }
    case 'output-without-end':
      return endless(() => write(frame(6, PIECE / 16, new Uint8Array(PIECE / 16).fill(97))))
    case 'one-endless-frame':
      return endless(() => write(frame(3, 0xffffffff, new Uint8Array(PIECE / 16))))
    case 'noise':
      return write(Buffer.from('This is no answer at all.\n'.repeat(1_000)))
    case 'foreign-article':
      write(frame(3, 2, Buffer.from('{}')))
      return write(frame(8, 0, new Uint8Array(0)))
    case 'progress-without-end': {
      const progress = Buffer.from(JSON.stringify({ unit: 'page', number: 1, total: 9_999 }))
      return endless(() => write(frame(13, progress.length, progress)))
    }
    case 'leaves':
      return process.exit(0)
    case 'aborts':
      return process.abort()
    case 'throws':
      throw new Error('thrown by the importer')
  }
}

/** An import process whose importer does what the file's name says; any other file it imports as ever. */
await serveTask(orderPort(), async () => {
  const loadFor = await warmImporter()
  return async file => {
    const importer = await loadFor(file)
    return async (bytes, context) => {
      const kind = context.fileName.replace(/\.html$/, '')
      if (!isRunaway(kind)) return importer(bytes, context)
      runAway(kind)
      if (kind === 'waits-for-ever') await new Promise(() => {})
      return fail('not-readable', 'It went on after running away.')
    }
  }
})
