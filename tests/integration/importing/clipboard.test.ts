import { describe, expect, it } from 'vitest'
import { clipboardSource, copiedBytes } from '#library/clipboard-source.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'

const said = (html: string, text: string): string =>
  Buffer.from(copiedBytes({ html, text, address: null })).toString('utf8')
const formatOf = (html: string, text: string): string | null =>
  recogniseFormat(copiedBytes({ html, text, address: null }))

describe('what was copied', () => {
  it('is a page named by its first words when it is HTML, without what the system put around it', () => {
    const html =
      '<html><body>\n<!--StartFragment--><h1>Pain</h1><p>IL-10 <b>reduces</b> it.</p><!--EndFragment-->\n</body></html>'
    const page = said(html, '\n  Pain & more \nIL-10 reduces it.')
    expect(page).toContain('<title>Pain &amp; more</title>')
    expect(page).toContain('<article><h1>Pain</h1><p>IL-10 <b>reduces</b> it.</p></article>')
    expect(formatOf(html, 'Pain')).toBe('html')
  })

  it('stays Markdown when it is written so, also where an editor copied its colours', () => {
    const markdown = '# Pain\n\n## Causes\n\nIt is **strong**, see [there](https://example.org).\n'
    expect(said('<span style="color:red"># Pain</span>', markdown)).toBe(markdown)
    expect(formatOf('<span># Pain</span>', markdown)).toBe('markdown')
  })

  it('is plain text otherwise', () => {
    expect(said('', 'IL-10 reduces pain.')).toBe('IL-10 reduces pain.')
  })

  it('knows the page that it came from, where the system tells', async () => {
    const given = await clipboardSource({ html: '<p>a</p>', text: 'a', address: 'https://example.org/' })()
    expect(given).toMatchObject({ ok: true, value: { fileName: 'a.txt', origin: { address: 'https://example.org/' } } })
  })
})
