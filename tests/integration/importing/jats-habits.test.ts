import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'
import { importJats } from './read-text.ts'

interface Parts {
  readonly body?: string
  readonly back?: string
  readonly titles?: string
  readonly front?: string
  readonly after?: string
}

/** An article as publishers write it, of which only what matters is said. */
const articleOf = ({ body = '<p>x</p>', back = '', titles = '', front = '', after = '' }: Parts): string =>
  `<?xml version="1.0"?><article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" dtd-version="1.2"><front><article-meta><title-group><article-title>T</article-title>${titles}</title-group>${front}</article-meta></front><body>${body}</body><back>${back}</back>${after}</article>`

/** The blocks after the title; what comes in must be canonical. */
const read = (parts: Parts) => {
  const { article, html, blocks, metadata } = importJats(articleOf(parts))
  expect(checkCanonical(article, html)).toEqual([])
  return { html, metadata, blocks: blocks.slice(1) }
}

const references = (refs: string): readonly string[] => read({ back: `<ref-list>${refs}</ref-list>` }).blocks.slice(2)

describe('references as publishers write them', () => {
  it('have commas between names that touch, and spaces between parts', () => {
    expect(
      references(
        '<ref><mixed-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Abad</surname><given-names>E.</given-names></name><name><surname>Sol</surname><given-names>M.</given-names></name><etal/></person-group> (<year>2010</year>). <article-title>On H<sub>2</sub>O.</article-title><source>J. Wait</source> <volume>2</volume>, <fpage>3</fpage>.<pub-id pub-id-type="doi">10.1234/x</pub-id><pub-id pub-id-type="pmid">22</pub-id></mixed-citation></ref>',
      ),
    ).toEqual(['list-item: Abad E., Sol M., et al. (2010). On H2O. J. Wait 2, 3. doi:10.1234/x PMID 22'])
  })

  it('are put together where they are parts without a mark, and lose none of these', () => {
    expect(
      references(
        '<ref><mixed-citation><name><surname>Ring</surname><given-names>C</given-names></name><article-title>Digits</article-title><source>Hand</source><year>2002</year></mixed-citation></ref>' +
          '<ref><element-citation><person-group person-group-type="author"><name><surname>Herz</surname><given-names>B</given-names></name></person-group><person-group person-group-type="editor"><name><surname>Lunge</surname><given-names>C</given-names></name></person-group><source>The heart</source><edition>2nd ed</edition><year>1990</year><publisher-name>Press</publisher-name></element-citation></ref>' +
          '<ref><element-citation><article-title>Mill</article-title><patent>US 1</patent><date-in-citation>(accessed in May)</date-in-citation></element-citation></ref>',
      ),
    ).toEqual([
      'list-item: Ring C. Digits. Hand; 2002.',
      'list-item: Herz B. The heart; 1990. 2nd ed. Lunge C (ed). Press.',
      'list-item: Mill. US 1. (accessed in May).',
    ])
  })

  it('keep their links, the places in them, and labels that say more than their number', () => {
    const { html, blocks } = read({
      back: '<ref-list><ref id="a"><label>WHO 2001</label><mixed-citation id="a1">Facts. <ext-link ext-link-type="uri" xlink:href="www.who.example/x">Site</ext-link></mixed-citation><mixed-citation id="a2">More.</mixed-citation></ref><ref><label>Roe 1999</label><mixed-citation>Roe.</mixed-citation></ref></ref-list>',
    })
    expect(blocks.slice(2)).toEqual(['list-item: WHO 2001 Facts. Site More.', 'list-item: Roe 1999 Roe.'])
    expect(html).toContain('<a href="http://www.who.example/x">Site</a>')
    expect(html).toContain('<ul>')
  })

  it('begin with the number that the file says, and stand once where they are given twice', () => {
    const { html, blocks } = read({
      back: '<ref-list><ref><label>12.</label><mixed-citation>Silva. Dor.</mixed-citation><element-citation><source>Dor</source></element-citation></ref></ref-list>',
    })
    expect(html).toContain('<ol start="12">')
    expect(blocks.at(-1)).toBe('list-item: Silva. Dor.')
  })

  it('stand once also where the words have another title, but the year and the first name', () => {
    expect(
      references(
        '<ref><mixed-citation><name><surname>Roe</surname><given-names>J</given-names></name>, <source>Nat.</source> <volume>3</volume>, 17 (<year>1990</year>).</mixed-citation><element-citation><name><surname>Roe</surname><given-names>J</given-names></name><article-title>On rain</article-title><source>Nature</source><volume>3</volume><fpage>17</fpage><year>1990</year></element-citation></ref>',
      ),
    ).toEqual(['list-item: Roe J, Nat. 3, 17 (1990).'])
  })

  it.each([
    [
      '<name><surname>Doe</surname><given-names>A</given-names></name><article-title>Rain</article-title><year>1991</year>',
      'Doe A. Rain. 1991.',
    ],
    [
      '<name><surname>Roe</surname><given-names>J</given-names></name><source>Nature</source><year>1990</year><fpage>99</fpage>',
      'Roe J. Nature; 1990; 99.',
    ],
    ['<source>Nature</source><year>1991</year>', 'Nature; 1991.'],
    ['<name><surname>Doe</surname></name><article-title>Terrain</article-title>', 'Doe. Terrain.'],
    ['<name><surname>Doe</surname></name><source>Nature</source><year>1990</year>', 'Doe. Nature; 1990.'],
  ])('have each of two works under one number, in whatever way each is given: %s', (parts, words) => {
    expect(
      references(
        `<ref><mixed-citation>(a) Roe J. On terrain. Nature 1990, 3.</mixed-citation><element-citation>${parts}</element-citation></ref>`,
      ),
    ).toEqual([`list-item: (a) Roe J. On terrain. Nature 1990, 3. ${words}`])
  })

  it('keep the space and the kind of a number far behind other words and blanks', () => {
    const blank = ' '.repeat(500)
    expect(
      references(
        `<ref><mixed-citation>${'word '.repeat(200)}doi:${blank}<pub-id pub-id-type="doi">10.1234/x</pub-id>${blank}<name><surname>Roe</surname></name>${blank}<name><surname>Doe</surname></name></mixed-citation></ref>`,
      )[0],
    ).toMatch(/word doi: 10\.1234\/x Roe, Doe$/u)
  })

  it('take time about as they are long', () => {
    const timeToRead = (count: number): number => {
      const source = articleOf({
        back: `<ref-list><ref><mixed-citation>Roe.${'<pub-id pub-id-type="doi">10.1234/x</pub-id><name><surname>Roe</surname></name>'.repeat(count)}</mixed-citation></ref></ref-list>`,
      })
      const times = Array.from({ length: 3 }, () => {
        const before = process.cpuUsage()
        importJats(source)
        return process.cpuUsage(before).user
      })
      return Math.min(...times)
    }
    timeToRead(500)
    // Eight times as much: where the time grew with the square, it took some sixty times as long.
    expect(timeToRead(8000) / timeToRead(1000)).toBeLessThan(24)
  }, 60_000)
})

