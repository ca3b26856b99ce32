import { describe, expect, it } from 'vitest'
import { isDrawingValue } from '#core/article/drawing-vocabulary.ts'
import { checkDrawing, checkDrawingInTurns, drawingIn } from '#library/importing/drawings/check-drawing.ts'
import { keptRules } from '#library/importing/drawings/drawing-styles.ts'
import { looksLikeDrawing } from '#library/importing/drawings/looks-like-drawing.ts'
import { purifyDrawing } from '#library/importing/drawings/purify-drawing.ts'
import { readDrawing } from '#library/importing/drawings/read-drawing.ts'
import type { Drawing } from '#library/importing/drawings/rebuild-drawing.ts'
import { isPictureFile } from '#library/importing/pictures/media-kinds.ts'
import { makePng, pngAddress } from '../../pictures/make-png.ts'
import { attackStrings, someOf } from '../../attack/collection.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const drawn = (inside: string, said = 'width="200" height="100"'): string => `${SVG} ${said}>${inside}</svg>`

/** A drawing of which the test knows that it can be kept. */
const kept = (source: string): Drawing => {
  const drawing = readDrawing(bytesOf(source))
  if (typeof drawing === 'string') throw new Error(drawing)
  return drawing
}

const OPENING = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"'

const figures: Readonly<Record<string, string>> = {
  'shapes, a gradient and a sign used twice': drawn(
    '<defs><linearGradient id="blend"><stop offset="0" stop-color="red"/></linearGradient><g id="dot"><circle r="2"/></g></defs>' +
      '<rect width="9" height="9" fill="url(#blend)"/><use xlink:href="#dot" x="5"/><use href="#dot" x="9"/>',
  ),
  'rules of its own': drawn(
    '<style><![CDATA[ .cls-1, #a > path { fill: #fff; stroke: rgb(1, 2, 3) } ]]></style><g id="a"><path class="cls-1" d="M0 0 L9 9"/></g>',
  ),
  'words with a part in bold': drawn(
    '<text x="1" y="2" font-family="&quot;A B&quot;, serif">IL-10 <tspan font-weight="bold">rises</tspan></text>',
  ),
  'a clip, a mask, a pattern and a marker': drawn(
    '<clipPath id="c"><rect width="5" height="5"/></clipPath><mask id="m"><circle r="3" fill="#fff"/></mask>' +
      '<pattern id="p" width="2" height="2"><path d="M0 0h1"/></pattern><marker id="k"><path d="M0 0h1"/></marker>' +
      '<path clip-path="url(#c)" mask="url(#m)" fill="url(\'#p\')" marker-end="url(#k)" d="M0 0 9 9"/>',
  ),
  'references to what is not kept': drawn(
    '<filter id="f"><feGaussianBlur/></filter><g id="only"><use href="#gone"/></g><use id="u" href="#f"/>' +
      '<rect filter="url(#f)" fill="url(#f) blue" stroke="url(#none)" width="9" height="9"/>',
  ),
}

