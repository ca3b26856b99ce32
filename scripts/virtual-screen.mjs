import { spawn } from 'node:child_process'
import { SetUpFailure } from './setup/set-up-failure.mjs'

/**
 * Starts an X server without a screen, on a free display number of its own choosing.
 * @param {{ prefix: readonly string[], env: NodeJS.ProcessEnv }} as who runs it: only that user may connect
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export const startVirtualScreen = ({ prefix, env }) =>
  new Promise((resolve, reject) => {
    const [program = '', ...args] = [
      ...prefix,
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1600x1000x24',
      '-nolisten',
      'tcp',
      '-noreset',
    ]
    const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env })
    let complaint = ''
    server.stderr?.on('data', chunk => (complaint += chunk))
    server.stdio[3]?.once('data', number =>
      resolve({ display: `:${String(number).trim()}`, stop: () => void server.kill() }),
    )
    server.once('error', error => reject(new SetUpFailure(`Xvfb could not be started: ${error.message}`)))
    server.once('exit', status => reject(new SetUpFailure(`Xvfb ended at once (${status}): ${complaint.trim()}`)))
  })
