import { describe, expect, it } from 'vitest'
import { importPage } from './import.ts'

const names = ['drug', 'light', 'walk', 'bed', 'lamp', 'cool room', 'tea', 'book', 'bath', 'song', 'window', 'clock']

/** A paragraph as an article has them, that no other one is like. */
const paragraph = (about: string): string =>
  `The ${about} was followed for twelve weeks, in three clinics, by people who did not know who had been given what. ` +
  `Of those who had the ${about}, more slept through the night, walked further, and said so themselves when they were asked.`

/** A paragraph so short that some of them are taken for too little to be an article. */
const shorter = (about: string): string =>
  `The ${about} was followed in three clinics, by people who did not know who had it.`

/** A line of talk, shorter than what counts as running text. */
const line = (about: string): string => `“And what of the ${about}?” she said.`

const prose = (about: readonly string[], words = paragraph): string =>
  about.map(name => `<p>${words(name)}</p>`).join('\n')

const textOf = (body: string): string =>
  importPage(`<!doctype html><html><head><title>A trial of sleep</title></head><body>${body}</body></html>`).article
    .text

describe('of a page that is nothing but its article', () => {
  it.each([
    ['what was paid for', '<div class="paywall">', paragraph],
    ['a part that sounds like a head', '<div class="banner">', shorter],
    ['talk that was paid for', '<div class="paywall">', line],
    ['talk in a part that sounds like a head', '<div class="banner">', line],
    ['lines in a part that sounds like one beside it', '<div id="sidebar">', line],
  ])('%s stays', (_, part, words) => {
    const many = words === line ? names.flatMap(name => [name, `red ${name}`, `new ${name}`]) : names
    const first = many.slice(0, Math.ceil(many.length * (words === line ? 0.34 : 0.4)))
    const rest = many.slice(first.length)
    const text = textOf(
      `<div class="story"><h1>A trial of sleep</h1>${prose(first, words)}${part}${prose(rest, words)}</div></div>`,
    )
    expect(text).toBe(`A trial of sleep\n${many.map(words).join('\n')}`)
  })

  it('its foot goes where a role says that it is one, though it speaks in sentences', () => {
    const text = textOf(
      `<div><h1>A trial of sleep</h1>${prose(names)}<div role="contentinfo"><p>${paragraph('paper')}</p></div></div>`,
    )
    expect(text).toBe(`A trial of sleep\n${names.map(paragraph).join('\n')}`)
  })

  it('what is behind a paywall stays beside a menu, too', () => {
    const menu = `<ul>${names.map(name => `<li><a href="/${name}">Another story of the ${name}</a></li>`).join('')}</ul>`
    const text = textOf(
      `<div class="menu">${menu}</div><div class="story"><h1>A trial of sleep</h1>${prose(names.slice(0, 5))}<div class="paywall">${prose(names.slice(5))}</div></div>`,
    )
    expect(text).toBe(`A trial of sleep\n${names.map(paragraph).join('\n')}`)
  })
})

describe('of a page too deep to look for its article', () => {
  it('what is behind a paywall stays, and an offer goes', () => {
    const text = textOf(
      `${'<div>'.repeat(205)}<h1>A trial of sleep</h1>${prose(names.slice(0, 5))}<div class="paywall"><p>${shorter('price')}</p></div><div class="paywall">${prose(names.slice(5))}</div>${'</div>'.repeat(205)}`,
    )
    expect(text).toBe(`A trial of sleep\n${names.map(paragraph).join('\n')}`)
  })
})

