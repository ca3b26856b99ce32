import { layoutMap } from './map-layout.ts'
import type { LayoutAnswer, LayoutRequest } from './map-placing.ts'

/** Lays out one map after the other, beside the window's own work. */
addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { request: data.request, placed: layoutMap(data.view) }
  postMessage(answer)
})
