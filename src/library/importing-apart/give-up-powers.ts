import childProcess from 'node:child_process'
import cluster from 'node:cluster'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import vm from 'node:vm'
import workerThreads from 'node:worker_threads'

const refuse = (): never => {
  throw new Error('An import may not do this.')
}

/** Modules of which nothing may be called any more. */
const forbidden: readonly object[] = [
  childProcess,
  cluster,
  dgram,
  dns,
  dns.promises,
  fs,
  fs.promises,
  http,
  http2,
  https,
  tls,
  vm,
  workerThreads,
]

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
