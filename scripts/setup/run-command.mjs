import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and collects what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean }} [options] `show` lets it write to this terminal
 * @returns {Promise<{ status: number, output: string }>} status 127 when the command is not there
 */
export const runCommand = (command, args, { show = false, ...options } = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, { stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    child.stdout?.on('data', chunk => (output += chunk))
    child.stderr?.on('data', chunk => (output += chunk))
    child.on('error', error => resolve({ status: 127, output: `${output}${error.message}` }))
    child.on('close', (status, signal) =>
      resolve({ status: status ?? 1, output: signal ? `${output}\nended by ${signal}` : output }),
    )
  })
