import { parentPort, workerData } from 'node:worker_threads'
import { extractHere } from './extract-here.ts'
import type { ExtractionAnswer, ExtractionOrder, ExtractionThreadData } from './extraction-messages.ts'

/** Progress is told at most once in so many milliseconds: more cannot be seen and only keeps the other side busy. */
const PAUSE = 100

if (parentPort === null) throw new Error('This file is the start of a worker thread.')
const port = parentPort
// Only the program starts this thread and writes to it.
const { resources } = workerData as ExtractionThreadData
const extractor = extractHere(resources)
const answer = (message: ExtractionAnswer): void => port.postMessage(message)

port.on('message', ({ article, own }: ExtractionOrder) => {
  let told = performance.now()
  const progress = (share: number): void => {
    const now = performance.now()
    if (now - told < PAUSE) return
    told = now
    answer({ kind: 'progress', share })
  }
  void extractor.extract(article, own, { progress }).then(result => answer({ kind: 'result', result }))
})
