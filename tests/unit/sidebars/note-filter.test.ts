import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationColor } from '#core/annotation/annotation.ts'
import { groupBySection } from '../../../src/renderer/views/notes/group-by-section.ts'
import {
  colorCounts,
  noFilter,
  passesFilter,
  suggestTags,
  tagCounts,
  toggled,
} from '../../../src/renderer/views/notes/note-filter.ts'

const mark = (color: AnnotationColor, ...tags: string[]): Annotation => ({
  id: '00000000-0000-4000-8000-000000000000',
  created: '',
  modified: '',
  version: 1,
  style: 'highlight',
  color,
  note: '',
  tags,
  selectors: { quote: { exact: 'x', prefix: '', suffix: '' }, position: { start: 0, end: 1 } },
})

describe('the filter', () => {
  it('shows all while nothing is chosen', () => {
    expect(passesFilter(mark('pink'), noFilter)).toBe(true)
  })

  it('takes any of the colours, and of these any with one of the tags', () => {
    const filter = { colors: ['pink', 'blue'] as const, tags: ['question'] }
    expect(passesFilter(mark('blue', 'question', 'later'), filter)).toBe(true)
    expect(passesFilter(mark('blue', 'later'), filter)).toBe(false)
    expect(passesFilter(mark('green', 'question'), filter)).toBe(false)
  })

  it('counts colours in their usual order and tags by how common they are', () => {
    const marks = [mark('blue', 'b', 'a'), mark('yellow', 'b'), mark('blue', 'c')]
    expect(colorCounts(marks)).toEqual([
      ['yellow', 1],
      ['blue', 2],
    ])
    expect(tagCounts(marks)).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 1],
    ])
  })

  it('takes a choice back when it is made again', () => {
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b'])
  })
})

describe('suggestTags', () => {
  const inUse = ['pain', 'sex differences', 'spinal cord', 'Spain']

  it('offers tags that hold what is typed, those that begin with it first', () => {
    expect(suggestTags('sp', inUse, [])).toEqual(['spinal cord', 'Spain'])
    expect(suggestTags('PAI', inUse, [])).toEqual(['pain', 'Spain'])
  })

  it('does not offer what the note has', () => {
    expect(suggestTags('', inUse, ['pain'])).toEqual(['sex differences', 'spinal cord', 'Spain'])
  })
})

it('groups notes by section in text order, with the titles around them but not the article’s own', () => {
  const section = (id: string, level: number, title: string, parent: string | null, start: number, end: number) => ({
    id,
    level,
    title,
    parent,
    start,
    end,
  })
  const sections = [
    section('s0', 0, '', null, 0, 400),
    section('s1', 1, 'Article', 's0', 0, 400),
    section('s2', 2, 'Study', 's1', 100, 400),
    section('s3', 3, 'Safety', 's2', 300, 400),
  ]
  const at = (start: number) => ({ span: { start, end: start + 1 } })
  const groups = groupBySection([at(5), at(120), at(130), at(310)], { sections })
  expect(groups.map(group => [group.path, group.items.length])).toEqual([
    [['Article'], 1],
    [['Study'], 2],
    [['Study', 'Safety'], 1],
  ])
})
