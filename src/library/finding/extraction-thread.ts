import { parentPort, workerData } from 'node:worker_threads'
import { extractHere } from './extract-here.ts'
import type { ExtractionAnswer, ExtractionOrder, ExtractionThreadData } from './extraction-messages.ts'

/** Steps in which progress is told: finer ones cannot be seen and only keep the other side busy. */
const STEP = 0.02

if (parentPort === null) throw new Error('This file is the start of a worker thread.')
const port = parentPort
// Only the program starts this thread and writes to it.
const { resources } = workerData as ExtractionThreadData
const extractor = extractHere(resources)
const answer = (message: ExtractionAnswer): void => port.postMessage(message)

port.on('message', ({ article, own }: ExtractionOrder) => {
  let told = 0
  const progress = (share: number): void => {
    if (share - told < STEP) return
    told = share
    answer({ kind: 'progress', share })
  }
  void extractor.extract(article, own, { progress }).then(result => answer({ kind: 'result', result }))
})
