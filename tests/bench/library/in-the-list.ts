import type { Page } from '@playwright/test'

/** Milliseconds between the frames of a long scroll through the list, one after the other. */
export const scrollFrames = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const grid = document.querySelector('shelves-view')?.shadowRoot?.querySelector('documents-grid')
    const scroller = grid?.shadowRoot?.querySelector('.scroll')
    if (scroller == null) throw new Error('the list is not shown')
    const nextFrame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
    const frames: number[] = []
    let before = await nextFrame()
    for (let frame = 0; frame < 240; frame++) {
      scroller.scrollTop += 700
      const now = await nextFrame()
      frames.push(now - before)
      before = now
    }
    return frames
  })

/** Milliseconds from each of some texts in the filter's field until the list shows what it leaves, laid out. */
export const filterTimes = (page: Page, texts: readonly string[]): Promise<readonly number[]> =>
  page.evaluate(async words => {
    const view = document.querySelector('shelves-view')
    const field = view?.shadowRoot?.querySelector<HTMLInputElement>('input[type="search"]')
    if (view == null || field == null) throw new Error('the list is not shown')
    const times: number[] = []
    for (const text of words) {
      const began = performance.now()
      field.value = text
      field.dispatchEvent(new Event('input'))
      await (view as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete
      const grid = view.shadowRoot?.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('documents-grid')
      await grid?.updateComplete
      grid?.getBoundingClientRect()
      times.push(performance.now() - began)
    }
    return times
  }, texts)
