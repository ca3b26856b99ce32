import { describe, expect, it } from 'vitest'
import { importPage } from './import.ts'

const names = ['drug', 'light', 'walk', 'bed', 'lamp', 'cool room', 'tea', 'book', 'bath', 'song', 'window', 'clock']

/** A paragraph as an article has them, that no other one is like. */
const paragraph = (about: string): string =>
  `The ${about} was followed for twelve weeks, in three clinics, by people who did not know who had been given what. ` +
  `Of those who had the ${about}, more slept through the night, walked further, and said so themselves when they were asked.`

const prose = (about: readonly string[]): string => about.map(name => `<p>${paragraph(name)}</p>`).join('\n')

const textOf = (body: string): string =>
  importPage(`<!doctype html><html><head><title>A trial of sleep</title></head><body>${body}</body></html>`).article
    .text

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
