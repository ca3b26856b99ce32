import { describe, expect, it } from 'vitest'
import { joinBlocks } from '#core/article/join-blocks.ts'
import { blockAt, sectionAt, sectionPathAt } from '#core/article/locate.ts'
import { outlineOf } from '#core/article/outline.ts'
import { countWords } from '#core/article/count-words.ts'

const heading = (level: number, text: string) => ({ kind: 'heading', level, text }) as const
const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const
const cell = (row: number, number: number, text: string) => ({ kind: 'table-cell', row, cell: number, text }) as const

const article = joinBlocks([
  paragraph('Before.'),
  heading(1, 'Title'),
  paragraph('Lead.'),
  heading(2, 'Methods'),
  heading(4, 'Detail'),
  paragraph('Fine print.'),
  heading(2, 'Results'),
  cell(1, 1, 'a'),
  cell(1, 2, 'b'),
  cell(2, 3, 'c'),
])

describe('joining blocks', () => {
  it('puts a line feed between blocks and a tab between the cells of a row', () => {
    expect(article.text).toBe('Before.\nTitle\nLead.\nMethods\nDetail\nFine print.\nResults\na\tb\nc')
  })

  it('keeps two blocks of one cell on lines of their own', () => {
    expect(joinBlocks([cell(1, 1, 'a'), cell(1, 1, 'b'), cell(1, 2, 'c')]).text).toBe('a\nb\tc')
  })

  it('gives every block the words it covers', () => {
    expect(article.blocks.map(block => article.text.slice(block.start, block.end))).toEqual([
      'Before.',
      'Title',
      'Lead.',
      'Methods',
      'Detail',
      'Fine print.',
      'Results',
      'a',
      'b',
      'c',
    ])
  })

  it('lets a section reach to the next heading of its own or a higher rank', () => {
    const words = article.sections.map(section => article.text.slice(section.start, section.end))
    expect(words[2]).toBe('Methods\nDetail\nFine print.')
    expect(words[3]).toBe('Detail\nFine print.')
    expect(words[4]).toBe('Results\na\tb\nc')
    expect(words[1]).toBe(article.text.slice('Before.\n'.length))
    expect(words[0]).toBe(article.text)
  })

  it('hangs a heading that skips a rank below the nearest higher one', () => {
    expect(article.sections.map(section => [section.id, section.parent])).toEqual([
      ['s0', null],
      ['s1', 's0'],
      ['s2', 's1'],
      ['s3', 's2'],
      ['s4', 's1'],
    ])
  })

  it('makes an article of nothing', () => {
    expect(joinBlocks([])).toEqual({
      text: '',
      blocks: [],
      sections: [{ id: 's0', level: 0, title: '', parent: null, start: 0, end: 0 }],
    })
  })
})

describe('finding a place', () => {
  it('names the innermost section at each character', () => {
    const at = (words: string) => sectionAt(article, article.text.indexOf(words))?.title
    expect([at('Before'), at('Lead'), at('Methods'), at('Fine'), at('b\n')]).toEqual([
      '',
      'Title',
      'Methods',
      'Detail',
      'Results',
    ])
  })

  it('agrees with a search from the start for every offset', () => {
    for (let offset = 0; offset <= article.text.length; offset += 1) {
      const slow = article.blocks.findLast(block => block.start <= offset)
      expect(blockAt(article, offset)).toBe(slow)
    }
  })

  it('gives the path of sections from the outermost on', () => {
    expect(sectionPathAt(article, article.text.indexOf('Fine')).map(section => section.title)).toEqual([
      'Title',
      'Methods',
      'Detail',
    ])
  })

  it('has nothing to find in an article without blocks', () => {
    expect(blockAt({ blocks: [] }, 5)).toBeUndefined()
  })
})

describe('the outline', () => {
  it('nests headings in reading order', () => {
    const titles = (entries: ReturnType<typeof outlineOf>): unknown[] =>
      entries.map(entry => [entry.section.title, ...titles(entry.children)])
    expect(titles(outlineOf(article.sections))).toEqual([['Title', ['Methods', ['Detail']], ['Results']]])
  })
})

describe('counting words', () => {
  it('counts names and numbers with marks inside as one', () => {
    expect(countWords('IL-10 and the nerve’s 0.5 mm (ROS).')).toBe(7)
    expect(countWords(' — … ')).toBe(0)
  })
})
