import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkAt, startPoint } from '../../../src/renderer/rendering/article-dom.ts'
import type { ArticleDom } from '../../../src/renderer/rendering/article-dom.ts'
import { mapText } from '../../../src/renderer/rendering/map-text.ts'
import { endPlace, offsetOf, startPlace } from '../../../src/renderer/rendering/text-map.ts'
import { pageOf } from './page-of.ts'

/** The character that a passage which starts at `offset` starts with, as the page has it. */
const characterAt = (dom: ArticleDom, offset: number): string | undefined => {
  const point = startPoint(dom, offset)
  return point === null ? undefined : point.node.data[point.offset]
}

/** The offsets that do not lead to their own character, or whose place in the DOM does not lead back to them. */
function strayOffsets(root: HTMLElement): readonly number[] {
  const dom = mapText(root)
  const text = root.textContent ?? ''
  const comesBack = (offset: number): boolean => {
    const { map } = dom.textOf(chunkAt(dom, offset))
    const [start, end] = [startPlace(map, offset), endPlace(map, offset + 1)]
    return start !== null && end !== null && offsetOf(map, start) === offset && offsetOf(map, end) === offset + 1
  }
  return Array.from({ length: Math.max(dom.length, text.length) }, (_, offset) => offset).filter(
    offset => characterAt(dom, offset) !== text[offset] || !comesBack(offset),
  )
}

test('words in nested inline markup are one text', () => {
  expect(
    strayOffsets(pageOf('<p>IL-<em>1<sub>β</sub></em> <strong>was <a href="#x"><b>in</b>creased</a></strong>.</p>')),
  ).toEqual([])
})

test('lists in lists and cells of tables follow each other as they stand in the page', () => {
  expect(
    strayOffsets(
      pageOf(
        '<ul><li>one<ol><li>a</li><li>b</li></ol></li><li>two</li></ul>' +
          '<table><tbody><tr><th>Group</th><td>n</td></tr><tr><th>Cells</th><td>12</td></tr></tbody></table>',
      ),
    ),
  ).toEqual([])
})

test('elements and text nodes without characters, pictures and comments are passed over', () => {
  const root = pageOf('<p></p><p>a<i></i><img alt="x"><!-- no -->b</p><hr><p><b></b></p>c')
  root.querySelector('i')?.append('')
  expect(strayOffsets(root)).toEqual([])
})

test('soft hyphens that the page itself has are characters like others', () => {
  expect(strayOffsets(pageOf('<p>in\u00ADflam\u00ADma<b>\u00ADtion</b></p>'))).toEqual([])
})

test('a page without words has one empty chunk', () => {
  const dom = mapText(pageOf(''))
  expect(dom.length).toBe(0)
  expect(startPoint(dom, 0)).toBeNull()
  expect(dom.chunks).toHaveLength(1)
  expect(dom.textOf(0)).toMatchObject({ nodes: [], blocks: [] })
})

test('blocks are known with the offset at which their words begin, the outer one first', () => {
  const dom = mapText(
    pageOf('<p data-block="b1">One</p>\n<ul><li data-block="b2">two<p data-block="b3">three</p></li></ul>'),
  )
  const { blocks, blockStarts } = dom.textOf(0)
  expect(blocks.map(block => block.dataset['block'])).toEqual(['b1', 'b2', 'b3'])
  expect([...blockStarts]).toEqual([0, 4, 7])
  const nested = mapText(pageOf('<blockquote data-block="b1"><p data-block="b2">both</p></blockquote>')).textOf(0)
  expect(nested.blocks.map(block => block.dataset['block'])).toEqual(['b1', 'b2'])
})

const long = Array.from({ length: 40 }, (_, at) => `<p>${'word '.repeat(100)}<em>${at}</em></p>`).join('\n')

test('a long page is cut between children of its root, and every node is in the chunk that has its text', () => {
  const root = pageOf(long)
  const dom = mapText(root)
  expect(dom.chunks.length).toBeGreaterThan(2)
  expect(dom.chunks.at(-1)?.end).toBe(dom.length)
  for (const [number, { first, last, start, end }] of dom.chunks.entries()) {
    expect([first.parentNode, last.parentNode]).toEqual([root, root])
    expect(start).toBe(dom.chunks[number - 1]?.end ?? 0)
    const { nodes } = dom.textOf(number)
    expect(nodes.map(node => node.data).join('')).toBe((root.textContent ?? '').slice(start, end))
    for (const node of nodes) expect(dom.chunkOf(node)).toBe(number)
    expect(dom.chunkOf(first)).toBe(number)
    expect(dom.chunkOf(last)).toBe(number)
  }
  expect(dom.chunkOf(root)).toBe(-1)
  expect(dom.chunkOf(root.parentNode ?? root)).toBe(-1)
})

test('offsets lead to their characters in pages of any shape', () => {
  const words = fc.stringMatching(/^[a-zé 一-龠א-ת]{0,12}$/u)
  const { tree } = fc.letrec<{ tree: string }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      words,
      fc
        .tuple(fc.constantFrom('p', 'em', 'ul', 'li', 'span'), fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }))
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), parts => {
      expect(strayOffsets(pageOf(parts.join('')))).toEqual([])
    }),
    { numRuns: 60 },
  )
})
