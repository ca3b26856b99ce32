import type { AttackString } from './collection.ts'
import { oneOfEach } from './collection.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const meta = (name: string, text: string): string => `<meta name="${name}" content="${escaped(text)}">\n`

/**
 * A page that names each string as author, keyword and source note, the first of each technique as title, subtitle and publisher, and
 * has every string as a heading, in code, and, those of `raw`, as markup of its own.
 */
export const hostilePage = (strings: readonly AttackString[], raw: readonly AttackString[]): string => {
  const first = oneOfEach(strings)
    .map(({ text }) => text.slice(0, 120))
    .join(' ')
  const many = strings.map(({ text }) => meta('citation_author', text) + meta('pathmark:source-note', text))
  const data = JSON.stringify({
    '@type': 'Article',
    headline: first,
    author: strings.map(({ text }) => ({ name: text })),
  })
  return `<!doctype html><html lang="en"><head><title>${escaped(first)}</title>
${meta('citation_title', `Hostile ${first}`)}${meta('description', first.slice(0, 290))}${meta('citation_journal_title', first)}
${meta('keywords', strings.map(({ text }) => text.replaceAll(/[,;]/g, '')).join(','))}${many.join('')}
<script type="application/ld+json">${data.replaceAll('</', String.raw`<\/`)}</script></head>
<body><article><h1>A page that means no good</h1>
${strings.map(({ text }) => `<h2>${escaped(text)}</h2>\n<p>${escaped(text)}</p>\n<pre><code>${escaped(text)}</code></pre>`).join('\n')}
${raw.map(({ text }) => `<div>${text}</div>`).join('\n')}
<p>The end of the page.</p></article></body></html>`
}
