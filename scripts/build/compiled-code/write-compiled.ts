import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import type { Script } from 'node:vm'
import type { ImportMessage } from '../../../src/library/importing-apart/import-process.ts'
import { frameKinds } from '../../../src/library/importing-apart/answer-frames.ts'
import { compiledFile, loadCompiled } from '../../../src/library/importing-apart/load-compiled.ts'
import { sealCompiled } from '../../../src/library/importing-apart/sealed-code.ts'

/*
 * Runs the built import program with a sample as its program would, in the runtime and with the settings of an import process, and keeps beside each
 * script what V8 has compiled of it by then. Parameters: the program's script, the sample, where the content is put that reading it came to, and the task.
 * What was kept before is taken up, so that each sample adds what it needs.
 */
const [program = '', sample = '', contentFile = '', task = ''] = process.argv.slice(-4)

const bytes = new Uint8Array(readFileSync(task === 'purify' ? contentFile : sample))
// The program takes files away from this process; these stay.
const write = { openSync, writeSync, closeSync }
const save = (file: string, content: Uint8Array): void => {
  const handle = write.openSync(file, 'w')
  write.writeSync(handle, content)
  write.closeSync(handle)
}
const scripts: { readonly file: string; readonly source: Uint8Array; readonly script: Script }[] = []
const content: Uint8Array[] = []
const isFirst = task === 'read' && !existsSync(contentFile)

let listen: (message: ImportMessage) => void = () => {}
/** Sends the sample when the program listens. */
const on = (_event: string, take: (event: { readonly data: ImportMessage }) => void): void => {
  listen = message => take({ data: message })
  setImmediate(() => {
    if (task === 'purify') listen({ kind: 'content', size: bytes.length })
    else listen({ kind: 'order', order: { fileName: basename(sample), now: '', program: '' }, size: bytes.length })
    listen({ kind: 'bytes', bytes })
  })
}

// Electron has a port of its own that cannot be put aside.
const withPort = process as { parentPort?: { on: typeof on } }
if (withPort.parentPort === undefined) withPort.parentPort = { on }
else withPort.parentPort.on = on

const keep = (): void => {
  for (const { file, source, script } of scripts)
    save(compiledFile(file), sealCompiled(source, script.createCachedData()))
  if (isFirst) save(contentFile, Buffer.concat(content))
  process.exit()
}

const takeFrame = (frame: Uint8Array): void => {
  const kind = frame[0]
  if (kind === frameKinds.content) content.push(frame.subarray(5))
  if (kind === frameKinds.wanted) setImmediate(() => listen({ kind: 'companions-end' }))
  if (kind === frameKinds.failed)
    throw new Error(`${sample} could not be read: ${Buffer.from(frame.subarray(5)).toString()}`)
  if (kind === frameKinds.end) setImmediate(keep)
}

process.stdout.write = ((frame: Uint8Array, done?: () => void): boolean => {
  takeFrame(frame)
  done?.()
  return true
}) as typeof process.stdout.write

loadCompiled(program, (file, script) => scripts.push({ file, source: readFileSync(file), script }))
