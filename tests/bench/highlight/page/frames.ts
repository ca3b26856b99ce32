const channel = new MessageChannel()

/** Resolves inside the next animation frame callback: what is done then, before anything is awaited, is part of that frame. */
const frameStart = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => resolve())
  })

/**
 * Resolves when the frame whose callbacks are running has been styled, laid out, painted and handed to the compositor: a
 * message that is posted in it arrives after the rest of the frame's work on the main thread.
 */
const frameEnd = (): Promise<void> =>
  new Promise(resolve => {
    channel.port1.addEventListener('message', () => resolve(), { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })

export const nextFrame = async (): Promise<void> => {
  await frameStart()
  await frameEnd()
}

interface FrameTime {
  /** Milliseconds of the call alone; null for a contestant that puts its drawing off. */
  readonly script: number | null
  readonly painted: number
}

/**
 * Milliseconds from the start of a frame, in which `change` is called, to the end of the frame that shows it. Waiting for
 * the screen is no contestant's work and is not in it, unless the contestant itself puts its drawing off.
 */
export const timeToFrame = async (change: () => void | Promise<void>): Promise<FrameTime> => {
  await frameStart()
  const start = performance.now()
  const done = change()
  const script = performance.now() - start
  if (done === undefined) await frameEnd()
  else {
    await done
    await nextFrame()
  }
  return { script: done === undefined ? script : null, painted: performance.now() - start }
}

/** Milliseconds of the frame that follows a scroll: from its scroll event, before anybody else sees it, to its end. */
export const timeOfScroll = async (scroller: HTMLElement, pixels: number): Promise<number> => {
  let start = Number.NaN
  const began = (): void => {
    start = performance.now()
  }
  addEventListener('scroll', began, { capture: true, once: true })
  scroller.scrollTop += pixels
  await nextFrame()
  return performance.now() - start
}

/** Frames until nothing is left to lay out or to load. */
export const settled = async (): Promise<void> => {
  await document.fonts.ready
  for (let frame = 0; frame < 3; frame++) await nextFrame()
  await new Promise(resolve => {
    requestIdleCallback(resolve, { timeout: 500 })
  })
  await nextFrame()
}

/** The smallest step that the page's clock makes, in milliseconds. */
export const clockStep = (): number => {
  let smallest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 50; turn++) {
    const start = performance.now()
    let now = start
    while (now === start) now = performance.now()
    smallest = Math.min(smallest, now - start)
  }
  return smallest
}