describe('what publishers put before the text', () => {
  it('comes after it: statements, data, notes on the authors and the title', () => {
    const { blocks } = read({
      titles:
        '<subtitle>S</subtitle><fn-group><fn><p>Read aloud in Leeds.</p></fn></fn-group><trans-title-group xml:lang="es"><trans-title>Té</trans-title></trans-title-group>',
      front:
        '<contrib-group><contrib><name><surname>Roe</surname><given-names>J</given-names></name><bio><p>Roe treats thumbs.</p></bio></contrib><on-behalf-of>the Group</on-behalf-of></contrib-group><author-notes><corresp><label>*</label>Write to <email>j@roe.example</email></corresp><fn><label>†</label><p>Equal.</p></fn></author-notes><funding-group><funding-statement>Paid by none.</funding-statement></funding-group><custom-meta-group><custom-meta><meta-name>Data Availability</meta-name><meta-value>On request.</meta-value></custom-meta></custom-meta-group>',
    })
    expect(blocks).toEqual([
      'paragraph: S',
      'paragraph: Té',
      'paragraph: x',
      'heading: Funding',
      'paragraph: Paid by none.',
      'heading: Data availability',
      'paragraph: On request.',
      'heading: Author notes',
      'paragraph: Read aloud in Leeds.',
      'paragraph: On behalf of the Group',
      'paragraph: * Write to j@roe.example',
      'paragraph: † Equal.',
      'paragraph: Roe treats thumbs.',
    ])
  })

  it('is not said again where the text says it', () => {
    const { blocks } = read({
      back: '<sec><title>Money</title><p>Paid by none.</p></sec>',
      front: '<funding-group><funding-statement>Paid by none.</funding-statement></funding-group>',
    })
    expect(blocks.filter(block => block.includes('Paid'))).toHaveLength(1)
  })

  it.each([
    ['None.', '<p>None of the animals was hurt.</p>'],
    ['None.', '<sec><title>Interests</title><p>None.</p></sec>'],
    ['Paid by none.', '<p>Paid by nonexistent people.</p>'],
    ['Paid by none.', '<p>We were paid</p><p>by none.</p>'],
  ])('is said where the text only has the same characters: %s in %s', (words, body) => {
    const { blocks } = read({
      body,
      front: `<funding-group><funding-statement>${words}</funding-statement></funding-group>`,
    })
    expect(blocks.slice(-2)).toEqual(['heading: Funding', `paragraph: ${words}`])
  })

  it('is not said again where it is a part of what a longer paragraph says', () => {
    const words = 'This work was paid for by the Fund for Rain of the city of Leeds under number 17.'
    const { blocks } = read({
      body: `<p>We thank all cats. ${words}</p>`,
      front: `<funding-group><funding-statement>${words}</funding-statement></funding-group>`,
    })
    expect(blocks).toEqual([`paragraph: We thank all cats. ${words}`])
  })

  it('names the book that is reviewed, and who wrote a part', () => {
    const { blocks } = read({
      front:
        '<product><source>The Tea Book</source>, <name><surname>Leaf</surname><given-names>T</given-names></name>, £10</product>',
      after:
        '<sub-article><front-stub><title-group><article-title>Letter</article-title></title-group><contrib-group><contrib contrib-type="editor"><name><surname>Judge</surname><given-names>Ann</given-names></name><role>Editor</role></contrib></contrib-group></front-stub><body><p>Well.</p></body></sub-article>',
    })
    expect(blocks).toEqual([
      'paragraph: The Tea Book, Leaf T, £10',
      'paragraph: x',
      'heading: Letter',
      'paragraph: Ann Judge, Editor',
      'paragraph: Well.',
    ])
  })
})

