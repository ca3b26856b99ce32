import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { looksLikeMarks } from '#core/foreign-marks/looks-like-marks.ts'
import { readMarks } from '#core/foreign-marks/read-marks.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/marks')
const files = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isFile())
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')

describe('each format is recognised by what is in it, and read whole', () => {
  it.each(files.map(({ name }) => name))('%s', name => {
    expect(looksLikeMarks(textOf(name))).toBe(true)
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, 'expected', `${name}.json`), 'utf8'))
    expect(JSON.parse(JSON.stringify(readMarks(textOf(name))))).toEqual(expected)
  })
})
