import { describe, expect, it } from 'vitest'
import { limitNesting } from '#library/importing/limit-nesting.ts'
import { parseHtml, rawText, walk } from '#library/importing/parse-html.ts'

const depthOf = (html: string): number => {
  let depth = 0
  let deepest = 0
  walk(
    parseHtml(html),
    () => {
      deepest = Math.max(deepest, ++depth)
      return true
    },
    () => {
      depth -= 1
    },
  )
  return deepest
}

describe('nesting without end', () => {
  it.each(['div', 'b', 'foo-bar', 'svg:g', 'x_y', 'math', 'SPAN', 'a.b', 'o:p'])(
    'is limited for <%s>, and its text stays',
    name => {
      const { html, flattened } = limitNesting(`<${name}>x`.repeat(20_000))
      expect(flattened).toBe(true)
      expect(depthOf(html)).toBeLessThan(1_100)
      expect(rawText(parseHtml(html))).toBe('x'.repeat(20_000))
    },
  )

  it('is not what shapes and signs are that stand after each other, and end where they begin', () => {
    for (const one of ['<circle r="1"/>', '<use\nhref="#a" />', '<linearGradient/>', '<mspace width="1em"/>']) {
      const { html, flattened } = limitNesting(`<svg>${one.repeat(1_500)}</svg><h2>After</h2>`)
      expect([one, flattened]).toEqual([one, false])
      expect(html).toContain('</svg><h2>After</h2>')
      expect(depthOf(html)).toBeLessThan(10)
    }
    // Outside of drawings these end, too.
    expect(depthOf(limitNesting('<path/>'.repeat(20_000)).html)).toBeLessThan(10)
    expect(limitNesting('<svg><foreignObject><div/>'.repeat(20_000)).flattened).toBe(true)
  })

  it('is left alone where it is not deep', () => {
    const page = `<div><foo-bar a="1"/>${'<p>x</p>'.repeat(3_000)}</div>`
    expect(limitNesting(page)).toEqual({ html: page, flattened: false })
  })
})
