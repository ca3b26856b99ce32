import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { exportCsv } from '#core/export/export-csv.ts'
import { exportHtml } from '#core/export/export-html.ts'
import { exportJsonLd } from '#core/export/export-json-ld.ts'
import { exportMarkdown } from '#core/export/export-markdown.ts'
import { headings, quotations } from './rendered.ts'
import { card, effect, markOn, sampleDocument } from './sample-document.ts'

const frontMatter = (file: string): Record<string, unknown> => {
  const yaml = /^---\n([\s\S]*?)\n---\n/.exec(file)?.[1] ?? ''
  return parseYaml(yaml, { version: '1.1' }) as Record<string, unknown>
}

describe('export as Markdown', () => {
  it('is the file that was reviewed', () => {
    expect(exportMarkdown(sampleDocument())).toBe(readFileSync(new URL('expected.md', import.meta.url), 'utf8'))
  })

  it('survives a title that YAML and Markdown would misread', () => {
    const sample = sampleDocument()
    for (const title of [
      'yes',
      '2024-03-02',
      '# a: "b" \'c\' [d]',
      '---',
      '- x\n---\ny',
      '{{z}}',
      '*',
      'null',
      '1e3',
      '@a',
      '%b',
    ]) {
      const file = exportMarkdown({
        ...sample,
        article: { ...sample.article, metadata: { ...sample.article.metadata, title } },
      })
      expect(frontMatter(file)['title']).toBe(title)
      expect(headings(file)[0]).toBe(`1 ${title.replaceAll(/\s+/g, ' ')}`)
    }
  })

  it('lists highlights in text order, with deleted ones left out and lost ones last', () => {
    const lost = markOn('Zinc reduced', {
      selectors: { quote: { exact: 'Zinc *raised*', prefix: '', suffix: '' }, position: { start: 0, end: 13 } },
    })
    const file = exportMarkdown(sampleDocument({ annotations: [lost, ...sampleDocument().annotations] }))
    const quotes = quotations(file).filter(quotation => !quotation.startsWith('[!NOTE]'))
    expect(quotes.slice(0, 3)).toEqual(['Zinc reduced IL-6', 'No change of IL-10', 'Zinc *raised*'])
    expect(headings(file)).toContain('3 Passages that are not in the text any more')
    expect(file).not.toContain('A first look.\n\nYellow')
  })

  it('says of an effect that it is negated or hedged, and that no agent is named', () => {
    const effects = [
      effect({ negated: true, hedged: true, agent: null, direction: 'converts' }),
      effect({ direction: 'affects', trigger: null, origin: 'reader' }),
    ]
    const file = exportMarkdown(sampleDocument({ cards: [card({ effects, decision: 'edited' })] }))
    expect(file).toContain('| *not named* | → converts to | IL-6 | “reduced” | **negated**, **hedged** |')
    expect(file).toContain('| Zinc | ⇢ affects | IL-6 | *written by the reader* |  |')
    expect(file).toContain('Found by Pathmark, edited by the reader')
  })

  it('tells how a study was made, with the words of the text where they are others', () => {
    const { study } = sampleDocument()
    if (study === null) throw new Error('The sample has a study.')
    const passage = { start: 0, end: 1, quote: '' }
    const design = [
      { name: 'randomised', passage: { ...passage, quote: 'Randomized' } },
      { name: 'crossover', passage: { ...passage, quote: 'cross-over' } },
      { name: 'phase 2', passage: { ...passage, quote: 'phase *II*' } },
    ]
    const file = exportMarkdown(sampleDocument({ study: { ...study, design } }))
    expect(file).toContain('\nDesign: randomised, crossover, phase 2 (“phase \\*II\\*”)\n')
    const { design: _, ...untold } = study
    expect(exportMarkdown(sampleDocument({ study: untold }))).not.toContain('Design')
  })

  it('writes only what there is', () => {
    const file = exportMarkdown(sampleDocument({ annotations: [], pageNote: null, cards: [], study: null }))
    expect(headings(file)).toEqual(['1 Zinc & the liver', '2 About the source'])
    expect(frontMatter(file)).toMatchObject({ tags: [], highlights: 0, notes: 0, mechanisms: 0 })
  })

  it('names a tag that Obsidian cannot hold in full where it stands, and adapted in front', () => {
    const file = exportMarkdown(
      sampleDocument({ annotations: [markOn('A first look.', { tags: ['TNF α (*!*)', '2024', '_x_'] })] }),
    )
    expect(frontMatter(file)['tags']).toEqual(['TNF-α-', '_x_'])
    expect(file).toContain('“TNF α (\\*!\\*)” · “2024” · “\\_x\\_”')
  })
})