describe('a drawing in SVG', () => {
  it.each(Object.entries(figures))(
    'with %s comes back byte for byte, from our reader and from the purifier',
    async (_, source) => {
      const { text } = kept(source)
      expect(checkDrawing(text)).toBeNull()
      expect(kept(text).text).toBe(text)
      expect(await purifyDrawing(text)).toBe(text)
    },
  )

  it('is rebuilt in one way of writing, with ids that are numbers', () => {
    expect(kept(figures['shapes, a gradient and a sign used twice'] ?? '').text).toBe(
      `${OPENING}><defs><linearGradient id="i1"><stop offset="0" stop-color="red"/></linearGradient><g id="i2"><circle r="2"/></g></defs>` +
        '<rect width="9" height="9" fill="url(#i1)"/><use href="#i2" x="5"/><use href="#i2" x="9"/></svg>',
    )
    expect(kept(figures['rules of its own'] ?? '').text).toBe(
      `${OPENING}><style>.cls-1,#i1 &gt; path{fill:#fff;stroke:rgb(1, 2, 3)}</style><g id="i1"><path class="cls-1" d="M0 0 L9 9"/></g></svg>`,
    )
    expect(kept(figures['references to what is not kept'] ?? '').text).toBe(
      `${OPENING}><g id="i1"/><rect fill="blue" stroke="none" width="9" height="9"/></svg>`,
    )
  })

  it('keeps nothing that runs, loads, moves or is HTML', () => {
    const { text, missed } = kept(
      drawn(
        '<script>pwned()</script><rect width="9" height="9" onclick="pwned()"><animate attributeName="href" to="x"/><set attributeName="x"/></rect>' +
          '<style>@import url(http://a.example/a.css); @font-face{src:url(http://a.example/f)} rect{fill:url(http://a.example/p);stroke:red}</style>' +
          '<rect style="fill:u\\72l(http://a.example);stroke:blue" fill="url(http://a.example/#p)" filter="url(#x)" width="1" height="1"/>' +
          '<image href="http://a.example/x.png"/><use href="http://a.example/#u"/><use href="data:image/svg+xml,x"/><image href="data:image/svg+xml;base64,PHN2Zy8+"/>' +
          '<a href="javascript:pwned()"><circle r="1"/></a><foreignObject><p>Words of a page</p></foreignObject>',
        'width="200" height="100" onload="pwned()"',
      ),
    )
    expect(text).toBe(
      `${OPENING}><style>rect{stroke:red}</style><rect width="9" height="9"/><rect style="stroke:blue" width="1" height="1"/><circle r="1"/></svg>`,
    )
    expect(missed).toEqual([
      'colours in drawings',
      'colours in drawings',
      'colours in drawings',
      'pictures in drawings',
      'pictures in drawings',
      'words in drawings, which are set as pages are',
    ])
  })

  it('keeps colours in newer notations, and what is said instead of a variable; others are told', async () => {
    const { text, missed } = kept(
      drawn(
        '<style>.a{fill:var(--a, var(--b, rgb(1, 2, 3)));stroke:var(--none)}</style>' +
          '<rect class="a" stroke="oklch(0.6 0.1 20 / 50%)" width="1" height="1"/>' +
          '<rect fill="color-mix(in srgb, red 20%, hwb(1 2% 3%))" style="stroke:var(--card,#fff)" width="1" height="1"/>' +
          '<rect fill="var(--gone)" stroke="frob(1)" width="1" height="1"/>',
      ),
    )
    expect(text).toBe(
      `${OPENING}><style>.a{fill:rgb(1, 2, 3)}</style><rect class="a" stroke="oklch(0.6 0.1 20 / 50%)" width="1" height="1"/>` +
        '<rect fill="color-mix(in srgb, red 20%, hwb(1 2% 3%))" style="stroke:#fff" width="1" height="1"/><rect width="1" height="1"/></svg>',
    )
    expect(missed).toEqual(Array.from({ length: 3 }, () => 'colours in drawings'))
    expect(await purifyDrawing(text)).toBe(text)
  })

  it('is that of a choice which is for everyone', () => {
    const chosen = (inside: string): string => kept(drawn(`<switch>${inside}</switch>`)).text.replace(/^<svg[^>]*>/, '')
    const german = '<text systemLanguage="de">Schmerz</text>'
    expect(chosen(`${german}<text>Pain</text>`)).toBe('<text>Pain</text></svg>')
    expect(
      chosen(`<foreignObject><p>Pain</p></foreignObject>${german}<g requiredExtensions="x"><text>X</text></g>`),
    ).toBe('<text>Schmerz</text></svg>')
    expect(chosen('<desc>D</desc><foreignObject requiredFeatures="x"/><text>Pain</text>')).toBe(
      '<text>Pain</text></svg>',
    )
  })

  it('has a name from its label, its title or its description', () => {
    const named = (inside: string, said = ''): string =>
      kept(drawn(`${inside}<rect width="1" height="1"/>`, `width="9" height="9" ${said}`)).name
    expect(named('<title> A\n title </title><desc>D</desc>')).toBe('A title')
    expect(named('<desc>What it shows</desc>')).toBe('What it shows')
    expect(named('<title>T</title>', 'aria-label="The label"')).toBe('The label')
    expect(named('<title id="t">T</title><desc id="d">D</desc>', 'aria-labelledby="t d"')).toBe('T D')
    expect(named('')).toBe('')
  })

  it.each([
    ['width="10cm" viewBox="0 0 100 50"', 378, 189, '0 0 100 50'],
    ['width="100%" style="max-width: 320px" viewBox="0 0 640 480"', 320, 240, '0 0 640 480'],
    ['viewBox="-1 -2 3 1"', 640, 213, '-1 -2 3 1'],
    ['width="72pt" height="36pt"', 96, 48, '0 0 96 48'],
    ['width="90000" height="45000"', 6000, 3000, '0 0 90000 45000'],
  ])('with %s is %i by %i', (said, width, height, viewBox) => {
    const drawing = kept(drawn('<rect width="1" height="1"/>', said))
    expect([drawing.width, drawing.height]).toEqual([width, height])
    expect(drawing.text).toContain(`width="${width}" height="${height}" viewBox="${viewBox}"`)
  })

  it.each([
    ['that holds nothing', drawn('')],
    ['with definitions alone', drawn('<symbol id="s"><rect width="1" height="1"/></symbol>')],
    ['of no size', drawn('<rect width="1" height="1"/>', 'width="0" height="0"')],
    ['that shows a sign of elsewhere', drawn('<use href="#icon"/>')],
  ])('%s is empty', (_, source) => {
    expect(readDrawing(bytesOf(source))).toBe('empty')
  })

  const levels = Array.from(
    { length: 12 },
    (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(9)}</g>`,
  )
  const dots = (count: number, said = ''): string =>
    `<rect${said === '' ? '' : ` ${said}`} width="1" height="1"/>`.repeat(count)
  const marker = `<marker id="m">${dots(500)}</marker>`
  const line = (said: string): string => `<path ${said} d="M0 0${'L1 1'.repeat(2_000)}"/>`
  const patterns = `<pattern id="p">${dots(500)}</pattern><pattern id="q">${dots(500, 'fill="url(#p)"')}</pattern>`

  it.each([
    ['copies of copies', `<g id="g0">${dots(1)}</g>${levels.join('')}<use href="#g12"/>`],
    ['a copy of itself', `<g id="a">${dots(1)}<use href="#a"/></g>`],
    [
      'patterns in one another',
      `<pattern id="a">${dots(1, 'fill="url(#b)"')}</pattern><pattern id="b">${dots(1, 'fill="url(#a)"')}</pattern>${dots(1, 'fill="url(#a)"')}`,
    ],
    ['signs at all corners', marker + line('marker-mid="url(#m)"')],
    ['signs at all corners of a line that says nothing', `${marker}<g marker-mid="url(#m)">${line('')}</g>`],
    ['signs at corners of two characters', `${marker}<path marker-mid="url(#m)" d="M0 0${'h1'.repeat(300)}"/>`],
    ['signs by the style of the root', `${marker}${line('')}`, 'style="marker-mid:url(#m)"'],
    ['signs on what is copied', `${marker}<defs>${line('id="l"')}</defs><use marker-mid="url(#m)" href="#l"/>`],
    ['patterns that a group hands down', `${patterns}<g fill="url(#p)">${dots(1_000)}</g>`],
    ['patterns of patterns', patterns + dots(1, 'fill="url(#q)"')],
    [
      'a pattern with what it stands in',
      `<g fill="url(#p)"><pattern id="s">${dots(600)}</pattern></g>${patterns}${dots(1, 'fill="url(#s)"')}`,
    ],
    ['a clip that is asked for', `<clipPath id="c">${dots(500)}</clipPath>${dots(500, 'clip-path="url(#c)"')}`],
    ['too many elements', dots(30_001)],
    ['elements in one another', `${'<g>'.repeat(300)}${dots(1)}${'</g>'.repeat(300)}`],
  ])('that draws more than can be shown is refused: %s', (_, inside, said = '') => {
    const drawing = readDrawing(bytesOf(drawn(inside, `width="200" height="100" ${said}`)))
    expect(typeof drawing === 'string' ? drawing : 'kept').toBe('refused')
  })

  it.each([
    [
      'what a rule fills',
      `<style>rect{fill:url(#p)}</style><pattern id="p">${'<circle r="1"/>'.repeat(500)}</pattern>${dots(500)}`,
    ],
    ['what a rule puts at corners', `<style>g .m:hover{marker-mid:url(#m)}</style>${marker}${line('class="m"')}`],
    ['what a rule hands down', `<style>g.m{marker:url(#m)}</style>${marker}<g class="m">${line('')}</g>`],
    ['what a rule says of anything', `<style>:not(line,text){marker:url(#m)}</style>${marker}${line('')}`],
    [
      'what is painted with itself',
      `<style>.a{fill:url(#p)}</style><pattern id="p">${dots(1, 'class="a"')}</pattern>${dots(1)}`,
    ],
    [
      'what is painted with itself elsewhere',
      `<style>.a{fill:url(#p)}</style><pattern id="p"><g id="x">${dots(600, 'class="a"')}</g></pattern><use href="#x"/>`,
    ],
  ])('that may draw more than can be shown only by a rule is kept without what that refers to: %s', (_, inside) => {
    const { text, missed } = kept(drawn(inside))
    expect(missed).toEqual(['patterns and signs on lines in drawings'])
    expect(text).toMatch(/<style>[^<]*:none/)
    const id = /<(?:pattern|marker) id="(i\d+)"/.exec(text)?.[1] ?? ''
    expect(checkDrawing(text.replace(':none', `:url(#${id})`))).toBe('it draws more than can be shown')
  })

  it('has no pattern that signs on its lines take over', () => {
    const arrow =
      '<marker id="m"><path fill="context-stroke" d="M0 0L5 5"/></marker><path marker-end="url(#m)" d="M0 0L1 1"/>'
    expect(kept(drawn(arrow)).text).toContain('fill="context-stroke"')
    const { text, missed } = kept(drawn(`${arrow}<pattern id="p">${dots(2)}</pattern>${dots(1, 'fill="url(#p)"')}`))
    expect(text).toContain('fill="currentColor"')
    expect(text).toContain('fill="url(#i2)"')
    expect(missed).toEqual(['patterns and signs on lines in drawings'])
    expect(checkDrawing(text.replace('currentColor', 'context-stroke'))).toBe('it draws more than can be shown')
  })

  it.each([
    ['a gradient on all', `<style>.a{fill:url(#b)}</style><linearGradient id="b"/>${dots(9_000, 'class="a"')}`, 9_000],
    [
      'lines with arrows by a rule of D3, which are lost',
      `<style>.link path{marker-end:url(#arrow)}</style><marker id="arrow"><path d="M0 0L9 9"/></marker>${'<g class="link"><path d="M0 0C1 1 2 2 3 3"/></g>'.repeat(900)}`,
      900,
    ],
    [
      'bars with a hatch',
      `<style>rect.bar{fill:url(#hatch)}</style><pattern id="hatch"><rect width="4" height="4"/><path d="M0 0L4 4"/></pattern>${dots(400, 'class="bar"')}`,
      400,
    ],
    [
      'groups of a drawing program',
      `<defs><rect id="S1" width="90" height="90"/></defs><clipPath id="S2"><use href="#S1"/></clipPath><linearGradient id="g"/>${`<g clip-path="url(#S2)"><g fill="url(#g)">${dots(9)}</g></g>`.repeat(300)}`,
      2_700,
    ],
    [
      'letters that are copied',
      `<defs><path id="Sans-41" d="M0 0L9 9"/></defs>${'<g><use href="#Sans-41"/><use href="#Sans-41" x="9"/></g>'.repeat(2_500)}`,
      5_000,
    ],
    [
      'symbols and arrows of a line',
      `<symbol id="s"><circle r="3"/><path d="M0 0L1 1"/></symbol><marker id="m"><path id="k" fill="context-stroke" d="M0 0L5 5"/></marker>${'<use href="#s"/><path marker-end="url(#m)" marker-mid="url(#m)" d="M0 0L1 1 9 9"/>'.repeat(500)}`,
      1_000,
    ],
  ])('that is an ordinary chart is kept: %s', (_, inside, parts) => {
    expect(kept(drawn(inside)).parts).toBe(parts)
  })

  it('is looked at in a moment, however many selectors its rules have', () => {
    const began = process.cpuUsage()
    for (const rules of [
      `${'a,'.repeat(40_000)}a{fill:url(#i1)}`,
      `${Array.from({ length: 40_000 }, (_, number) => `.c${number}`).join(',')}{fill:url(#i1)}`,
      '*{fill:url(#i1)}'.repeat(20_000),
      '*{fill:url(#i2)}'.repeat(20_000),
      `*{${'fill:url(#i1);'.repeat(20_000)}stroke:red}`,
    ]) {
      const text = `${OPENING}><style>${rules}</style><circle id="i1" r="1"/>${dots(5_000, 'class="a b"')}</svg>`
      expect([null, 'it draws more than can be shown']).toContain(checkDrawing(text))
      expect(isPictureFile(bytesOf(text))).toBe(true)
    }
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(5)
  })

  const ruled = (selector: string): string =>
    `${OPENING}><style>${selector}{fill:url(#i1)}</style><circle id="i1" r="1"/>${dots(1, 'class="a"')}</svg>`

  it('is looked at in a time that grows as a selector does, which is no longer than anyone writes', () => {
    const seconds = (letters: number): number => {
      const text = ruled(Array.from({ length: 800 }, () => `${'a'.repeat(letters)}~`).join(','))
      const began = process.cpuUsage()
      // A selector that ends in the middle may be about the circle itself, too.
      expect(checkDrawing(text)).toBe('it draws more than can be shown')
      return process.cpuUsage(began).user / 1e6
    }
    const least = (letters: number): number => Math.min(...Array.from({ length: 3 }, () => seconds(letters)))
    // Eight times as long: linear is 8, quadratic 64.
    expect(least(960)).toBeLessThan(Math.max(0.1, 20 * least(120)))
    expect(checkDrawing(ruled('a'.repeat(1_001)))).toBe('it has a style sheet that may not be there')
  })

  const nothing = { idOf: () => null, referTo: () => null, miss: () => {} }

  it.each<[string, (count: number) => string]>([
    ['rules', count => '.a{fill:red}'.repeat(count)],
    ['addresses that do not end', count => `.a{fill:${'url(#'.repeat(count)}}`],
    ['an address of spaces', count => `.a{fill:url(#a${' '.repeat(5 * count)}}`],
    ['comments that do not end', count => `.a{fill:red}${'/* '.repeat(2 * count)}`],
  ])('has its style sheet read in a time that grows as the sheet does, with %s', (_, sheet) => {
    const seconds = (count: number): number => {
      const written = sheet(count)
      const began = process.cpuUsage()
      expect(keptRules(written, nothing)).toMatch(/^(?:\.a\{fill:red\})*$/)
      return process.cpuUsage(began).user / 1e6
    }
    const least = (count: number): number => Math.min(seconds(count), seconds(count))
    seconds(1_000)
    // Four times as long: linear is 4, quadratic 16.
    expect(least(16_000)).toBeLessThan(Math.max(0.1, 8 * least(4_000)))
  })

  it('has no rule of a comment that does not end, and one after another that does', () => {
    expect(keptRules('/**/.a{fill:red}/* x */.b{fill:blue}/* .c{fill:green}', nothing)).toBe(
      '.a{fill:red}.b{fill:blue}',
    )
    expect(keptRules('@import "x"; @charset "y"; .a{fill:url( #gone  ) red}', nothing)).toBe('.a{fill:red}')
  })

  it.each<[string, (count: number) => string]>([
    ['letters', count => `rgb(${'a'.repeat(count)}`],
    ['spaces', count => `rgb(1)${' '.repeat(count)}`],
    ['functions', count => 'rgb(1) '.repeat(count)],
  ])('is looked at in a time that grows as a value does, of %s', (_, value) => {
    const seconds = (count: number): number => {
      const text = `${OPENING}><rect fill="${value(count)}" width="1" height="1"/></svg>`
      const began = process.cpuUsage()
      expect(checkDrawing(text)).toBeNull()
      return process.cpuUsage(began).user / 1e6
    }
    const least = (count: number): number => Math.min(seconds(count), seconds(count))
    seconds(1_000)
    // Four times as long: linear is 4, quadratic 16.
    expect(least(32_000)).toBeLessThan(Math.max(0.1, 8 * least(8_000)))
  })

  it.each(['rgb(1)', 'translate (1) scale(2)', 'rgb(rgb(1))'])('may call what draws: %s', value => {
    expect(isDrawingValue('fill', value)).toBe(true)
  })

  it.each(['frob(1)', 'rgb(1) frob (1)', '(1)', 'rgb(1) (2)', 'rgb(frob(1))', 'rgb.frob(1)', 'rgb(1)rgba-(2)'])(
    'may call nothing else: %s',
    value => {
      expect(isDrawingValue('fill', value)).toBe(false)
    },
  )

  it('is looked at rule by rule, where others want their turn', async () => {
    let turns = 0
    const turn = (): undefined => {
      turns += 1
    }
    expect(await checkDrawingInTurns(bytesOf(ruled('.b{stroke:red}'.repeat(1_000) + '.a')), turn)).toBeNull()
    expect(turns).toBeGreaterThan(1_000)
  })

  it('with as many elements as there may be is purified in seconds', async () => {
    const text = `${OPENING}>${'<path d="M0 0L9 9"/>'.repeat(29_999)}</svg>`
    const began = process.cpuUsage()
    expect((await purifyDrawing(text)) === text).toBe(true)
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(8)
  }, 60_000)

  it('has pictures of no more points than one picture may have, all together', () => {
    const claiming = (width: number, height: number): string => {
      const png = Buffer.from(makePng(2, 2, 60))
      png.writeUInt32BE(width, 16)
      png.writeUInt32BE(height, 20)
      return `<image width="9" height="9" href="${pngAddress(png)}"/>`
    }
    const ten = claiming(5_000, 2_000).repeat(10)
    expect(kept(drawn(ten)).parts).toBe(10)
    expect(readDrawing(bytesOf(drawn(ten + claiming(1, 1))))).toBe('refused')
    const broken = `${OPENING}><image href="data:image/png;base64,aGVsbG8="/></svg>`
    expect(checkDrawing(broken)).toBe('its pictures have more points than can be shown')
  })

  it('is known by what it begins with, whatever declares it', () => {
    const opened = (text: string): boolean => looksLikeDrawing(bytesOf(text))
    expect(
      opened(
        `\ufeff<?xml version="1.0"?>\n<!-- made -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [<!ENTITY a "b">]>\n<svg>`,
      ),
    ).toBe(true)
    expect(opened('<svg:svg xmlns:svg="http://www.w3.org/2000/svg">')).toBe(true)
    expect(looksLikeDrawing(new Uint8Array(Buffer.from('\ufeff<svg/>', 'utf16le')))).toBe(true)
    for (const other of ['<p><svg></svg></p>', 'text <svg>', '<svgx>', '', '<!doctype html><svg></svg><p>'])
      expect(opened(other)).toBe(other.startsWith('<!doctype'))
  })

  it('is kept and served only as it is written, in every byte', () => {
    const { text } = kept(figures['rules of its own'] ?? '')
    expect(drawingIn(bytesOf(text))).toBe(text)
    for (const changed of [
      text.replace('<g id="i1">', '<g id="i1" onclick="x">'),
      text.replace('</svg>', '<script/></svg>'),
      text.replace('</svg>', '<image href="http://a.example/x.png"/></svg>'),
      text.replace('fill:#fff', 'fill:url(http://a.example)'),
      text.replace('fill:#fff', 'fill:u\\72l(a)'),
      text.replace('.cls-1', '@import "a";.cls-1'),
      text.replace('id="i1"', 'id="window"'),
      text.replace('<g', '<G'),
      text.replace('<g', '<!-- --><g'),
      text.replace('&gt;', '&#62;'),
      `<?xml version="1.0"?>${text}`,
      `${text} `,
      text.slice(0, -1),
    ])
      expect(drawingIn(bytesOf(changed))).toBeNull()
    expect(drawingIn(new Uint8Array([...bytesOf(text.slice(0, -6)), 0xff, ...bytesOf('</svg>')]))).toBeNull()
  })
})

