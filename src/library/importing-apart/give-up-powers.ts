import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import vm from 'node:vm'
import workerThreads from 'node:worker_threads'

const refuse = (): never => {
  throw new Error('An import may not do this.')
}

/**
 * Modules of which nothing may be called any more. Those that speak a protocol (http, https, http2, tls) come to nothing without sockets that connect or listen, and a cluster to nothing
 * without processes; loading them to take them away would be a tenth of the start of a process.
 */
const forbidden: readonly object[] = [childProcess, dgram, dns, dns.promises, fs, fs.promises, vm, workerThreads]

const forbid = (module: object, name: string): void => {
  const { configurable, writable } = Object.getOwnPropertyDescriptor(module, name) ?? {}
  if (configurable === true || writable === true)
    Object.defineProperty(module, name, { value: refuse, writable: false, configurable: false })
}

/**
 * Takes files, network, threads and other processes away from the code of this process, for good. An importer runs no code of a file,
 * so this is a second door behind the first and not a wall: it stops what a parser was talked into, not someone who can run machine code.
 */
export const giveUpPowers = (): void => {
  for (const module of forbidden) {
    for (const name of Object.keys(module)) {
      if (typeof (module as Record<string, unknown>)[name] === 'function') forbid(module, name)
    }
  }
  // Standard output is a socket that is open already; only new ones are refused.
  for (const name of ['connect', 'createConnection', 'createServer']) forbid(net, name)
  forbid(net.Socket.prototype, 'connect')
  forbid(net.Server.prototype, 'listen')
  for (const name of ['fetch', 'WebSocket', 'EventSource']) forbid(globalThis, name)
  for (const name of ['binding', 'dlopen', 'kill', 'chdir']) forbid(process, name)
  syncBuiltinESMExports()
}
