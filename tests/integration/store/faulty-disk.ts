import type { FileHandle } from 'node:fs/promises'
import { realDisk } from '#library/store/disk.ts'
import type { Disk } from '#library/store/disk.ts'

/** An error as the system gives it. */
const systemError = (code: string): Error => Object.assign(new Error(`${code}: made for a test`), { code })

export interface FaultyDisk extends Disk {
  /** Operations so far, by name. */
  readonly done: readonly string[]
  /** Files and folders that were opened and not closed. */
  stillOpen(): number
}

export interface Fault {
  /** The operation that fails, counted from 0 over all of them. */
  readonly at: number
  /** The system's name of the failure; `power-cut` makes every later operation fail too, cleaning up included. */
  readonly code: string
}

/** A real disk on which the operation numbered `fault.at` fails. Writes take at most `chunk` bytes each. */
export const faultyDisk = (fault: Fault | null, chunk = Infinity): FaultyDisk => {
  const done: string[] = []
  let stillOpen = 0
  const step = (name: string): void => {
    const number = done.length
    done.push(name)
    if (!fault || number < fault.at) return
    if (fault.code === 'power-cut') throw systemError('EIO')
    if (number === fault.at) throw systemError(fault.code)
  }
  const watched = (file: FileHandle): FileHandle =>
    new Proxy(file, {
      get: (target, name) => {
        if (name === 'write') {
          return async (bytes: Uint8Array, offset: number, length: number, position: null) => {
            step('write')
            return target.write(bytes, offset, Math.min(length, chunk), position)
          }
        }
        if (name === 'sync' || name === 'datasync') {
          return async () => {
            step(name)
            await target[name]()
          }
        }
        if (name === 'truncate') {
          return async (length: number) => {
            step('truncate')
            await target.truncate(length)
          }
        }
        if (name === 'close') {
          return async () => {
            stillOpen -= 1
            await target.close()
          }
        }
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  return {
    done,
    stillOpen: () => stillOpen,
    open: async (...args) => {
      step('open')
      const file = await realDisk.open(...args)
      stillOpen += 1
      return watched(file)
    },
    link: async (...args) => {
      step('link')
      await realDisk.link(...args)
    },
    rename: async (...args) => {
      step('rename')
      await realDisk.rename(...args)
    },
    rm: async (...args) => {
      step('rm')
      await realDisk.rm(...args)
    },
    mkdir: async (...args) => {
      step('mkdir')
      await realDisk.mkdir(...args)
    },
  }
}
