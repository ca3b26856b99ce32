import { giveUpPowers } from '#library/importing-apart/give-up-powers.ts'

/*
 * Gives up its powers and then tries what it must not be able to do any more, with what it loads afterwards. The parameter is an address that would answer.
 * Says of each way what became of it.
 */
const [port = ''] = process.argv.slice(-2)

giveUpPowers()

interface Emitter {
  on(event: string, listener: (value: unknown) => void): unknown
}

/** What an emitter comes to: the first of its events that says how it went. */
const outcome = (emitter: Emitter, good: readonly string[]): Promise<string> =>
  new Promise(resolve => {
    emitter.on('error', error => resolve(error instanceof Error ? error.message : 'error'))
    for (const event of good) emitter.on(event, () => resolve('DONE'))
  })

const tries: Readonly<Record<string, () => Promise<unknown>>> = {
  fs: async () => (await import('node:fs')).readFileSync(process.execPath),
  'fs promises': async () => (await import('node:fs/promises')).readFile(process.execPath),
  net: async () => outcome((await import('node:net')).connect(Number(port)), ['connect']),
  'net socket': async () => outcome(new (await import('node:net')).Socket().connect(Number(port)), ['connect']),
  'net server': async () => outcome((await import('node:net')).createServer().listen(0), ['listening']),
  http: async () => outcome((await import('node:http')).get(`http://127.0.0.1:${port}`), ['response']),
  'http server': async () => outcome((await import('node:http')).createServer().listen(0), ['listening']),
  https: async () => outcome((await import('node:https')).get(`https://127.0.0.1:${port}`), ['response', 'socket']),
  'https server': async () => outcome((await import('node:https')).createServer().listen(0), ['listening']),
  http2: async () => outcome((await import('node:http2')).connect(`http://127.0.0.1:${port}`), ['connect']),
  'http2 server': async () => outcome((await import('node:http2')).createServer().listen(0), ['listening']),
  tls: async () => outcome((await import('node:tls')).connect(Number(port), '127.0.0.1'), ['connect', 'secureConnect']),
  dgram: async () => outcome((await import('node:dgram')).createSocket('udp4').bind(0), ['listening']),
  dns: async () => (await import('node:dns/promises')).lookup('localhost'),
  fetch: async () => (await fetch(`http://127.0.0.1:${port}`)).status,
  'child process': async () => (await import('node:child_process')).execFileSync(process.execPath, ['--version']),
  cluster: async () => outcome((await import('node:cluster')).default.fork(), ['online', 'exit']),
  worker: async () =>
    outcome(new (await import('node:worker_threads')).Worker('1', { eval: true }), ['online', 'exit']),
  vm: async () => new (await import('node:vm')).Script('1').runInThisContext(),
  kill: async () => process.kill(process.pid, 0),
}

const came: Record<string, string> = {}
for (const [name, attempt] of Object.entries(tries)) {
  try {
    const value = await attempt()
    came[name] = typeof value === 'string' ? value : 'DONE'
  } catch (error) {
    came[name] = error instanceof Error ? error.message : String(error)
  }
}
process.stdout.write(JSON.stringify(came), () => process.exit())
