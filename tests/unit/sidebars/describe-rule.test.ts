import { expect, it } from 'vitest'
import { rules } from '#core/mechanism/effects/raw-effect.ts'
import type { TriggerForm } from '#core/mechanism/readings/sentence-items.ts'
import { describeRule } from '../../../src/renderer/views/mechanisms/describe-rule.ts'

const forms: Readonly<Record<TriggerForm, true>> = {
  active: true,
  passive: true,
  ing: true,
  infinitive: true,
  noun: true,
  modifier: true,
  predicate: true,
  agent: true,
  linker: true,
}
const known = [...Object.keys(rules), ...Object.keys(forms).map(form => `read-${form}`), 'reader']

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
