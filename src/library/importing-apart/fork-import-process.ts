import { spawn } from 'node:child_process'
import { dirname, sep } from 'node:path'
import { debuglog } from 'node:util'
import { heldMemory } from './held-memory.ts'
import type { ImportProcess, ImportTask, StartImportProcess } from './import-process.ts'

/** With `NODE_DEBUG=pathmark` the process says what it ends of. */
const debug = debuglog('pathmark')

const MEBIBYTE = 1024 * 1024

/** Seconds of processor time after which the system ends the process, should the program that watches it be gone. */
const PROCESSOR_TIME = 3_600

/** The command that runs `file` for a task; the process may read its own folder and nothing else, and start nothing. */
const commandFor = (file: string, heap: number, task: ImportTask): readonly [string, readonly string[]] => {
  const args = [
    '--experimental-permission',
    `--allow-fs-read=${dirname(file)}${sep}`,
    '--no-warnings',
    `--max-old-space-size=${Math.round(heap / MEBIBYTE)}`,
    file,
    task,
  ]
  if (process.platform === 'win32') return [process.execPath, args]
  return ['/bin/sh', ['-c', `ulimit -t ${PROCESSOR_TIME}; exec "$0" "$@"`, process.execPath, ...args]]
}

/** Starts import processes with Node itself. `file` is the built one of `import-program.ts`. */
export const forkImportProcess =
  (file: string): StartImportProcess =>
  (heap, task) => {
    const [command, args] = commandFor(file, heap, task)
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', debug.enabled ? 'inherit' : 'ignore', 'ipc'],
      serialization: 'advanced',
      env: {},
      cwd: dirname(file),
    })
    // Told once by `onEnd`, however it came about.
    let how: string | null = null
    const listeners: ((how: string) => void)[] = []
    const end = (reason: string): void => {
      if (how !== null) return
      how = reason
      for (const listener of listeners) listener(reason)
    }
    child.on('error', error => end(error.message))
    child.on('close', (status, signal) => end(signal ?? `status ${status}`))
    return {
      send: message => {
        if (child.connected) child.send(message, () => undefined)
      },
      onOutput: take => child.stdout?.on('data', take),
      onEnd: ended => {
        if (how === null) listeners.push(ended)
        else ended(how)
      },
      memory: () => heldMemory(child.pid),
      kill: () => void child.kill('SIGKILL'),
    } satisfies ImportProcess
  }
