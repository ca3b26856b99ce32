import { describe, expect, it } from 'vitest'
import type { AcrossGroup } from '#core/mechanism/across/across-groups.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import {
  GROUP_HEIGHT,
  STATEMENT_HEIGHT,
  moveInRows,
  rowAt,
  rowsOf,
} from '../../../src/renderer/views/across/across-rows.ts'
import type { RowMove } from '../../../src/renderer/views/across/across-rows.ts'

const group = (name: string): AcrossGroup => ({
  name,
  type: null,
  effects: 2,
  articles: 1,
  own: 0,
  sayings: [],
  verdict: 'single',
})

const statement = (id: string): AcrossStatement => ({
  document: 'doc',
  title: 'An article',
  id,
  origin: 'found',
  agent: 'A',
  target: 'B',
  direction: 'increases',
  negated: false,
  hedged: false,
  confidence: 1,
  passage: { start: 0, end: 1, quote: 'A' },
  sentence: 'A',
  lost: false,
  contested: false,
})

const groups = ['one', 'two', 'three'].map(group)
const unfolded = rowsOf(groups, new Map([['two', [statement('e1'), statement('e2')]]]))
const kinds = ({ rows }: typeof unfolded) => rows.map(({ kind }) => kind)

describe('the rows of the table', () => {
  it('are the groups, with the statements of those that are unfolded under them', () => {
    expect(kinds(unfolded)).toEqual(['group', 'group', 'statement', 'statement', 'group'])
    expect(kinds(rowsOf(groups, new Map([['one', null]])))).toEqual(['group', 'waiting', 'group', 'group'])
  })

  it('stand one below the other', () => {
    const [named, said] = [GROUP_HEIGHT, STATEMENT_HEIGHT]
    expect([...unfolded.tops]).toEqual([
      0,
      named,
      2 * named,
      2 * named + said,
      2 * named + 2 * said,
      3 * named + 2 * said,
    ])
  })

  it('are found by a height, also beyond the ends', () => {
    expect(
      [-50, 0, GROUP_HEIGHT - 1, GROUP_HEIGHT, 2 * GROUP_HEIGHT + 1, 9999].map(at => rowAt(unfolded.tops, at)),
    ).toEqual([0, 0, 0, 1, 2, 4])
    expect(rowAt(rowsOf([], new Map()).tops, 100)).toBe(0)
  })

  it('have ids of their own, also when two articles number their effects alike', () => {
    const other = { ...statement('e1'), document: 'another' }
    const { rows } = rowsOf(groups, new Map([['two', [statement('e1'), other]]]))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
})

describe('keys in the table', () => {
  const to = (from: number, move: RowMove, page = 100) => moveInRows(unfolded, from, move, page)

  it('move by a row, to the ends, by a page, and out to the group', () => {
    expect([to(0, 'down'), to(4, 'up'), to(0, 'up'), to(4, 'down')]).toEqual([1, 3, 0, 4])
    expect([to(2, 'first'), to(2, 'last'), to(0, 'page-down'), to(4, 'page-up')]).toEqual([0, 4, 2, 2])
    expect([to(2, 'out'), to(3, 'out'), to(1, 'out')]).toEqual([1, 1, 1])
  })

  it('pass over the line that waits for statements', () => {
    const waiting = rowsOf(groups, new Map([['one', null]]))
    expect(moveInRows(waiting, 0, 'down', 100)).toBe(2)
    expect(moveInRows(waiting, 2, 'up', 100)).toBe(0)
  })
})
