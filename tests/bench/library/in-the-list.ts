import type { Page } from '@playwright/test'

/** Milliseconds from the keys that ask for the list until its lines are there, drawn. */
export const showList = async (page: Page): Promise<number> => {
  // Answered before the keys are sent: they must not come first.
  await page.evaluate(() => {
    const asked = new Promise<number>(resolve =>
      window.addEventListener('keydown', event => event.key === 'l' && resolve(event.timeStamp), { capture: true }),
    )
    Object.assign(window, { listAsked: asked })
  })
  await page.keyboard.press('Control+l')
  return page.evaluate(async () => {
    const nextFrame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
    const began = (await Reflect.get(window, 'listAsked')) as number
    const drawn = (): boolean =>
      document
        .querySelector('shelves-view')
        ?.shadowRoot?.querySelector('documents-grid')
        ?.shadowRoot?.querySelector('[data-document]') != null
    while (!drawn()) await nextFrame()
    await nextFrame()
    return performance.now() - began
  })
}

/** Waits until the window has so many articles in its list. */
export const waitForAll = async (page: Page, count: number): Promise<void> => {
  await page.getByText(`${count.toLocaleString('en')} articles`, { exact: true }).waitFor()
  await page.waitForFunction(
    wanted =>
      document
        .querySelector('shelves-view')
        ?.shadowRoot?.querySelector<HTMLElement & { documents: readonly unknown[] }>('documents-grid')?.documents
        .length === wanted,
    count,
  )
}

/** Goes over to cards, or back to the list. */
export const showAs = async (page: Page, form: 'List' | 'Cards'): Promise<void> => {
  await page.getByRole('button', { name: form, exact: true }).click()
  await page.locator(`documents-grid .grid.${form.toLowerCase()} [data-document]`).first().waitFor()
}

/** Milliseconds between frames, one after the other, while the list is scrolled by so many pixels at each; 0 for a window at rest. */
export const scrollFrames = (page: Page, pixels: number, count: number): Promise<readonly number[]> =>
  page.evaluate(
    async ([step, frames]) => {
      const grid = document.querySelector('shelves-view')?.shadowRoot?.querySelector('documents-grid')
      const scroller = grid?.shadowRoot?.querySelector('.scroll')
      if (scroller == null) throw new Error('the list is not shown')
      scroller.scrollTop = 0
      const nextFrame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
      const times: number[] = []
      let before = await nextFrame()
      for (let frame = 0; frame < frames; frame++) {
        scroller.scrollTop += step
        const now = await nextFrame()
        times.push(now - before)
        before = now
      }
      return times
    },
    [pixels, count] as const,
  )

/** Milliseconds from each of some texts in the filter's field until the list shows what it leaves, laid out. */
export const filterTimes = (page: Page, texts: readonly string[]): Promise<readonly number[]> =>
  page.evaluate(async words => {
    const view = document.querySelector('shelves-view')
    const field = view?.shadowRoot?.querySelector<HTMLInputElement>('input[type="search"]')
    if (view == null || field == null) throw new Error('the list is not shown')
    const nextFrame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
    const times: number[] = []
    for (const text of words) {
      // As between two keys: what the one before has set going is over.
      await nextFrame()
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

/** Milliseconds from each query until the window has its answer. Before the first the index is brought up to date. */
export const queryTimes = (page: Page, queries: readonly string[]): Promise<readonly number[]> =>
  page.evaluate(async asked => {
    const bridge = window.pathmark
    const begun = await bridge.call('search.begin', undefined)
    if (!begun.ok) throw new Error(begun.error.message)
    const times: number[] = []
    for (const typed of asked) {
      const began = performance.now()
      const answer = await bridge.call('search.ask', { typed, document: null, documents: 30, hits: 3 })
      if (!answer.ok) throw new Error(answer.error.message)
      times.push(performance.now() - began)
    }
    return times
  }, queries)
