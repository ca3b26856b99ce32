import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { failureOf, useCommandLine } from './command-line.ts'

const pathmark = useCommandLine()

const jsonFile = async (value: unknown): Promise<string> => {
  const path = await pathmark.fresh('input.json')
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

describe('effects', () => {
  const text = 'Aspirin inhibits COX-2. IL-10 was not increased.'

  test('are printed as spans and signs', async () => {
    const path = await jsonFile({
      docs: [
        { id: 'a', text },
        { id: 'b', text: '' },
      ],
    })
    const { docs } = (await pathmark.json(['effects', path])) as {
      docs: { id: string; effects: Record<string, unknown>[] }[]
    }
    expect(docs.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(docs[1]).toEqual({ id: 'b', effects: [] })
    const [inhibition] = docs[0]?.effects ?? []
    expect(Object.keys(inhibition ?? {})).toEqual(['agent', 'target', 'sign', 'negated', 'hedged', 'trigger'])
    expect(inhibition).toEqual({
      agent: [0, 7],
      target: [17, 22],
      sign: -1,
      negated: false,
      hedged: false,
      trigger: [8, 16],
    })
  })

  test('take entities that are given, in either form', async () => {
    const words = 'Blorptin inhibits frubase.'
    const asRange = {
      id: 'range',
      text: words,
      entities: [
        { type: 'Gene', start: 0, end: 8 },
        { type: 'Gene', start: 18, end: 25 },
      ],
    }
    const asSpans = { id: 'spans', text: words, entities: [{ spans: [[0, 8]] }, { spans: [[18, 25]] }] }
    const { docs } = (await pathmark.json(['effects', await jsonFile({ docs: [asRange, asSpans] })])) as {
      docs: { effects: { agent: number[]; target: number[]; sign: number }[] }[]
    }
    for (const { effects } of docs) expect(effects).toMatchObject([{ agent: [0, 8], target: [18, 25], sign: -1 }])
  })

  test('are readable without JSON', async () => {
    const { stdout } = await pathmark.run(['effects', await jsonFile({ docs: [{ id: 'a', text }] })])
    expect(stdout).toContain('a: Aspirin ↓ decreases COX-2 (“inhibits”)')
  })
})

describe('anchor', () => {
  const text = 'One swallow does not make a summer. One fine day does not make one happy.'

  test('gives a verdict for each selector, with its place or without', async () => {
    const path = await jsonFile([
      {
        text,
        selectors: [
          {
            id: 'there',
            quote: { exact: 'swallow', prefix: 'One ', suffix: ' does' },
            position: { start: 4, end: 11 },
          },
          { id: 'elsewhere', exact: 'fine day', prefix: 'summer. One ', suffix: ' does', start: 1, end: 9 },
          { id: 'without a place', exact: 'fine day', prefix: 'One ', suffix: ' does' },
          { id: 'gone', quote: { exact: 'winter' } },
        ],
      },
      { text: '', selectors: [] },
    ])
    const score = expect.any(Number) as number
    expect(await pathmark.json(['anchor', path])).toEqual([
      [
        { id: 'there', status: 'exact', start: 4, end: 11, score },
        { id: 'elsewhere', status: 'moved', start: 40, end: 48, score },
        { id: 'without a place', status: 'exact', start: 40, end: 48, score },
        { id: 'gone', status: 'orphaned', reason: 'words-gone' },
      ],
      [],
    ])
  })

  const study =
    'In the second year the dose of adrenaline was increased in every patient who had been treated before. ' +
    'The pain went on for most of the time that was observed. The pain went on for most of the time that was observed.'
  const about = {
    text: study,
    selectors: [
      { id: 'edited', exact: 'adrenaline was increased in each patient who had been treated before' },
      { id: 'same thing', exact: 'the dose of epinephrine was increased in every patient' },
      { id: 'other thing', exact: 'the dose of acetylcholine was increased in every patient' },
      { id: 'turned', exact: 'adrenaline was decreased in every patient who had been treated before' },
      { id: 'twice', exact: 'The pain went on for most of the time' },
    ],
  }

  test('tells old and new words apart, gives the reason as a code, and what was refused as a candidate', async () => {
    const [verdicts] = (await pathmark.json(['anchor', await jsonFile([about])])) as Record<string, unknown>[][]
    const byId = Object.fromEntries((verdicts ?? []).map(({ id, ...verdict }) => [id, verdict]))
    expect(byId).toMatchObject({
      edited: { status: 'changed', start: study.indexOf('adrenaline') },
      'same thing': { status: 'changed', start: study.indexOf('the dose') },
      'other thing': { status: 'orphaned', reason: 'entity', candidates: [{ start: study.indexOf('the dose') }] },
      turned: { status: 'orphaned', reason: 'polarity', candidates: [{ refusal: 'polarity' }] },
      twice: { status: 'uncertain', reason: 'several-alike', candidates: [{ refusal: null }, { refusal: null }] },
    })
    expect(byId['edited']).toHaveProperty('difference')
    for (const id of ['other thing', 'turned', 'twice']) expect(byId[id]).not.toHaveProperty('start')
  })

  test('is readable without JSON', async () => {
    const { stdout } = await pathmark.run(['anchor', await jsonFile([about])])
    expect(stdout).toContain('edited: changed ')
    expect(stdout).toContain('[-each')
    expect(stdout).toContain('turned: orphaned (the direction of an effect differs)\n    nearest ')
    expect(stdout).toContain('twice: uncertain (several places are equally likely)\n    perhaps ')
  })

  test('refuses half a place', async () => {
    const path = await jsonFile([{ text, selectors: [{ id: 'half', exact: 'One', start: 0 }] }])
    expect(failureOf(await pathmark.run(['anchor', path]))).toMatch('is not of the shape that is read')
  })
})

describe('input that cannot be used is named in one line', () => {
  test.each(['effects', 'anchor'])('of %s', async verb => {
    expect(failureOf(await pathmark.run([verb, './nowhere.json']))).toMatch('nowhere.json does not exist')
    expect(failureOf(await pathmark.run([verb, await jsonFile('{"docs": [')]))).toMatch('is not JSON')
    expect(failureOf(await pathmark.run([verb, await jsonFile('null')]))).toMatch('is not of the shape that is read')
  })

  test('with the place where it is wrong', async () => {
    const path = await jsonFile({
      docs: [
        { id: 'a', text: 'b' },
        { id: 7, text: 'c' },
      ],
    })
    expect(failureOf(await pathmark.run(['effects', path]))).toMatch('docs.1.id')
  })
})
