import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './application.ts'
import type { Pathmark, Running } from './application.ts'
import { highlightObjects, painted } from './article-words.ts'
import { MARKS, lastHeading, rareWord, writeLongArticle } from './long-article.ts'
import { removeFolder } from '../../scripts/remove-folder.mjs'

/**
 * Longest time from a key or a click to the next frame, in milliseconds, at the median of some. What goes through all marks or
 * all text on the way takes seconds on a slow machine; what is near the view takes some tens of milliseconds.
 */
const AT_ONCE = 700
/** Longest wait for a book to open on a machine that has much else to do, in milliseconds. */
const PATIENCE = 30_000
/** Marks and notes that may be made for the screen at once: those of some screens, and never a good part of all. */
const NEAR = MARKS / 10

let prepared = ''
test.beforeAll(() => {
  test.setTimeout(120_000)
  prepared = mkdtempSync(join(tmpdir(), 'pathmark-long-'))
  writeLongArticle(prepared)
})
test.afterAll(() => removeFolder(prepared))

async function open(pathmark: Pathmark): Promise<Running> {
  const library = join(pathmark.folder, 'long')
  cpSync(join(prepared, 'library'), library, { recursive: true })
  return reopen(pathmark)
}

async function reopen(pathmark: Pathmark): Promise<Running> {
  const running = await pathmark.start({ library: join(pathmark.folder, 'long'), article: false })
  await expect(running.page.locator('#article')).not.toBeEmpty({ timeout: PATIENCE })
  await expect.poll(async () => (await highlightObjects(running.page)).ranges, { timeout: PATIENCE }).toBeGreaterThan(0)
  return running
}

/** Waits until the article stands still for some frames: lines that are laid out on the way to a place may move it. */
const standsStill = (page: Page): Promise<void> =>
  page.locator('.article-scroll').evaluate(async scroller => {
    let last = ''
    for (let still = 0; still < 6;) {
      await new Promise(resolve => requestAnimationFrame(resolve))
      const now = `${scroller.scrollTop} ${scroller.scrollHeight}`
      still = now === last ? still + 1 : 0
      last = now
    }
  })

interface Place {
  readonly top: number
  readonly bottom: number
  readonly left: number
}

/** Where a layer's ranges stand, in CSS pixels from the top of the view, and the view's height. */
const places = (page: Page, layer: string): Promise<{ readonly height: number; readonly at: readonly Place[] }> =>
  page.evaluate(name => {
    const view = document.querySelector('.article-scroll')?.getBoundingClientRect() ?? new DOMRect()
    const at = [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      const first = range.getClientRects()[0] ?? range.getBoundingClientRect()
      return { top: first.top - view.top, bottom: first.bottom - view.top, left: first.left }
    })
    return { height: view.height, at }
  }, layer)

/** Whether the first line of the layer's only passage is in view. */
const isInView = async (page: Page, layer: string): Promise<boolean> => {
  const { height, at } = await places(page, layer)
  const [only] = at
  return at.length === 1 && only !== undefined && only.top >= 0 && only.bottom <= height
}

