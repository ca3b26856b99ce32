import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TO_BUILD, TO_PAINT, NearView } from '../../../src/renderer/rendering/near-view.ts'
import type { Reach } from '../../../src/renderer/rendering/near-view.ts'
import { mapText } from '../../../src/renderer/rendering/map-text.ts'
import { pageOf } from './page-of.ts'

const VIEW = 800
/** Each paragraph is a chunk of its own, as tall in pixels as it is long in characters: a height is an offset. */
const CHUNK = 5_000
const COUNT = 20

function scrolled(reach: Reach) {
  const root = pageOf(`<p>${'x'.repeat(CHUNK)}</p>`.repeat(COUNT))
  const view = root.ownerDocument.createElement('div')
  const boxOf = (y: number, height: number): DOMRect => {
    const box = { x: 0, y, width: 600, height, top: y, bottom: y + height, left: 0, right: 600 }
    return { ...box, toJSON: () => box }
  }
  const at = (element: Element, top: number, height: number): void => {
    element.getBoundingClientRect = () => boxOf(top - view.scrollTop, height)
  }
  at(root, 0, CHUNK * COUNT)
  for (const [number, paragraph] of [...root.children].entries()) at(paragraph, number * CHUNK, CHUNK)
  view.scrollTop = 0
  view.getBoundingClientRect = () => boxOf(0, VIEW)
  const shown: { start: number; end: number }[] = []
  const near = new NearView(mapText(root), view, reach, part => shown.push(part))
  const scrollTo = (top: number): void => {
    view.scrollTop = Math.max(0, Math.min(CHUNK * COUNT - VIEW, top))
    near.look()
  }
  return { shown, scrollTo, top: () => view.scrollTop }
}

test('at rest as much is shown above as below', () => {
  const { shown, scrollTo } = scrolled(TO_PAINT)
  scrollTo(50_000)
  expect(shown).toEqual([{ start: 50_000 - VIEW, end: 50_000 + 2 * VIEW }])
})

test('looking again without having moved shows nothing new, and neither does a short way', () => {
  const { shown, scrollTo } = scrolled(TO_PAINT)
  scrollTo(50_000)
  for (const top of [50_000, 50_100, 50_300, 50_000]) scrollTo(top)
  expect(shown).toHaveLength(1)
})

test('who scrolls on gets more ahead than behind, and a new part once in a while only', () => {
  const { shown, scrollTo } = scrolled(TO_PAINT)
  scrollTo(10_000)
  for (let step = 1; step <= 100; step += 1) scrollTo(10_000 + step * 100)
  expect(shown.length).toBeLessThanOrEqual(2 + 10_000 / VIEW)
  const last = shown.at(-1) ?? { start: 0, end: 0 }
  expect(last.end - last.start).toBe(VIEW * (1 + TO_PAINT.ahead + TO_PAINT.behind))
})

test('whoever turns round at the end of a part does not get a new one with every turn', () => {
  const { shown, scrollTo } = scrolled(TO_PAINT)
  scrollTo(50_000)
  for (let turn = 0; turn < 20; turn += 1) {
    scrollTo(50_450)
    scrollTo(50_300)
  }
  expect(shown.length).toBeLessThanOrEqual(3)
})

test.each([
  ['painted', TO_PAINT],
  ['built', TO_BUILD],
])('however it is scrolled, all that is in view is always %s, and some of what comes next', (_, reach) => {
  const moves = fc.array(fc.oneof(fc.integer({ min: -700, max: 700 }), fc.integer({ min: -60_000, max: 60_000 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(moves, steps => {
      const { shown, scrollTo, top } = scrolled(reach)
      scrollTo(40_000)
      for (const step of steps) {
        scrollTo(top() + step)
        const part = shown.at(-1) ?? { start: 0, end: 0 }
        const reserve = (VIEW * reach.reserve) / 2
        expect(part.start).toBeLessThanOrEqual(Math.max(0, top() - reserve))
        expect(part.end).toBeGreaterThanOrEqual(Math.min(CHUNK * COUNT, top() + VIEW + reserve))
      }
    }),
    { numRuns: 30 },
  )
})