describe('metadata as publishers write them', () => {
  it('have affiliations without the numbers of registers, with commas between their parts', () => {
    const { metadata } = read({
      front:
        '<contrib-group><contrib><name><surname>Roe</surname><given-names>J</given-names></name><xref ref-type="aff" rid="a b"/></contrib></contrib-group><aff id="a"><label>1</label><institution-wrap><institution-id>grid.1</institution-id><institution>Department of Blood, </institution><institution>University of Rot, </institution></institution-wrap>Rot, Germany </aff><aff id="b"><sup>2</sup><institution>Clinic</institution><city>Basel</city><country>Switzerland</country><email>a@b.example</email></aff>',
    })
    expect(metadata.affiliations).toEqual([
      { name: 'Department of Blood, University of Rot, Rot, Germany', authors: ['J Roe'] },
      { name: 'Clinic, Basel, Switzerland', authors: ['J Roe'] },
    ])
  })

  it('have titles without preambles of TeX, names in the order of their land, months in words and the licence that is linked', () => {
    const tex = String.raw`\documentclass{minimal}\begin{document}$$x^2$$\end{document}`
    const source = articleOf({
      front: `<contrib-group><contrib contrib-type="author"><name name-style="eastern"><surname>山田</surname><given-names>太郎</given-names></name></contrib></contrib-group><pub-date pub-type="ppub"><day>2</day><month>March</month><year>2014</year></pub-date><permissions><license><license-p>Open (<ext-link xlink:href="https://creativecommons.org/licenses/by/4.0/">CC BY</ext-link>).</license-p></license></permissions>`,
    }).replace(
      '>T<',
      `>Blood<break/>of <inline-formula><alternatives><tex-math>${tex}</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives></inline-formula><`,
    )
    expect(importJats(source).metadata).toMatchObject({
      title: 'Blood of x',
      authors: ['山田太郎'],
      names: [{ family: '山田', given: '太郎' }],
      published: '2014-03-02',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    })
  })
})