/** Milliseconds from the first event of an action to the frame after it. */
async function answerTime(page: Page, event: string, act: () => Promise<void>): Promise<number> {
  const time = page.evaluate(
    name =>
      new Promise<number>(resolve => {
        const heard = ({ timeStamp }: Event): void => {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
        }
        addEventListener(name, heard, { once: true, capture: true })
      }),
    event,
  )
  // The page has to listen before anything happens.
  await page.evaluate(() => undefined)
  await act()
  return time
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Infinity

/** The middle of a word in view, away from the edges: the first words of five paragraphs or list items, one after the other. */
const wordInView = (page: Page, number: number): Promise<{ x: number; y: number }> =>
  page.evaluate(wanted => {
    const view = document.querySelector('.article-scroll')?.getBoundingClientRect() ?? new DOMRect()
    const found: { x: number; y: number }[] = []
    for (const element of document.querySelectorAll('#article :is(p, li)')) {
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      if (!(node instanceof Text) || !/^[a-z]{3}/.test(node.data) || !element.checkVisibility()) continue
      const range = document.createRange()
      range.setStart(node, 1)
      range.setEnd(node, 2)
      const box = range.getBoundingClientRect()
      if (box.top > view.top + 100 && box.bottom < view.bottom - 60)
        found.push({ x: box.left + box.width / 2, y: box.top + box.height / 2 })
    }
    const place = found[wanted % Math.max(1, found.length)]
    if (place === undefined) throw new Error('No word is in view.')
    return place
  }, number)

test('among ten thousand marks a key, a click and the pointer are answered at once', async ({ pathmark }) => {
  const { page } = await open(pathmark)
  await expect(page.getByRole('slider', { name: 'Marks in the article' })).toHaveAttribute('aria-valuemax', `${MARKS}`)
  expect((await highlightObjects(page)).ranges).toBeLessThan(NEAR)
  await page.locator('.article-scroll').evaluate(scroller => scroller.scrollTo({ top: 20_000, behavior: 'instant' }))

  const keys: number[] = []
  for (const number of [0, 1, 2, 3, 4]) {
    await standsStill(page)
    const { x, y } = await wordInView(page, number)
    await page.mouse.dblclick(x, y)
    const word = (await page.evaluate(() => String(document.getSelection()))).replaceAll('\u00AD', '').trim()
    expect(word).not.toBe('')
    keys.push(await answerTime(page, 'keydown', () => page.keyboard.press(`${number + 1}`)))
    await expect.poll(() => painted(page, 'focus')).toEqual([word])
    await page.keyboard.press('Escape')
  }
  expect(median(keys)).toBeLessThan(AT_ONCE)
  await expect(page.getByRole('slider', { name: 'Marks in the article' })).toHaveAttribute(
    'aria-valuemax',
    `${MARKS + 5}`,
  )

  const slider = page.getByRole('slider', { name: 'Marks in the article' })
  await page.keyboard.press(']')
  await expect(slider).not.toHaveAttribute('aria-valuenow', '0')
  const from = Number(await slider.getAttribute('aria-valuenow'))
  const steps: number[] = []
  for (let step = 1; step <= 5; step += 1) {
    steps.push(await answerTime(page, 'keydown', () => page.keyboard.press(']')))
    await expect(slider).toHaveAttribute('aria-valuenow', `${from + step}`)
    await expect.poll(() => isInView(page, 'focus')).toBe(true)
  }
  expect(median(steps)).toBeLessThan(AT_ONCE)
  await page.keyboard.press('Escape')

  await standsStill(page)
  const { at, height } = await places(page, 'highlight-yellow')
  const mark = at.find(({ top, bottom }) => top > 120 && bottom < height - 120)
  if (mark === undefined) throw new Error('No yellow mark is in view.')
  const view = await page.locator('.article-scroll').boundingBox()
  const y = (view?.y ?? 0) + (mark.top + mark.bottom) / 2
  const hover = await answerTime(page, 'pointermove', () => page.mouse.move(mark.left + 4, y))
  await expect.poll(async () => (await painted(page, 'hover')).length).toBe(1)
  const click = await answerTime(page, 'click', () => page.mouse.click(mark.left + 4, y))
  await expect(page.getByRole('toolbar', { name: 'Change the mark' })).toBeVisible()
  await expect.poll(() => painted(page, 'focus')).toHaveLength(1)
  expect(median([hover, click])).toBeLessThan(AT_ONCE)
})

test('every way to the last chapter of a book leads exactly there, and marks are painted on the way', async ({
  pathmark,
}) => {
  const { page } = await open(pathmark)
  await page.getByRole('navigation', { name: 'Outline' }).getByText(lastHeading).click()
  const heading = page.locator('#article').getByRole('heading', { name: lastHeading })
  await expect(heading).toBeInViewport({ ratio: 1 })

  await page.getByRole('slider', { name: 'Marks in the article' }).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => isInView(page, 'focus')).toBe(true)
  await page.keyboard.press('End')
  await expect(page.getByRole('slider', { name: 'Marks in the article' })).toHaveAttribute('aria-valuenow', `${MARKS}`)
  await expect.poll(() => isInView(page, 'focus')).toBe(true)
  await page.keyboard.press('Escape')

  for (const share of [0.8, 0.55, 0.3, 0.05]) {
    await page
      .locator('.article-scroll')
      .evaluate(
        (scroller, part) => scroller.scrollTo({ top: scroller.scrollHeight * part, behavior: 'instant' }),
        share,
      )
    await expect
      .poll(async () => {
        const { at, height } = await places(page, 'highlight-blue')
        return at.filter(({ top, bottom }) => bottom > 0 && top < height).length
      })
      .toBeGreaterThan(0)
    expect((await highlightObjects(page)).ranges).toBeLessThan(NEAR)
  }

  await page.keyboard.press('Control+f')
  await page.keyboard.type(rareWord)
  await expect(page.getByText(/1 (of|\/) 1/).first()).toBeVisible()
  await expect.poll(() => isInView(page, 'find-current')).toBe(true)
  await expect.poll(() => painted(page, 'find-current')).toEqual([rareWord])
  await page.keyboard.press('Escape')

  await page.getByRole('region', { name: 'Article' }).focus()
  await page.keyboard.press('F7')
  await page.keyboard.press('Control+Home')
  await expect.poll(() => page.locator('.article-scroll').evaluate(scroller => scroller.scrollTop)).toBeLessThan(400)
  await page.keyboard.press('PageDown')
  await expect(page.locator('.caret')).toBeInViewport()
  await page.keyboard.press('Control+End')
  await expect(page.locator('.caret')).toBeInViewport()
  const below = await page
    .locator('.article-scroll')
    .evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - scrollTop - clientHeight)
  expect(below).toBeLessThan(1_000)
})

