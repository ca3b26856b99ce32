import { describe, expect, it } from 'vitest'
import { openAlready, parseArticleLink, parseStartArguments } from '../../../src/main/start-arguments.ts'

const MARK = '0b9c1f9e-4c55-4b61-9d51-3f0a6f6f3a11'

describe('links to an article', () => {
  it('names the document, and the mark in it', () => {
    expect(parseArticleLink(`pathmark://open/stem-cells-1a2b#${MARK}`)).toEqual({
      id: 'stem-cells-1a2b',
      annotation: MARK,
    })
    expect(parseArticleLink('pathmark://open/stem-cells-1a2b')).toEqual({ id: 'stem-cells-1a2b', annotation: null })
  })

  it('opens the article alone when the fragment names no mark', () => {
    expect(parseArticleLink('pathmark://open/stem-cells-1a2b#page-note')).toEqual({
      id: 'stem-cells-1a2b',
      annotation: null,
    })
  })

  it.each([
    'pathmark://open/../../etc/passwd',
    'pathmark://open/Stem Cells',
    'pathmark://open/',
    'pathmark://run/stem-cells',
    'https://open/stem-cells',
    `pathmark://open/a?library=/tmp#${MARK}`,
    'pathmark://open/a --no-sandbox',
  ])('%s is no such link', address => {
    expect(parseArticleLink(address)).toBeNull()
  })
})

describe('what the program is started with', () => {
  it('takes a library and a link, in any order, and leaves the rest alone', () => {
    expect(parseStartArguments(['.', '--library', '/notes', 'pathmark://open/a'])).toEqual({
      library: '/notes',
      show: { id: 'a', annotation: null },
    })
    expect(parseStartArguments(['pathmark://open/a', '--library=/notes', '--inspect'])).toEqual({
      library: '/notes',
      show: { id: 'a', annotation: null },
    })
    expect(parseStartArguments(['.'])).toEqual({ library: null, show: null })
  })

  it('does not take an empty library for one', () => {
    expect(parseStartArguments(['--library']).library).toBeNull()
    expect(parseStartArguments(['--library=']).library).toBeNull()
  })
})

describe('a second start', () => {
  it('says that the window keeps its library when another one was asked for', () => {
    expect(openAlready({ library: null, show: null })).toMatch(/open already/)
    expect(openAlready({ library: '/other', show: null })).toMatch(/open already.*\/other, close it first/)
  })
})
