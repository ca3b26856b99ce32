import { app, utilityProcess } from 'electron'
import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'
import { debuglog } from 'node:util'
import { heldMemory } from '#library/importing-apart/held-memory.ts'
import type { ImportProcess, StartImportProcess } from '#library/importing-apart/import-process.ts'

const debug = debuglog('pathmark')

const KIBIBYTE = 1024
const MEBIBYTE = KIBIBYTE * KIBIBYTE

/** Below the window and the main process, whatever the import does; 19 would be below everything of the machine. */
const NICE = 10

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ERR_SYSTEM_ERROR', 'ESRCH', 'ENOENT'].includes(String(error.code))

/** The process's threads, which Linux gives time one by one. */
const threadsOf = (pid: number): readonly number[] =>
  process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid]

const giveWay = (pid: number): void => {
  try {
    for (const thread of threadsOf(pid)) setPriority(thread, NICE)
  } catch (error) {
    // One that has ended already is told in another way.
    if (!isGone(error)) throw error
  }
}

/** Bytes of memory that one of the program's processes holds, as Chromium counts them where the system has no simple file. */
const countedMemory = (pid: number): number | null => {
  const metric = app.getAppMetrics().find(process => process.pid === pid)
  return metric === undefined ? null : metric.memory.workingSetSize * KIBIBYTE
}

/**
 * Starts import processes as utility processes, which need no Node of their own and so work in the packaged program.
 * `file` is the built one of `import-program.ts`.
 */
export const startImportProcess =
  (file: string): StartImportProcess =>
  (heap, task) => {
    const child = utilityProcess.fork(file, [task], {
      serviceName: task === 'read' ? 'Pathmark import' : 'Pathmark purifier',
      env: {},
      // Node's own spelling of this option is not heeded here.
      execArgv: [`--js-flags=--max-old-space-size=${Math.round(heap / MEBIBYTE)}`],
      stdio: ['ignore', 'pipe', debug.enabled ? 'inherit' : 'ignore'],
    })
    let how: string | null = null
    const listeners: ((how: string) => void)[] = []
    child.once('spawn', () => {
      if (child.pid !== undefined) giveWay(child.pid)
    })
    child.once('exit', status => {
      how = `status ${status}`
      for (const listener of listeners) listener(how)
    })
    // What it has to say comes on its standard output. One that speaks here, too, is not the program that was started.
    child.once('message', () => child.kill())
    return {
      send: message => {
        if (how === null) child.postMessage(message, [])
      },
      onOutput: take => child.stdout?.on('data', take),
      onEnd: ended => {
        if (how === null) listeners.push(ended)
        else ended(how)
      },
      memory: async () => {
        const { pid } = child
        if (pid === undefined || how !== null) return null
        return process.platform === 'linux' ? heldMemory(pid) : countedMemory(pid)
      },
      kill: () => void child.kill(),
    } satisfies ImportProcess
  }
