import { describe, expect, test } from 'vitest'
import { PageSilence } from '../../../src/main/window/page-silence.ts'

const PATIENCE = 3_000

/** A page whose answers are given by hand. */
const page = () => {
  const questions: (() => void)[] = []
  const silence = new PageSilence(() => new Promise(resolve => questions.push(resolve)))
  const answer = async (): Promise<void> => {
    questions.shift()?.()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { silence, questions, answer }
}

const key = (letter: string) => ({ key: letter, command: false })
const letters = ({ keys }: PageSilence) => keys.map(pressed => pressed.key).join('')

describe('a page', () => {
  test('that nobody types to is asked nothing and never silent', () => {
    const { silence, questions } = page()
    expect(silence.pass(60_000, PATIENCE)).toBe(false)
    expect(questions).toHaveLength(0)
  })

  test('that leaves keys without an answer for too long is silent, and they are known', () => {
    const { silence } = page()
    for (const letter of 'lost') silence.press(key(letter))
    for (let passed = 250; passed < PATIENCE; passed += 250) expect(silence.pass(250, PATIENCE)).toBe(false)
    expect(silence.pass(250, PATIENCE)).toBe(true)
    expect(letters(silence)).toBe('lost')
  })

  test('that is busy and answers in the end is not silent', async () => {
    const { silence, answer, questions } = page()
    silence.press(key('a'))
    expect(silence.pass(500, PATIENCE)).toBe(false)
    silence.press(key('b'))
    for (let times = 0; times < 4; times += 1) silence.pass(500, PATIENCE)
    await answer()
    // Asked once more, for the key that came after the first question.
    expect(questions).toHaveLength(1)
    expect(silence.waiting).toBe(true)
    expect(silence.pass(500, PATIENCE)).toBe(false)
    await answer()
    expect(silence.waiting).toBe(false)
  })

  test('that was typed to for hours has the last keys remembered, and no more', () => {
    const { silence } = page()
    for (let pressed = 0; pressed < 10_000; pressed += 1) silence.press(key(String(pressed % 10)))
    expect(letters(silence)).toBe('0123456789'.repeat(50))
  })

  test('is not silent because the machine slept', () => {
    const { silence } = page()
    silence.press(key('a'))
    expect(silence.pass(8 * 3_600_000, PATIENCE)).toBe(false)
  })

  test('that is loaded anew begins with nothing, and a late answer of the one before counts for nothing', async () => {
    const { silence, answer } = page()
    silence.press(key('a'))
    silence.begin()
    expect(silence.waiting).toBe(false)
    silence.press(key('b'))
    await answer()
    expect(silence.waiting).toBe(true)
    expect(letters(silence)).toBe('b')
  })
})
