import { expect, it } from 'vitest'
import { markdownToHtml } from '../../../src/renderer/components/markdown-html.ts'

it('renders emphasis, lists, tables and a line break for each line feed', () => {
  const rendered = markdownToHtml('**Up** and *down*\nnext line\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  expect(rendered).toContain('<strong>Up</strong> and <em>down</em><br>\nnext line')
  expect(rendered).toContain('<li>two</li>')
  expect(rendered).toContain('<td>2</td>')
})

it('shows HTML as text', () => {
  expect(markdownToHtml('<img src=x onerror=alert(1)> <b>bold</b>')).not.toMatch(/<img|<b>/)
})

it('fetches no picture', () => {
  expect(markdownToHtml('![chart](https://example.org/chart.png)')).not.toContain('<img')
})

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '//example.org', 'pathmark://open/x'])(
  'does not link to %s',
  address => {
    expect(markdownToHtml(`[here](${address})`)).not.toContain('href')
  },
)

it('links to pages and mail addresses', () => {
  expect(markdownToHtml('[here](https://example.org/a)')).toContain('href="https://example.org/a"')
  expect(markdownToHtml('see https://example.org')).toContain('href="https://example.org"')
})

it('keeps headings below those of the panel', () => {
  expect(markdownToHtml('# Title\n\n#### Deep')).toMatch(/<h4>Title<\/h4>\s*<h6>Deep<\/h6>/)
})
