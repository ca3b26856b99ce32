import { afterEach, expect, test, vi } from 'vitest'
import type { Block } from '#core/article/article.ts'
import { ChunkSizes } from '../../../src/renderer/rendering/chunk-sizes.ts'
import { pageOf } from './page-of.ts'

afterEach(() => vi.unstubAllGlobals())

const MARGIN = 10
const lengths = [600, 600, 1_200, 600, 600, 600]

/** Six chunks of one paragraph each in two groups, laid out twice as tall as their text makes likely. */
function sizedArticle() {
  const root = pageOf('<div><i></i><i></i><i></i></div><div><i></i><i></i><i></i></div>')
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  vi.stubGlobal('getComputedStyle', () => ({ fontSize: '20px', lineHeight: '30px' }))
  Object.defineProperty(root, 'clientWidth', { value: 540 })
  const elements = [...root.querySelectorAll('i')]
  const heights = lengths.map(length => length)
  let start = 0
  const chunks = elements.map((first, number) => {
    const end = start + (lengths[number] ?? 0)
    const chunk = { first, last: first, start, end }
    start = end
    return chunk
  })
  const blocks = chunks.map(({ start: from, end }, number): Block => ({
    id: `b${number}`,
    kind: 'preformatted',
    section: 's1',
    start: from,
    end,
  }))
  const boxOf = (height: number) => ({ height }) as DOMRect
  for (const [number, element] of elements.entries())
    element.getBoundingClientRect = () => boxOf(heights[number] ?? Number.NaN)
  const groups = [...root.children].map((element, number) => {
    const [from, to] = [number * 3, number * 3 + 3]
    element.getBoundingClientRect = () =>
      boxOf(heights.slice(from, to).reduce((sum, height) => sum + height + MARGIN, 0))
    return { element: element as HTMLElement, from, to }
  })
  const prepared: number[] = []
  const dom = {
    root,
    chunks,
    groups,
    chunkOf: (node: Node) => elements.indexOf(node as HTMLElement),
    prepare: (chunk: number) => prepared.push(chunk),
  }
  const kept = (element: HTMLElement): string => element.style.containIntrinsicBlockSize
  return { dom, blocks, prepared, heights, keptOf: (chunk: number) => kept(elements[chunk] ?? root), kept, elements }
}

test('what was never laid out is as tall as the length of its text makes likely, and a group as its chunks', () => {
  const { dom, blocks, keptOf, kept } = sizedArticle()
  new ChunkSizes({ ...dom }, blocks).reset()
  // 540 pixels hold 60 characters of 9 pixels: ten lines of 30 pixels, and half of one between blocks.
  expect(keptOf(0)).toBe('315px')
  expect(keptOf(2)).toBe('615px')
  expect(dom.groups.map(({ element }) => kept(element))).toEqual(['1245px', '945px'])
})

test('around a passage all is built and measured, and what was found is remembered', () => {
  const { dom, blocks, prepared, keptOf, kept, elements } = sizedArticle()
  const sizes = new ChunkSizes({ ...dom }, blocks)
  sizes.reset()
  sizes.measureAround(1, 300)
  expect(prepared).toEqual([0, 1, 2])
  expect([0, 1, 2].map(keptOf)).toEqual(['auto 600px', 'auto 600px', 'auto 1200px'])
  expect(keptOf(4)).toBe('315px')
  expect(dom.groups.map(({ element }) => kept(element))).toEqual(['auto 2430px', '945px'])
  for (const element of [...elements, ...dom.groups.map(group => group.element)])
    expect(element.style.contentVisibility).not.toBe('visible')
})

test('a passage at the border of two groups has both measured', () => {
  const { dom, blocks, keptOf, kept } = sizedArticle()
  const sizes = new ChunkSizes({ ...dom }, blocks)
  sizes.reset()
  sizes.measureAround(3, 100)
  expect([2, 3, 4].map(keptOf)).toEqual(['auto 1200px', 'auto 600px', 'auto 600px'])
  expect(dom.groups.map(({ element }) => kept(element)).every(height => height.startsWith('auto'))).toBe(true)
})

test('another width or font forgets what was measured', () => {
  const { dom, blocks, keptOf, kept, heights } = sizedArticle()
  const sizes = new ChunkSizes({ ...dom }, blocks)
  sizes.reset()
  sizes.measureAround(1, 300)
  sizes.reset()
  expect(keptOf(0)).toBe('315px')
  expect(dom.groups.map(({ element }) => kept(element))).toEqual(['1245px', '945px'])
  heights[0] = 900
  sizes.measureAround(0, 1)
  expect(keptOf(0)).toBe('auto 900px')
})
