import { describe, expect, it } from 'vitest'
import { meaningWords } from '#core/anchoring/meaning/meaning-words.ts'
import { namesIn } from '#core/anchoring/meaning/names.ts'
import { areDistinct, areOpposites } from '#core/anchoring/meaning/opposites.ts'
import { isSlip } from '#core/anchoring/meaning/slips.ts'
import { isTurned } from '#core/anchoring/meaning/turned-words.ts'

const read = (text: string): string =>
  meaningWords(text, new Set())
    .map(({ kind, value }) => `${kind} ${value}`)
    .join(', ')

describe('meaningWords', () => {
  it.each([
    ['12 24', 'number 12, number 24'],
    ['1,200 and 1200', 'number 1200, number 1200'],
    ['1,200.50', 'number 1200.5'],
    ['0,5 and 0.50', 'number 0.5, number 0.5'],
    ['٤٢ and ४२', 'number 42, number 42'],
    ['twelve, zwölf, douze', 'number 12, number 12, number 12'],
    ['twenty-four, vierundzwanzig, trente-deux', 'number 24, number 24, number 32'],
    ['-3 degrees', 'number minus, number 3'],
    ['grown for 3–5 days', 'polarity +, number 3, number 5, unit d'],
    ['5 μg', 'number 5, unit μg'],
    ['5μg', 'number 5, unit μg'],
    ['10 mM', 'number 10, unit mMolar'],
    ['10 mm', 'number 10, unit mm'],
    ['37 °C', 'number 37, entity C'],
    ['20 % and 20 percent', 'number 20, unit %, number 20, unit %'],
    ['p < 0.05', 'comparison -, number 0.05'],
    ['not, nicht, pas, non, нет, لا, לא, नहीं, değil, không', Array(10).fill('negation not').join(', ')],
    ['没有, 无', 'negation not, negation not'],
    ['unaffected', 'negation un'],
    ['under the union of antibodies', ''],
    ['higher than before', 'comparison +, order earlier'],
    ['the first and the 3rd', 'order 1, order 3'],
    ['TNF-α, TNFα, TNF-alpha', 'entity tnfalpha, entity tnfalpha, entity tnfalpha'],
    ['IL-10-induced', 'entity il10, polarity +'],
    ['phase II', 'entity ii'],
    ['vitamin D', 'entity D'],
    ['as was said [3, 7-9]', ''],
    ['as was said (Meyer et al., 2019)', ''],
    ['an activity of the promoter', ''],
    ['증가하지 않았다', 'polarity +, negation not'],
    ['국제적인 조치', ''],
    ['والزيادة', 'polarity +'],
    ['ולא', 'negation not'],
  ])('reads %s', (text, meaning) => {
    expect(read(text)).toBe(meaning)
  })
})

describe('isSlip', () => {
  it.each([
    ['microglia', 'micorglia', true],
    ['inflammation', 'inflamation', true],
    ['response', 'respons', true],
    ['the', 'teh', true],
    ['rat', 'cat', false],
    ['cells', 'bells', false],
    ['il10', 'il11', false],
    ['astrocytes', 'microglia', false],
    ['was', 'saw', false],
  ])('%s and %s: %s', (a, b, slip) => {
    expect([isSlip(a, b), isSlip(b, a)]).toEqual([slip, slip])
  })
})

describe('words that may not stand for one another', () => {
  it.each([
    ['high', 'low'],
    ['highest', 'lowest'],
    ['tightened', 'loosened'],
    ['thinned', 'thickened'],
    ['left', 'right'],
    ['agonists', 'antagonist'],
    ['deny', 'report'],
    ['denied', 'reported'],
    ['zu', 'ab'],
    ['gutartig', 'bösartig'],
  ])('%s and %s are opposites', (a, b) => {
    expect([areOpposites(a, b), areOpposites(b, a)]).toEqual([true, true])
  })

  it.each([
    ['high', 'higher'],
    ['big', 'large'],
    ['begin', 'start'],
    ['reported', 'described'],
    ['cells', 'cell'],
  ])('%s and %s are none', (a, b) => {
    expect([areOpposites(a, b), areOpposites(b, a)]).toEqual([false, false])
  })

  it.each([
    ['treated', 'untreated'],
    ['careful', 'careless'],
    ['upregulated', 'downregulated'],
    ['hypertension', 'hypotension'],
    ['symptomatic', 'asymptomatic'],
    ['presynaptic', 'postsynaptic'],
    ['wirksam', 'unwirksam'],
    ['эффективен', 'неэффективен'],
  ])('%s and %s are turned round', (a, b) => {
    expect([isTurned(a, b), isTurned(b, a)]).toEqual([true, true])
  })

  it.each([
    ['ahatsız', 'aahatsız'],
    ['treated', 'treating'],
  ])('%s and %s are not', (a, b) => {
    expect([isTurned(a, b), isTurned(b, a)]).toEqual([false, false])
  })

  it.each([
    ['rat', 'mice', true],
    ['rats', 'rat', false],
    ['astrocytes', 'microglia', true],
    ['simvastatin', 'atorvastatin', true],
    ['osteoblast', 'osteoblasts', false],
    ['kidney', 'renal', false],
  ])('%s and %s name two things: %s', (a, b, distinct) => {
    expect(areDistinct(a, b)).toBe(distinct)
  })
})

describe('namesIn', () => {
  const statement = (text: string) => ({ text, original: text })
  const names = (text: string, small = ''): string[] => [
    ...namesIn(statement(text), statement(''), word => small.includes(word)),
  ]
  it('takes a capital inside a sentence for a name, and not at its beginning', () => {
    expect(names('The register of Norway was searched. Patients came.')).toEqual(['norway'])
  })
  it('takes no word for a name that the text has in small letters', () => {
    expect(names('The Results of Norway', 'results')).toEqual(['norway'])
  })
  it('takes nothing for a name in a heading in capitals', () => {
    expect(names('The Long Road Of The Old Pump Back Home')).toEqual([])
  })
  it('takes no German noun for a name that follows an article', () => {
    expect(names('Die Kranken aus Norwegen wurden von der Schwester befragt.')).toEqual(['norwegen'])
  })
})
