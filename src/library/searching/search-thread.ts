import { parentPort, workerData } from 'node:worker_threads'
import { searchHere } from './search-here.ts'
import type { SearchOrder, SearchReply, SearchThreadData } from './search-messages.ts'

if (parentPort === null) throw new Error('This file is the start of a worker thread.')
const port = parentPort
// Only the program starts this thread and writes to it.
const { place, documents } = workerData as SearchThreadData
const searcher = searchHere(place, documents)
const reply = (message: SearchReply): void => port.postMessage(message)

const obey = async (order: SearchOrder): Promise<void> => {
  const { number } = order
  switch (order.kind) {
    case 'refresh': {
      const progress = (done: number, total: number): void => reply({ number, kind: 'progress', done, total })
      reply({ number, kind: 'refreshed', result: await searcher.refresh(order.order, progress) })
      return
    }
    case 'rehearse':
      reply({ number, kind: 'rehearsed', lost: await searcher.rehearse() })
      return
    case 'ask':
      reply({ number, kind: 'asked', result: await searcher.ask(order.question) })
      return
    case 'close':
      await searcher.close()
      reply({ number, kind: 'closed' })
  }
}

port.on('message', (order: SearchOrder) => void obey(order))
