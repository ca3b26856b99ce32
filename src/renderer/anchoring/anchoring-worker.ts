import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchoringOptions, AnchoringText } from '#core/anchoring/anchor-all.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import type { AnchoringAnswer, AnchoringRequest } from './anchoring-messages.ts'

/** A worker of one article: it is given the text and the names once, keeps them, and finds passages in the text. */
let article: AnchoringText = { text: '' }
let options: AnchoringOptions = {}

addEventListener('message', ({ data }: MessageEvent<AnchoringRequest>) => {
  if (data.kind === 'text') {
    article = data.article
    options = { nameOf: nameOfWord(data.names) }
    return
  }
  const answer: AnchoringAnswer = { request: data.request, verdicts: anchorAll(article, data.passages, options) }
  postMessage(answer)
})
