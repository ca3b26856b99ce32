import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProgram } from '../store/child-program.ts'

let folder = ''
let program = ''
const server = createServer(socket => socket.end())

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pathmark-powers-'))
  program = await buildProgram('tests/integration/importing-apart/programs/powerless-program.ts', folder)
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

/** What is no function any more cannot be made anew either. */
const refused = /: (?:An import may not do this\.|.*is not a constructor)$/

describe('giveUpPowers', () => {
  it('leaves no files, network, threads, code or other processes, in what is loaded afterwards either', async () => {
    let connections = 0
    server.on('connection', () => (connections += 1))
    const { port } = server.address() as AddressInfo
    const { stdout } = await promisify(execFile)(process.execPath, [program, String(port), 'read'])
    const came = JSON.parse(stdout) as Record<string, string>
    expect(Object.keys(came)).toHaveLength(20)
    for (const [way, outcome] of Object.entries(came)) expect(`${way}: ${outcome}`).toMatch(refused)
    expect(connections).toBe(0)
  })
})