describe('export as JSON-LD', () => {
  it('is a W3C collection of the page note and the annotations that are not deleted', () => {
    const collection = JSON.parse(exportJsonLd(sampleDocument())) as {
      type: string
      total: number
      first: { items: { id: string; type: string }[] }
    }
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 3,
    })
    expect(collection.first.items.map(item => item.id)).toEqual([
      'pathmark://open/zinc-1#page-note',
      'urn:uuid:00000000-0000-4000-8000-000000000039',
      'urn:uuid:00000000-0000-4000-8000-000000000093',
    ])
  })
})

describe('export as CSV', () => {
  it('quotes what needs it and marks the encoding', () => {
    const file = exportCsv(sampleDocument({ annotations: [markOn('A first look.', { note: 'say "x",\ny' })] }))
    expect(file.startsWith('\ufeffdocument,section,quote,note,')).toBe(true)
    expect(file).toContain(',A first look.,"say ""x"",\ny",highlight,')
    expect(file.endsWith('\r\n')).toBe(true)
  })

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1'])('keeps a spreadsheet from running %j', note => {
    const row = exportCsv(sampleDocument({ annotations: [markOn('A first look.', { note })] })).split('\r\n')[1] ?? ''
    expect(row).toMatch(new RegExp(`,"?'${note.replace(/[+\s]/g, '\\$&')}"?,`))
  })
})

describe('export as HTML', () => {
  it('shows what was written and runs none of it', () => {
    const attack = '</title><script>x</script><img src=x onerror="y">'
    const sample = sampleDocument({
      annotations: [markOn('Zinc reduced IL-6', { note: attack, tags: [attack] })],
      pageNote: { value: `a\n\n\nb ${attack}`, modified: '', version: 1 },
      cards: [card({ title: attack, consequence: attack, effects: [effect({ agent: attack, trigger: attack })] })],
    })
    const file = exportHtml({
      ...sample,
      article: { ...sample.article, metadata: { ...sample.article.metadata, title: attack, language: '"><script>' } },
    })
    expect(file).not.toMatch(/<script|<img|<\/title>[\s\S]*<\/title>/)
    expect(file.split('&lt;script&gt;x&lt;/script&gt;')).toHaveLength(11)
    expect(file).toContain('a\n\n\nb &lt;')
  })

  it('tells how a study was made, and runs none of its words', () => {
    const sample = sampleDocument()
    if (sample.study === null) throw new Error('The sample has a study.')
    const design = [
      { name: 'double-blind', passage: { start: 0, end: 12, quote: 'double blind' } },
      { name: 'animals', passage: { start: 0, end: 5, quote: '<b>ra' } },
    ]
    expect(exportHtml({ ...sample, study: { ...sample.study, design } })).toContain(
      '<p>Design: double-blind, animals (“&lt;b&gt;ra”)</p>',
    )
    const { design: _, ...untold } = sample.study
    expect(exportHtml({ ...sample, study: untold })).not.toContain('Design')
  })

  it('needs nothing but itself', () => {
    expect(exportHtml(sampleDocument())).not.toMatch(/<link|<script|src=|url\(|@import/)
  })
})