test('of ten thousand notes those near the view are there, and each can be gone to', async ({ pathmark }) => {
  const { page } = await open(pathmark)
  await page.getByRole('tab', { name: /^Notes/ }).click()
  const cards = page.locator('note-card')
  await expect(cards.first()).toBeVisible()
  expect(await cards.count()).toBeLessThan(100)
  await expect(cards.first()).toHaveAttribute('aria-setsize', `${MARKS}`)

  await page.getByRole('button', { name: 'List', exact: true }).click()
  const list = page.locator('notes-list')
  await expect(list.locator('note-card').first()).toBeVisible()
  await list.evaluate(async element => {
    // Heights become known on the way, so the end is reached in some steps.
    for (let step = 0; step < 4; step += 1) {
      element.scrollTop = element.scrollHeight
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
  })
  const last = list.locator('note-card').last()
  await expect(last).toBeInViewport()
  await last.locator('.quote').click()
  await expect.poll(() => isInView(page, 'focus')).toBe(true)
  await expect(page.getByRole('slider', { name: 'Marks in the article' })).toHaveAttribute('aria-valuenow', `${MARKS}`)
  expect(await cards.count()).toBeLessThan(100)

  // From a note Tab leads on to notes that were not there before.
  const numberOf = (): Promise<string> =>
    page.evaluate(() => {
      let inner: Element | null = document.activeElement
      let id = ''
      while (inner !== null) {
        id = inner instanceof HTMLElement && inner.localName === 'note-card' ? (inner.dataset['id'] ?? '') : id
        inner = inner.shadowRoot?.activeElement ?? null
      }
      return id
    })
  await list.evaluate(element => element.scrollTo({ top: 0 }))
  await list.locator('note-card').first().locator('.quote').focus()
  const met = new Set<string>()
  for (let step = 0; step < 60; step += 1) {
    met.add(await numberOf())
    await page.keyboard.press('Tab')
  }
  expect(met.has('')).toBe(false)
  expect(met.size).toBeGreaterThan(8)
})

test('a book is opened again where it was left', async ({ pathmark }) => {
  const running = await open(pathmark)
  const { page } = running
  await page
    .locator('.article-scroll')
    .evaluate(scroller => scroller.scrollTo({ top: scroller.scrollHeight * 0.6, behavior: 'instant' }))
  await standsStill(page)
  /** The words at some heights of the view, as far as their line goes on. */
  const seen = (of: Page): Promise<string[]> =>
    of.evaluate(() => {
      const view = document.querySelector('.article-scroll')?.getBoundingClientRect() ?? new DOMRect()
      const left = (document.querySelector('#article')?.getBoundingClientRect().left ?? 0) + 60
      return [60, 120, 180, 240, 300].map(y => {
        const node = document.caretPositionFromPoint(left, view.top + y)?.offsetNode
        return node instanceof Text ? node.data.replaceAll('\u00AD', '') : ''
      })
    })
  const before = await seen(page)
  await pathmark.close(running)
  const { page: again } = await reopen(pathmark)
  await standsStill(again)
  const after = await seen(again)
  expect(after.filter(words => words !== '' && before.includes(words)).length).toBeGreaterThan(2)
})