describe('text as publishers mark it up', () => {
  it('goes on around notes that stand amid it, which come at its end', () => {
    const { blocks, html } = read({
      body: '<p>The king died<fn id="n"><label>2</label><p>In Paris.</p><p>Not in Rome.</p></fn> in <bold>bed<fn><p>See above.</p></fn></bold>.</p><table-wrap><table><tbody><tr><td>1<fn><p>One.</p></fn></td></tr></tbody></table></table-wrap>',
    })
    expect(blocks).toEqual([
      'paragraph: The king died2 in bed3.',
      'table-cell: 14',
      'heading: Notes',
      'paragraph: 2 In Paris.',
      'paragraph: Not in Rome.',
      'paragraph: 3 See above.',
      'paragraph: 4 One.',
    ])
    expect(html).toMatch(/<sup><a href="#b\d+">2<\/a><\/sup>/u)
  })

  it('keeps tables of the OASIS model, arrays, and all that stands in a frame around a table', () => {
    const { blocks, html } = read({
      body: '<table-wrap><label>T1</label><caption><title><bold>Waves.</bold></title></caption><table><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/><thead><row><entry morerows="1">W</entry><entry namest="b" nameend="c">L</entry></row><row><entry>m</entry><entry>km</entry></row></thead></tgroup></table><p>After.</p><table-wrap-foot><fn-group><fn><label>a</label><p>Noted.</p></fn></fn-group></table-wrap-foot></table-wrap><p>So <array><tbody><tr><td>p</td><td>q</td></tr></tbody></array> holds.</p>',
    })
    expect(blocks).toEqual([
      'caption: T1. Waves.',
      'table-cell: W',
      'table-cell: L',
      'table-cell: m',
      'table-cell: km',
      'paragraph: After.',
      'paragraph: a Noted.',
      'paragraph: So',
      'table-cell: p',
      'table-cell: q',
      'paragraph: holds.',
    ])
    expect(html).toContain('rowspan="2"')
    expect(html).toContain('colspan="2"')
  })

  it('keeps all of a formula that is text and several formulas', () => {
    expect(
      read({
        body: '<p>With <inline-formula>f = 2 <mml:math><mml:mi>Hz</mml:mi></mml:math></inline-formula>:<named-content><disp-formula><mml:math><mml:mi>a</mml:mi></mml:math>, <mml:math><mml:mi>b</mml:mi></mml:math></disp-formula></named-content>ends.</p>',
      }).blocks,
    ).toEqual(['paragraph: With f = 2 Hz:', 'paragraph: a, b', 'paragraph: ends.'])
  })

  it('keeps verse with its title and author, who speaks, terms that share a meaning, labels of lists, words at pictures', () => {
    expect(
      read({
        body:
          '<verse-group><title>Ode</title><verse-line>O pot</verse-line><verse-line>of tin</verse-line><attrib>Anon</attrib></verse-group><speech><speaker>Nurse:</speaker><p>More?</p></speech>' +
          '<def-list><def-item><term>NaCl</term><term>Salt</term><def><p>sodium chloride</p></def></def-item><def-list><title>Inner</title><def-item><term>K</term><def><p>kalium</p></def></def-item></def-list></def-list>' +
          '<list list-type="alpha-lower"><list-item><label>(c)</label><p>Wash.</p></list-item></list>' +
          '<statement><label>Theorem 1</label><title>Salt</title><p>It dissolves.</p></statement>' +
          '<p><target>Here</target> it is: <graphic xlink:href="b.jpg"><caption><p>A bare picture.</p></caption></graphic></p>',
      }).blocks,
    ).toEqual([
      'paragraph: Ode',
      'paragraph: O pot\nof tin',
      'paragraph: Anon',
      'paragraph: Nurse: More?',
      'term: NaCl',
      'term: Salt',
      'definition: sodium chloride',
      'paragraph: Inner',
      'term: K',
      'definition: kalium',
      'list-item: (c) Wash.',
      'paragraph: Theorem 1 Salt',
      'paragraph: It dissolves.',
      'paragraph: Here it is:',
      'caption: A bare picture.',
    ])
  })

  it('keeps both languages of a caption, all credits, and whom a figure belongs to', () => {
    expect(
      read({
        body: '<fig><label>Figura</label><caption><title>Dor</title></caption><caption xml:lang="en"><title>Pain</title></caption><attrib>Fonte: A</attrib><attrib>Nota: B</attrib><permissions><copyright-statement>By leave of C.</copyright-statement></permissions></fig>',
      }).blocks.join(' '),
    ).toMatch(/Figura\. Dor\.[\s\S]+Pain[\s\S]+Fonte: A Nota: B[\s\S]+By leave of C\./u)
  })

  it('leads where links without a scheme mean to lead, and nowhere else', () => {
    const { html } = read({
      front: '<article-id pub-id-type="doi">10.1234/own</article-id>',
      body: '<p><ext-link ext-link-type="uri" xlink:href="www.wait.example">a</ext-link> <ext-link ext-link-type="doi" xlink:href="10.1234/other">b</ext-link> <ext-link ext-link-type="gen" xlink:href="AB1234.1">c</ext-link></p>',
    })
    expect([...html.matchAll(/href="([^"]+)"/gu)].map(([, address]) => address)).toEqual([
      'http://www.wait.example/',
      'https://doi.org/10.1234/other',
    ])
  })
})

