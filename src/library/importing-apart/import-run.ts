import { debuglog } from 'node:util'
import * as v from 'valibot'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { FrameReader, frameKinds } from './answer-frames.ts'
import { inMebibytes, inSeconds, TIME_TO_START } from './import-limits.ts'
import type { ImportLimits } from './import-limits.ts'
import type { ImportProcess } from './import-process.ts'
import type { ImportBeside, ImportedArticle, ImportOrder, SourceFile } from './import-runner.ts'
import { LONGEST_REFERENCE, MOST_COMPANIONS } from '../importing/pictures/companions.ts'
import type { Companions } from '../importing/pictures/companions.ts'
import { parsedPayload } from './parsed-payload.ts'
import { ProgressReader } from './read-progress.ts'
import { AnswerReader } from './read-answer.ts'
import { sendBytes } from './send-bytes.ts'
import { watchMemory } from './watch-memory.ts'

export interface ImportRun {
  readonly process: ImportProcess
  readonly source: SourceFile
  readonly order: ImportOrder
  readonly companions: Companions
  readonly progress: ImportBeside['progress']
  readonly limits: ImportLimits
  readonly signal: AbortSignal
  readonly cancelled: () => Result<never>
}

const debug = debuglog('pathmark')

const NOTHING_CHANGED = 'Nothing in the library was changed.'

const sendFile = (
  process: ImportProcess,
  { bytes }: SourceFile,
  order: ImportOrder,
  over: () => boolean,
): Promise<void> => {
  process.send({ kind: 'order', order, size: bytes.length })
  return sendBytes(process, bytes, over)
}

const sendCompanions = async (
  process: ImportProcess,
  companions: ReadonlyMap<string, Uint8Array>,
  over: () => boolean,
): Promise<void> => {
  for (const [reference, bytes] of companions) {
    if (over()) return
    process.send({ kind: 'companion', reference, size: bytes.length })
    await sendBytes(process, bytes, over)
  }
  process.send({ kind: 'companions-end' })
}

const wantedSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_REFERENCE))),
  v.maxLength(MOST_COMPANIONS),
)

type Ending =
  | { readonly kind: 'answered'; readonly answer: AnswerReader }
  | { readonly kind: 'ended'; readonly result: Result<never> }

/** Has a process import one file, and ends it: when its answer is whole, when it takes more than it may, or when it is told to. */
export const runImport = async ({
  process,
  source,
  order,
  companions,
  progress,
  limits,
  signal,
  cancelled,
}: ImportRun): Promise<Result<ImportedArticle>> => {
  let resolve: (ending: Ending) => void = () => {}
  const settled = new Promise<Ending>(tell => {
    resolve = tell
  })
  let over = false
  const settle = (ending: Ending): void => {
    over = true
    process.kill()
    resolve(ending)
  }
  const giveUp = (why: string): void =>
    settle({ kind: 'ended', result: fail('not-readable', `${order.fileName} ${why} ${NOTHING_CHANGED}`) })

  let late = setTimeout(
    () => giveUp('could not be imported: the process that reads files did not start. Try again.'),
    TIME_TO_START,
  )
  let ready = false
  const limitTime = (): void => {
    clearTimeout(late)
    late = setTimeout(() => giveUp(`took more than ${inSeconds(limits.time)} to import and was given up.`), limits.time)
  }
  let asked = false
  /** Reading companions has limits of its own; what the process does with them has those of an import. */
  const giveCompanions = async (references: readonly string[]): Promise<void> => {
    asked = true
    clearTimeout(late)
    const found = await companions.read(references)
    if (over) return
    limitTime()
    await sendCompanions(process, found, () => over)
  }

  const frames = new FrameReader()
  const answer = new AnswerReader(source, order)
  const told = new ProgressReader(progress)
  let taken = 0
  process.onOutput(bytes => {
    if (over) return
    taken += bytes.length
    if (taken > limits.answer)
      return giveUp(`makes an article of more than ${inMebibytes(limits.answer)} and was given up.`)
    const whole = frames.push(bytes)
    if (whole === null) return giveUp('could not be imported: what was made of it is no article.')
    for (const frame of whole) {
      if (frame.kind === frameKinds.ready && !ready) {
        ready = true
        limitTime()
        continue
      }
      const wanted = frame.kind === frameKinds.wanted && !asked ? parsedPayload(wantedSchema, frame) : null
      if (wanted !== null) {
        given = giveCompanions(wanted)
        continue
      }
      const isProgress = frame.kind === frameKinds.progress && ready && !answer.hasBegun
      const state = isProgress ? told.take(frame) : answer.take(frame)
      if (state === 'wrong') return giveUp('could not be imported: what was made of it is no article.')
      if (state === 'whole') return settle({ kind: 'answered', answer })
    }
  })
  process.onEnd(how => {
    if (over) return
    debug('the process that imported %s ended: %s', order.fileName, how)
    giveUp('could not be imported: reading it ended the process that read it, as files do that take too much memory.')
  })

  const unwatch = watchMemory(process, limits.memory, () =>
    giveUp(`took more than ${inMebibytes(limits.memory)} of memory to import and was given up.`),
  )
  const leave = (): void => settle({ kind: 'ended', result: cancelled() })
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()

  let given: Promise<void> = Promise.resolve()
  const sent = sendFile(process, source, order, () => over)
  const ending = await settled
  clearTimeout(late)
  unwatch()
  signal.removeEventListener('abort', leave)
  await Promise.all([sent, given])
  if (ending.kind === 'ended') return ending.result
  return ending.answer.finish()
}
