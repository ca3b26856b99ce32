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

  it.each([
    ['a script', `<script>${'for(var i=0;i<n;i++){}'.repeat(1_100)}</script>`],
    ['a script with a slash after its name', `<script>${'i<n'.repeat(1_100)}</scripts></script/></script >`],
    ['a style', `<STYLE>${'<div>'.repeat(1_100)}</Style\n>`],
    ['a field', `<textarea>${'<b>'.repeat(1_100)}</textarea>`],
    ['a listing', `<xmp>${'<b>'.repeat(1_100)}</xmp>`],
    ['a comment', `<!--${'<b>'.repeat(1_100)}-->`],
    ['a section of characters', `<![CDATA[${'<b>'.repeat(1_100)}]]>`],
    ['a value', `<a title="${'<b>'.repeat(1_100)}">link</a>`],
  ])('is not what stands in %s', (_, inside) => {
    const page = `<p>before</p>${inside}<p>after</p>`
    expect(limitNesting(page)).toEqual({ html: page, flattened: false })
    expect(rawText(parseHtml(page))).toMatch(/after$/u)
  })

  it('is limited whatever stands before it that seems to begin what never ends', () => {
    for (const before of [
      '<!-->',
      '<!--->',
      '<!->',
      '<!x <script>',
      '<? <!-- >',
      '</1 <script>',
      '<a title="<script>">',
      "<a title='<script>'>",
      '<a b="c"d=e>',
      '<a ="<script>',
      '<a b=="<script>',
      '<a b=/><script/>',
      '<a "<!-- >',
      '<![CDATA[<!--]]>',
      '<![cdata[<!-->',
      '<script><!--</script>',
      '<script></script ',
      '<style/>',
      '<title><textarea></title>',
      '<tmp><!--</xmp>',
      '<xitle><!--</title>',
      '< script>',
      '<scripts>',
    ]) {
      const page = `${before}${'<div>x'.repeat(5_000)}`
      expect([before, depthOf(limitNesting(page).html) < 1_100]).toEqual([before, true])
    }
  })

  it.each([
    '<script>',
    '<!--',
    '<!',
    '<?',
    '<a b="',
    "<a b='",
    '<title',
    '</',
    '</  ',
    '<![CDATA[',
    '<script></script',
  ])('is looked for in time where %j never ends', { timeout: 60_000 }, one => {
    const before = process.cpuUsage()
    limitNesting(one.repeat(60_000))
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000)
  })
})