describe('footnotes', () => {
  const page = (notes: string, reference = '#foot1'): string =>
    `<div class="menu"><a href="/">Home</a> <a href="/all">All of the stories</a></div><div class="story"><h1>A trial of sleep</h1>${prose(names)}<p>Told elsewhere<a href="${reference}">1</a>.</p>${notes}</div>`

  it.each([
    ['in a paragraph', '<p id="foot1">First of the notes.</p>'],
    ['in an element with a number', '<div id="foot1">First of the notes.</div>'],
    ['in an element beside the text', '<aside id="foot-1">First of the notes.</aside>'],
    ['in items', '<ol><li id="foot1">First of the notes.</li></ol>'],
  ])('%s stay', (_, notes) => {
    expect(textOf(page(notes))).toContain('First of the notes.')
  })

  it.each([
    ['a paragraph', '<p id="foot">All of the notes.</p>'],
    ['an element beside the text', '<aside id="side">All of the notes.</aside>'],
    ['what a link leads to', '<div id="foot">All of the notes.</div>'],
  ])('stay in %s that is called a place of the page', (_, notes) => {
    expect(textOf(page(notes, '#foot'))).toContain('All of the notes.')
  })

  it.each(['foot', 'side'])('are not what stands at the %s of a page', place => {
    const text = textOf(page(`<div id="${place}">All of the notes.</div>`))
    expect(text).not.toContain('All of the notes.')
  })
})

describe('links to headings of a page', () => {
  const headings = ['Methods', 'Results', 'Discussion']
  const page = (between: string): string =>
    textOf(
      `<div class="story"><h1>A trial of sleep</h1>${prose(names.slice(0, 3))}${between}${headings.map((heading, at) => `<h2 id="${heading.slice(0, 1).toLowerCase()}">${heading}</h2>${prose(names.slice(3 + at * 2, 5 + at * 2))}`).join('')}</div>`,
    )
  const methods = '<a href="#m">Methods</a>'
  const results = '<a href="#r">Results</a>'
  const discussion = '<a href="#d">Discussion</a>'

  it.each([
    [
      'a sentence with two of them',
      `<p>This is told in ${methods} and in ${results}.</p>`,
      'This is told in Methods and in Results.',
    ],
    [
      'a sentence with all of them',
      `<p>See ${methods}, ${results}, ${discussion}.</p>`,
      'See Methods, Results, Discussion.',
    ],
    [
      'a sentence in no paragraph',
      `<div>This is told in ${methods}, ${results}, ${discussion}.</div>`,
      'This is told in Methods, Results, Discussion.',
    ],
    [
      'words between them',
      `<div>${methods}, then ${results} and ${discussion}</div>`,
      'Methods, then Results and Discussion',
    ],
    [
      'a list that says more',
      `<ul><li>${methods}</li><li>${results}, in short</li><li>${discussion}</li></ul>`,
      'Methods\nResults, in short\nDiscussion',
    ],
    ['a word of one letter', `<div>${methods}, ${results} y ${discussion}</div>`, 'Methods, Results y Discussion'],
    [
      'words without spaces between them',
      `<div>以下各节介绍了 ${methods}、${results}、${discussion}</div>`,
      '以下各节介绍了 Methods、Results、Discussion',
    ],
    [
      'words after them',
      `<div>${methods} ${results} ${discussion} in turn</div>`,
      'Methods Results Discussion in turn',
    ],
    ['two of them', `<ul><li>${methods}</li><li>${results}</li></ul>`, 'Methods\nResults\n'],
  ])('stay in %s', (_, between, expected) => {
    expect(page(between)).toContain(`\n${expected}`)
  })

  it.each([
    ['with a title', `<div><h2>Contents</h2><ul><li>${methods}<li>${results}<li>${discussion}</ul></div>`],
    ['with a title of words', `<div><p>On this page</p><ol><li>${methods}<li>${results}<li>${discussion}</ol></div>`],
    ['with a title without spaces', `<div>目录 ${methods} ${results} ${discussion}</div>`],
    ['in a line', `<div>Contents: ${methods} | ${results} | ${discussion}</div>`],
    ['of two items with a title', `<div><h2>Contents</h2><ul><li>${methods}<li>${results}</ul></div>`],
    ['of two items that is called so', `<ul class="toc-list"><li>${methods}<li>${results}</ul>`],
    ['with numbers', `<ul><li>1. ${methods} … 3<li>IV. ${results}<li>(a) ${discussion}</ul>`],
  ])('go where they are a list of contents %s', (_, list) => {
    expect(page(list)).toBe(page(''))
  })
})
