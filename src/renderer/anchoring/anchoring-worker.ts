import { anchorAll } from '#core/anchoring/anchor-all.ts'
import type { AnchoringText } from '#core/anchoring/anchor-all.ts'
import type { AnchoringAnswer, AnchoringRequest } from './anchoring-messages.ts'

/** A worker of one article: it is given the text once, keeps it, and finds passages in it. */
let article: AnchoringText = { text: '' }

addEventListener('message', ({ data }: MessageEvent<AnchoringRequest>) => {
  if (data.kind === 'text') {
    article = data.article
    return
  }
  const answer: AnchoringAnswer = { request: data.request, verdicts: anchorAll(article, data.passages) }
  postMessage(answer)
})
