import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '#core/article/article.ts'
import { CHUNK_LENGTH, splitContent } from '../../../src/renderer/rendering/split-content.ts'

interface Made {
  readonly html: string
  readonly blocks: readonly Block[]
  readonly length: number
}

/** An article of elements, each with blocks of so many characters; elements without blocks hold none of the text. */
function articleOf(elements: readonly { readonly name: string; readonly lengths: readonly number[] }[]): Made {
  const blocks: Block[] = []
  let length = 0
  const block = (characters: number): string => {
    if (blocks.length > 0) length += 1
    const id = `b${blocks.length + 1}`
    blocks.push({ id, kind: 'paragraph', section: 's1', start: length, end: length + characters })
    length += characters
    return ` data-block="${id}"`
  }
  const html = elements.map(({ name, lengths }) => {
    if (name === 'hr') return '<hr>'
    if (name === 'figure') return '<figure><img src="data:image/png;base64,AA==" alt="a > b"></figure>'
    if (name !== 'ol') return `<${name}${block(lengths[0] ?? 1)}>${'x'.repeat(lengths[0] ?? 1)}<br></${name}>`
    return `<ol>${lengths.map(characters => `<li${block(characters)}>${'y'.repeat(characters)}</li>`).join('')}</ol>`
  })
  return { html: html.join('\n'), blocks, length }
}

const pieces = ({ html, blocks, length }: Made) => splitContent(html, blocks, length)
const paragraphs = (count: number, characters: number) =>
  Array.from({ length: count }, () => ({ name: 'p', lengths: [characters] }))

const elements = fc.array(
  fc.record({
    name: fc.constantFrom('p', 'p', 'p', 'h2', 'h3', 'ol', 'aside', 'table', 'figure', 'hr'),
    lengths: fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 60 },
)

describe('whatever the article is', () => {
  test('pieces put together are the content: nothing is lost and nothing comes twice', () => {
    fc.assert(
      fc.property(elements.map(articleOf), made => {
        const cut = pieces(made)
        expect(cut.map(({ html }) => made.html.slice(html.from, html.to)).join('')).toBe(made.html)
        expect(cut.flatMap(({ blocks }) => made.blocks.slice(blocks.from, blocks.to))).toEqual(made.blocks)
        expect(cut[0]?.start).toBe(0)
        expect(cut.at(-1)?.end).toBe(made.length)
      }),
    )
  })

  test('the blocks of a piece stand in its content and in its part of the text', () => {
    fc.assert(
      fc.property(elements.map(articleOf), made => {
        for (const { start, end, html, blocks } of pieces(made)) {
          const ids = [...made.html.slice(html.from, html.to).matchAll(/data-block="(\w+)"/g)].map(match => match[1])
          const own = made.blocks.slice(blocks.from, blocks.to)
          expect(own.map(({ id }) => id)).toEqual(ids)
          for (const block of own) {
            expect(block.start).toBeGreaterThanOrEqual(start)
            expect(block.end).toBeLessThanOrEqual(end)
          }
        }
      }),
    )
  })

  test('a piece begins and ends with whole elements, whose names it knows, and never ends with a heading', () => {
    fc.assert(
      fc.property(elements.map(articleOf), made => {
        const cut = pieces(made)
        for (const { html, opens, closes } of cut.slice(0, -1)) {
          const content = made.html.slice(html.from, html.to).trim()
          expect(content.startsWith(`<${opens}`)).toBe(true)
          expect(closes === 'hr' ? content.endsWith('<hr>') : content.endsWith(`</${closes}>`)).toBe(true)
          expect(closes).not.toMatch(/^h[1-6]$/)
        }
      }),
    )
  })
})

test('a short article stays whole, and a long one is cut into pieces of some thousand characters', () => {
  expect(pieces(articleOf(paragraphs(10, 300)))).toHaveLength(1)
  const cut = pieces(articleOf(paragraphs(100, 300)))
  expect(cut.length).toBeGreaterThan(5)
  for (const { start, end } of cut.slice(0, -1)) {
    expect(end - start).toBeGreaterThanOrEqual(CHUNK_LENGTH - 1)
    expect(end - start).toBeLessThan(CHUNK_LENGTH + 301)
  }
})

test('a heading stays with the paragraph below it', () => {
  const long = { name: 'p', lengths: [CHUNK_LENGTH] }
  const cut = pieces(articleOf([long, { name: 'h2', lengths: [20] }, long]))
  expect(cut.map(({ opens, closes }) => [opens, closes])).toEqual([
    ['p', 'p'],
    ['h2', 'p'],
  ])
})

test('a list is never cut, so that it numbers on', () => {
  const cut = pieces(articleOf([{ name: 'ol', lengths: Array.from({ length: 20 }, () => 1_000) }]))
  expect(cut).toHaveLength(1)
})

test('content that is not well-formed, and blocks that are out of order, stay in one piece', () => {
  const made = articleOf(paragraphs(100, 300))
  expect(pieces({ ...made, html: made.html.replace('</p>', '') })).toHaveLength(1)
  expect(pieces({ ...made, html: `<!-- -->${made.html}` })).toHaveLength(1)
  const turned = made.html.replace('"b1"', '"b2"').replace('"b2"', '"b1"').replace('"b90"', '"b3"')
  expect(pieces({ ...made, html: turned })).toHaveLength(1)
})

test('an article without words is one empty piece', () => {
  expect(splitContent('', [], 0)).toMatchObject([{ start: 0, end: 0, html: { from: 0, to: 0 } }])
})
