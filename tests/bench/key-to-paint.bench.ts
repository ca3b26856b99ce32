import { expect } from '@playwright/test'
import { test } from '../e2e/application.ts'
import { selectByMouse } from '../e2e/article-words.ts'
import { median } from './measured-window.ts'

declare global {
  interface Window {
    /** How long it took from a key to the painted highlight. */
    painted: Promise<{ readonly frames: number; readonly milliseconds: number }>
  }
}

const WORDS = [
  'Stem cells stand out',
  'They renew themselves',
  'nerve cells, hepatocytes',
  'The subject here',
  'The first mechanism',
  'Damaged nerve cells',
  'They secrete',
  'In the body',
  'Blood was tested',
]

test('a key on a selection to the painted highlight, in frames', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  const frames: number[] = []
  const milliseconds: number[] = []
  for (const words of WORDS) {
    await selectByMouse(page, words)
    await page.evaluate(() => {
      const count = (): number => CSS.highlights.get('highlight-green')?.size ?? 0
      const before = count()
      window.painted = new Promise(resolve => {
        const start = (): void => {
          const pressed = performance.now()
          let passed = 0
          const look = (): void => {
            passed++
            if (count() > before) resolve({ frames: passed, milliseconds: performance.now() - pressed })
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }
        addEventListener('keydown', start, { capture: true, once: true })
      })
    })
    await page.keyboard.press('2')
    const result = await page.evaluate(() => window.painted)
    frames.push(result.frames)
    milliseconds.push(result.milliseconds)
  }
  console.log(
    `highlight to painted        ${median(frames)} frame(s) at the median, ${Math.max(...frames)} at most; ${median(milliseconds).toFixed(1)} ms   (goal: the next frame)`,
  )
  expect(Math.max(...frames)).toBeGreaterThan(0)
})
