import { expect, it } from 'vitest'
import { rules } from '#core/mechanism/effects/raw-effect.ts'
import { describeRule } from '../../../src/renderer/views/mechanisms/describe-rule.ts'

const known = [...Object.keys(rules), 'reader']

it.each(known)('explains the rule %s in a sentence of its own', rule => {
  expect(describeRule(rule)).toMatch(/^\p{Lu}.{15,}\.$/u)
  expect(describeRule(rule)).not.toBe(describeRule('a rule of a later version'))
})

it('says that an agent was taken over from elsewhere', () => {
  expect(describeRule('passive-carried')).toContain(describeRule('passive'))
  expect(describeRule('passive-carried')).toMatch(/taken over/)
})

it('has a sentence for a rule that it does not know', () => {
  expect(describeRule('a rule of a later version')).toMatch(/^\p{Lu}.+\.$/u)
})
