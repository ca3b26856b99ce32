import { afterEach, expect, test, vi } from 'vitest'
import type { ChunkText } from '../../../src/renderer/rendering/article-dom.ts'
import { hyphenateChunk } from '../../../src/renderer/rendering/hyphenate-chunk.ts'
import { SOFT_HYPHEN, breakFinderFor } from '../../../src/renderer/rendering/hyphenate.ts'
import { offsetOf, startPlace } from '../../../src/renderer/rendering/text-map.ts'
import { pageOf } from './page-of.ts'

afterEach(() => vi.unstubAllGlobals())

interface Boundary {
  node: Text
  offset: number
}

/** A selection whose ends follow changes of their node as the DOM standard says (4.10, "replace data"). */
function selectionIn(node: Text, from: number, to: number) {
  const anchor: Boundary = { node, offset: from }
  const focus: Boundary = { node, offset: to }
  let { data } = node
  Object.defineProperty(node, 'data', {
    get: () => data,
    set(value: string) {
      data = value
      for (const boundary of [anchor, focus]) boundary.offset = 0
    },
  })
  node.insertData = (offset, inserted) => {
    data = data.slice(0, offset) + inserted + data.slice(offset)
    for (const boundary of [anchor, focus]) if (boundary.offset > offset) boundary.offset += inserted.length
  }
  vi.stubGlobal('document', { getSelection: () => ({ anchorNode: node, focusNode: node }) })
  return { selected: () => data.slice(anchor.offset, focus.offset).replaceAll(SOFT_HYPHEN, '') }
}

/** The text nodes of paragraphs, none of which has soft hyphens. */
function textOf(root: HTMLElement): ChunkText {
  const nodes = [...root.querySelectorAll('p')].map(paragraph => paragraph.firstChild as Text)
  let offset = 0
  const starts: number[] = []
  const ends: number[] = []
  for (const { data } of nodes) {
    starts.push(offset)
    offset += data.length
    ends.push(offset)
  }
  const map = { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), breaks: new Uint32Array() }
  return { nodes, map, blocks: [], blockStarts: new Uint32Array() }
}

const english = await breakFinderFor('en')
if (english === null) throw new Error('There are no patterns for English.')

test('what is selected stays selected when soft hyphens come into its words', () => {
  const root = pageOf('<p>Mesenchymal transplantation lowers inflammation.</p><p>Neurotrophic factors</p>')
  const text = textOf(root)
  const [node] = text.nodes
  if (node === undefined) throw new Error('The page has no words.')
  const { selected } = selectionIn(node, 17, 46)
  expect(selected()).toBe('plantation lowers inflammatio')
  hyphenateChunk(text, [true, true], english)
  expect(node.data).toContain(SOFT_HYPHEN)
  expect(selected()).toBe('plantation lowers inflammatio')
})

test('every character keeps its offset, and only words that may be broken get soft hyphens', () => {
  const root = pageOf('<p>Mesenchymal transplantation</p><p>inflammation</p><p>neurotrophic</p>')
  vi.stubGlobal('document', { getSelection: () => null })
  const before = textOf(root)
  const words = before.nodes.map(({ data }) => data)
  const after = hyphenateChunk(before, [true, false, true], english)
  expect(after.nodes.map(({ data }) => data.includes(SOFT_HYPHEN))).toEqual([true, false, true])
  expect(after.nodes.map(({ data }) => data.replaceAll(SOFT_HYPHEN, ''))).toEqual(words)
  const text = words.join('')
  for (let offset = 0; offset < text.length; offset += 1) {
    const place = startPlace(after.map, offset)
    expect(place === null ? '' : after.nodes[place.segment]?.data[place.offset]).toBe(text[offset])
    expect(place === null ? -1 : offsetOf(after.map, place)).toBe(offset)
  }
})
