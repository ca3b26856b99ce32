import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Pathmark, Running } from './application.ts'
import { expect, test } from './application.ts'
import { painted } from './article-words.ts'

interface Sample {
  readonly name: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Two paragraphs; the words to be marked stand in the second. */
  readonly first: string
  readonly second: string
  readonly words: string
}

const samples: readonly Sample[] = [
  {
    name: 'Arabic',
    language: 'ar',
    direction: 'rtl',
    first: 'تُجدِّد الخلايا الجذعية نفسها، ويمكن أن تصير أنواعًا كثيرة من الخلايا.',
    second: 'تخفض الخلايا المزروعة IL-1 حول العصب المصاب، فيقل الألم بعد أسابيع.',
    words: 'المزروعة IL-1 حول العصب',
  },
  {
    name: 'Hebrew',
    language: 'he',
    direction: 'rtl',
    first: 'תאי גזע מחדשים את עצמם ויכולים להפוך לסוגים רבים של תאים.',
    second: 'התאים המושתלים מפחיתים IL-17 סביב העצב, והכאב שָׁכַךְ לאחר שבועות.',
    words: 'והכאב שָׁכַךְ',
  },
  {
    name: 'Chinese',
    language: 'zh',
    direction: 'ltr',
    first: '干细胞能够自我更新，并能分化为多种细胞。',
    second: '移植的细胞降低受损神经周围的炎症，𠮷田的研究也报告疼痛在数周后减轻。',
    words: '炎症，𠮷田的研究',
  },
  {
    name: 'Japanese',
    language: 'ja',
    direction: 'ltr',
    first: '幹細胞は自己を複製し、多くの細胞に分化できる。',
    second: '移植された細胞は神経の周りの炎症を下げ、か\u3099んこな痛みも数週間で和らぐ。',
    words: '炎症を下げ、か\u3099んこな',
  },
  {
    name: 'Thai',
    language: 'th',
    direction: 'ltr',
    first: 'เซลล์ต้นกำเนิดสร้างตัวเองใหม่และกลายเป็นเซลล์ได้หลายชนิด',
    second: 'เซลล์ที่ปลูกถ่ายลดการอักเสบรอบเส้นประสาท ทำให้ความปวดลดลงในไม่กี่สัปดาห์',
    words: 'ลดการอักเสบรอบเส้นประสาท',
  },
  {
    name: 'emoji and combining marks',
    language: 'en',
    direction: 'ltr',
    first: 'Signs of many units are common in notes that patients write themselves.',
    second: 'The cafe\u0301 group 👩‍👩‍👧 met in 🇩🇪🇫🇷 and said 👍🏽 to less pain.',
    words: 'cafe\u0301 group 👩‍👩‍👧 met in 🇩🇪',
  },
]

/** An article of the two paragraphs, brought in by the command line into the library that the window opens. */
const open = async (pathmark: Pathmark, sample: Sample): Promise<Running> => {
  const file = join(pathmark.folder, `${sample.language}.html`)
  writeFileSync(
    file,
    `<!doctype html><html lang="${sample.language}" dir="${sample.direction}"><meta charset="utf-8"><title>${sample.name}</title>
     <main><h1>${sample.first.slice(0, 12)}</h1><p>${sample.first}</p><p>${sample.second}</p></main></html>`,
  )
  const library = join(pathmark.folder, 'scripts')
  mkdirSync(library)
  const program = spawnSync('node', ['out/cli/pathmark.js', 'import', file, '--library', library], { encoding: 'utf8' })
  expect(program.status, program.stderr).toBe(0)
  return pathmark.start({ library })
}

interface Box {
  readonly left: number
  readonly right: number
  readonly y: number
}

