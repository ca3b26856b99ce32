import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { importPage } from './import.ts'

const page = '<h1>Title</h1><p>One <b>two</b>.</p><table><tr><td>a<td>b</table>'
const { article, html } = importPage(page)

/** Content changed after the import, with a hash that fits it. */
const problemsOf = (changed: string): string[] =>
  checkCanonical({ ...article, htmlHash: contentHash(changed) }, changed)

describe('checking an article against its content', () => {
  it('finds nothing amiss after an import', () => {
    expect(checkCanonical(article, html)).toEqual([])
  })

  it('notices that a file was changed', () => {
    expect(checkCanonical(article, html.replace('One', 'Two'))).toEqual([
      'The content does not match its hash.',
      'The text of block b2 is not what the content says.',
    ])
    expect(checkCanonical({ ...article, text: article.text.replace('One', 'Two') }, html)).toEqual([
      'The text does not match its hash.',
      'The text of block b2 is not what the content says.',
    ])
  })

  it.each([
    ['a script', '<script>x</script>', 'The content has an element that may not be there: <script>.'],
    ['an event handler', '<p onclick="x"></p>', 'The content has an attribute that may not be there: onclick on <p>.'],
    [
      'a link that runs',
      '<p><a href="javascript:x"></a></p>',
      'The content has a link to a place that links may not lead to.',
    ],
    [
      'an image from elsewhere',
      '<img src="https://example.org/x.png">',
      'The content has an image that is not inside it.',
    ],
    ['loose text', 'loose', 'The content has text outside of its blocks.'],
    ['a second block of a name', '<p data-block="b1">Title</p>', 'The content has two blocks called b1.'],
    ['an unknown block', '<p data-block="b9">x</p>', 'The content has a block that the article does not know: b9.'],
  ])('notices %s', (_, added, problem) => {
    expect(problemsOf(html + added)).toContain(problem)
  })

  it('notices what is inside a block', () => {
    expect(problemsOf(html.replace('<strong>two', '<strong style="x">two'))).toEqual([
      'The content has an attribute that may not be there: style on <strong>.',
    ])
  })

  it('notices values that could take the place of the program’s own', () => {
    expect(problemsOf(`${html}<p id="article" role="dialog"></p>`)).toEqual([
      'The content has a value that may not be there, of id.',
      'The content has a value that may not be there, of role.',
    ])
  })

  it('says of an element inside a block what it says of one outside, and of the block itself once', () => {
    const marked = html.replace('<p data-block', '<p style="x" data-block')
    expect(problemsOf(marked)).toEqual(['The content has an attribute that may not be there: style on <p>.'])
  })

  it('notices text of the article that no block holds', () => {
    const before = (text: string) => ({ ...article, text, textHash: contentHash(text) })
    expect(checkCanonical(before(`${article.text}.`), html)).toEqual(['The text goes on after its last block.'])
    expect(checkCanonical({ ...before('more'), blocks: [], sections: [] }, '')).toContain(
      'The text goes on after its last block.',
    )
    expect(checkCanonical({ ...before(''), blocks: [], sections: [], htmlHash: contentHash('') }, '')).toEqual([])
    const moved = article.blocks.map(block => ({ ...block, start: block.start + 2, end: block.end + 2 }))
    expect(checkCanonical({ ...before(`A ${article.text}`), blocks: moved }, html)).toContain(
      'Block b1 does not follow on the one before it.',
    )
  })

  it('notices sections that lie outside of the text', () => {
    const [first, ...others] = article.sections
    if (first === undefined) throw new Error('The page has a section.')
    const placed = (start: number, end: number) =>
      checkCanonical({ ...article, sections: [{ ...first, start, end }, ...others] }, html)
    const outside = [`Section ${first.id} lies outside of the text.`]
    expect(placed(0, article.text.length + 1)).toEqual(outside)
    expect(placed(3, 2)).toEqual(outside)
    expect(placed(2, 2)).toEqual([])
    expect(placed(0, article.text.length)).toEqual([])
  })

  it('notices blocks and headings that are gone, and blocks out of place', () => {
    expect(problemsOf(html.replace(/<h1.*<\/h1>/, ''))).toEqual([
      'Block b1 is missing in the content.',
      'The heading of section s1 is missing in the content.',
    ])
    const [first, second, ...rest] = article.blocks
    if (first === undefined || second === undefined) throw new Error('The page has two blocks.')
    const shifted = { ...article, blocks: [first, { ...second, start: second.start + 1, section: 's7' }, ...rest] }
    expect(checkCanonical(shifted, html)).toEqual([
      'The text of block b2 is not what the content says.',
      'Block b2 does not follow on the one before it.',
      'Block b2 belongs to a section that is not there.',
    ])
  })
})

describe('the article that ships with the program', () => {
  const bundled = importPage(
    readFileSync(new URL('../../../resources/articles/stem-cells-neuropathic-pain.html', import.meta.url)),
  )
  const glossary = JSON.parse(
    readFileSync(new URL('../../../resources/glossary/glossary.json', import.meta.url), 'utf8'),
  ) as {
    entries: { name: string; synonyms?: string[]; definition: string }[]
  }
  const terms = (kind: string): string[] =>
    bundled.article.blocks
      .filter(block => block.kind === kind)
      .map(block => bundled.article.text.slice(block.start, block.end))

  it('is canonical without a warning', () => {
    expect(checkCanonical(bundled.article, bundled.html)).toEqual([])
    expect(bundled.article.provenance.warnings).toEqual([])
    expect(bundled.article.words).toBeGreaterThan(1300)
    expect(bundled.article.words).toBeLessThan(2000)
  })

  it('has a heading for each mechanism', () => {
    const parent = bundled.article.sections.find(section => section.title === 'The six mechanisms')?.id
    expect(bundled.article.sections.filter(section => section.parent === parent).map(section => section.title)).toEqual(
      [
        'Directed migration and homing',
        'Differentiation and regeneration',
        'Release of neurotrophic factors',
        'Anti-inflammatory and immunomodulatory action',
        'Antioxidant defence',
        'New small vessels and better blood flow',
      ],
    )
  })

  it('explains its 25 entities, and the glossary knows each of them', () => {
    expect(terms('term')).toHaveLength(25)
    expect(terms('definition')).toHaveLength(25)
    const names = new Set(glossary.entries.map(entry => entry.name))
    expect(terms('term').filter(term => !names.has(term))).toEqual([])
  })

  it('has a glossary without a name that means two things', () => {
    const all = glossary.entries.flatMap(entry => [entry.name, ...(entry.synonyms ?? [])])
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
    expect(glossary.entries.filter(entry => !/^[A-Z].{20,240}\.$/u.test(entry.definition))).toEqual([])
  })
})