/** What runs, and what leads out, in a tag. */
const active = /<script|<foreignobject|<animate|<set\b|<iframe|\bon\w+=/i
const outside =
  /href="(?!#i\d+")(?!data:image\/(?:png|jpeg|gif|webp|avif);base64,)|url\((?!#i\d)|https?:(?!\/\/www\.w3\.org\/2000\/svg")/i

describe('strings of the collection in a drawing', () => {
  const strings = attackStrings('http://127.0.0.1:8080/hit')
  /** In the file as it is, among its shapes, and in its rules, values and addresses. */
  const places = (text: string): readonly string[] => {
    const quoted = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    return [
      text,
      drawn(`<rect width="9" height="9"/>${text}`),
      drawn(`<rect width="9" height="9"/><style>${text}</style>`),
      drawn(
        `<rect width="9" height="9" style="${quoted}" fill="${quoted}" class="${quoted}" id="${quoted}"/><image href="${quoted}"/><use href="${quoted}"/>` +
          `<text>${quoted}</text><style>rect{fill:${quoted};}${quoted}</style>`,
      ),
    ]
  }

  it('leave nothing that the purifier would take out, and no address', async () => {
    const amiss: string[] = []
    let drawings = 0
    for (const { text: string, number } of strings) {
      for (const [place, source] of places(string).entries()) {
        const drawing = readDrawing(bytesOf(source))
        if (typeof drawing === 'string') continue
        drawings += 1
        const tags = (drawing.text.match(/<[^>]*>/g) ?? []).join('')
        if (active.test(tags) || outside.test(tags) || checkDrawing(drawing.text) !== null)
          amiss.push(`${number} in place ${place}: ${tags}`)
        if (number % 6 === 0 && (await purifyDrawing(drawing.text)) !== drawing.text)
          amiss.push(`${number} in place ${place}, purified`)
      }
    }
    expect(amiss).toEqual([])
    expect(drawings).toBeGreaterThan(strings.length)
  }, 120_000)

  it('are taken out by the purifier alone, too', async () => {
    const amiss: string[] = []
    for (const { text: string, number } of someOf(strings, 5)) {
      for (const source of places(string)) {
        const tags = ((await purifyDrawing(source)).match(/<[^>]*>/g) ?? []).join('')
        if (active.test(tags) || outside.test(tags)) amiss.push(`${number}: ${tags}`)
      }
    }
    expect(amiss).toEqual([])
  }, 120_000)

  it('and rules that load are taken out by the purifier, rules that do not are left', async () => {
    const plain = kept(figures['rules of its own'] ?? '').text
    expect(await purifyDrawing(plain.replace('#fff', 'url(http://127.0.0.1:8080/p)'))).not.toContain('8080')
    expect(await purifyDrawing(plain)).toContain('<style>')
  })
})