/** The boxes of the first and the last character of `words`, a character being what a reader takes for one. */
const edges = (page: Page, words: string): Promise<{ first: Box; last: Box }> =>
  page.locator('#article').evaluate(async (article, wanted) => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const start = node.data.indexOf(wanted)
      if (start < 0) continue
      const found = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(wanted)]
      const box = (at: { index: number; segment: string } | undefined) => {
        const range = document.createRange()
        range.setStart(node, start + (at?.index ?? 0))
        range.setEnd(node, start + (at?.index ?? 0) + (at?.segment.length ?? 0))
        const { left, right, top, height } = range.getBoundingClientRect()
        return { left, right, y: top + height / 2 }
      }
      return { first: box(found[0]), last: box(found.at(-1)) }
    }
    throw new Error(`The article does not say "${wanted}".`)
  }, words)

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)

for (const sample of samples)
  test(`words are marked with the mouse, met by the pointer and still there after a reload: ${sample.name}`, async ({
    pathmark,
  }) => {
    const { page } = await open(pathmark, sample)
    await expect(page.locator('#article')).toHaveAttribute('dir', sample.direction)
    await expect(page.locator('#article')).toHaveAttribute('lang', sample.language)
    const { first, last } = await edges(page, sample.words)
    const inset = 1
    const from = sample.direction === 'rtl' ? first.right - inset : first.left + inset
    const to = sample.direction === 'rtl' ? last.left + inset : last.right - inset
    // The pointer of the screen itself may speak in between, which ends a gesture; a hand makes it again.
    await expect(async () => {
      await page.mouse.move(from, first.y)
      await page.mouse.down()
      await page.mouse.move((from + to) / 2, (first.y + last.y) / 2, { steps: 3 })
      await page.mouse.move(to, last.y, { steps: 3 })
      await page.mouse.up()
      const selected = await page.evaluate(() => document.getSelection()?.toString())
      expect(selected?.replaceAll('\u00AD', '')).toBe(sample.words)
    }).toPass()
    await page.keyboard.press('2')
    await expect.poll(() => painted(page, 'highlight-green')).toEqual([sample.words])
    await page.keyboard.press('Escape')
    for (const box of [first, last]) {
      await page.mouse.move((box.left + box.right) / 2, box.y)
      await expect(page.locator('#article')).toHaveClass(/over-mark/)
    }
    await page.mouse.click((last.left + last.right) / 2, last.y)
    await expect.poll(() => painted(page, 'focus')).toEqual([sample.words])
    await expect(page.getByRole('contentinfo').getByText('Saved', { exact: true })).toBeVisible()
    await page.reload()
    await expect.poll(() => painted(page, 'highlight-green')).toEqual([sample.words])
  })

for (const sample of samples)
  test(`a selection by the keyboard takes whole characters: ${sample.name}`, async ({ pathmark }) => {
    const { page } = await open(pathmark, sample)
    const { first } = await edges(page, sample.words)
    await page.mouse.click((first.left + first.right) / 2, first.y)
    await page.getByRole('region', { name: 'Article' }).focus()
    await page.keyboard.press('F7')
    const forwards = sample.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    for (let step = 0; step < 6; step += 1) await page.keyboard.press(`Shift+${forwards}`)
    await page.keyboard.press('3')
    const [words = ''] = await painted(page, 'highlight-blue')
    expect(words).not.toBe('')
    const text = await page.locator('#article').evaluate(article => article.textContent.replaceAll('\u00AD', ''))
    expect(graphemes(text).join('|')).toContain(graphemes(words).join('|'))
  })

test('half a flag that another program selects becomes the whole flag', async ({ pathmark }) => {
  const sample = samples.at(-1)
  if (sample === undefined) throw new Error('There is no sample.')
  const { page } = await open(pathmark, sample)
  await page.locator('#article').evaluate(article => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf('🇩🇪🇫🇷')
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at + 2, node, at + 5)
    }
  })
  await page.keyboard.press('1')
  await expect.poll(() => painted(page, 'highlight-yellow')).toEqual(['🇩🇪🇫🇷'])
})
