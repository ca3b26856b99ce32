import { purifyDrawing } from '../importing/drawings/purify-drawing.ts'
import { purifyContent } from '../importing/purify-content.ts'
import { topLevelElements } from '../importing/top-level-elements.ts'
import { frameKinds, writeFrame } from './answer-frames.ts'
import { giveUpPowers } from './give-up-powers.ts'
import type { ImportMessage } from './import-process.ts'
import type { OrderPort } from './order-port.ts'
import { sayFrame } from './say-frame.ts'
import { textFrames } from './write-answer.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

type Kind = 'content' | 'drawing'

const answer = async (bytes: Uint8Array, kind: Kind): Promise<void> => {
  const text = decoder.decode(bytes)
  const pure = kind === 'drawing' ? await purifyDrawing(text) : await purifyContent(topLevelElements(text))
  for (const frame of textFrames(frameKinds.content, pure)) await sayFrame(frame)
  await sayFrame(writeFrame(frameKinds.end))
}

/** Puts contents together that come in pieces, and gives each to `whole` when it is. */
const receiver = (whole: (bytes: Uint8Array, kind: Kind) => void): ((message: ImportMessage) => void) => {
  let content = new Uint8Array(0)
  let kind: Kind = 'content'
  let filled = 0
  return message => {
    if (message.kind === 'content' || message.kind === 'drawing')
      [content, filled, kind] = [new Uint8Array(message.size), 0, message.kind]
    if (message.kind !== 'bytes') return
    content.set(message.bytes, filled)
    filled += message.bytes.length
    if (filled === content.length) whole(content, kind)
  }
}

/**
 * The work of a process that purifies: loads the purifier, gives up files, network and other processes, and says of each content that
 * and drawing that it is sent, one after the other, what the purifier leaves of it.
 */
export const servePurifying = async (port: OrderPort): Promise<void> => {
  let isReady: () => void = () => {}
  let last: Promise<void> = new Promise(resolve => {
    isReady = resolve
  })
  port.listen(
    receiver((content, kind) => {
      last = last.then(() => answer(content, kind))
    }),
  )
  // The purifier and its DOM load with the first that they are given.
  await purifyContent(['<p data-block="b1">Word</p>\n'])
  giveUpPowers()
  await sayFrame(writeFrame(frameKinds.ready))
  isReady()
}