describe('an article in something else', () => {
  it('is found in the answer of an archive, and as the chapter of a book', () => {
    const oai = `<OAI-PMH><GetRecord><record><metadata>${articleOf({ body: '<p>By OAI.</p>' }).slice(21)}</metadata></record></GetRecord></OAI-PMH>`
    const chapter =
      '<book-part-wrapper xml:lang="en"><book-meta><pub-date><year>2017</year></pub-date></book-meta><book-part><book-part-meta><book-part-id pub-id-type="doi">10.1234/c</book-part-id><title-group><title>Red hair</title></title-group></book-part-meta><body><p>Look.</p></body></book-part></book-part-wrapper>'
    expect([oai, chapter].map(text => recogniseFormat(Buffer.from(text)))).toEqual(['jats', 'jats'])
    expect(recogniseFormat(Buffer.from('<OAI-PMH><record><dc><title>x</title></dc></record></OAI-PMH>'))).toBeNull()
    expect(importJats(oai).blocks).toEqual(['heading: T', 'paragraph: By OAI.'])
    const { metadata, blocks } = importJats(chapter)
    expect(metadata).toMatchObject({ title: 'Red hair', type: 'chapter', doi: '10.1234/c', published: '2017' })
    expect(blocks).toEqual(['heading: Red hair', 'paragraph: Look.'])
  })
})
