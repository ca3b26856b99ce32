import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

const found = (...lines: string[]): Extraction => extract(articleFromLines(lines), shippedLexicon)
const titles = (extraction: Extraction): string[] => extraction.mechanisms.map(card => card.title)

describe('cards from sections', () => {
  const review = found(
    '# How curcumin eases arthritis',
    '## Background',
    'Curcumin reduces swelling in some people. It has been used for long.',
    '## Mechanisms of action',
    'There are two of them.',
    '### 1. Fewer cytokines',
    'Curcumin inhibits NF-κB and lowers IL-6. TNF-α is reduced too. As a result, swelling goes down and stiffness eases.',
    '### 2. Less oxidative stress',
    'Curcumin raises glutathione. It scavenges free radicals.',
    '## References',
    'Curcumin blocks COX-2. A Journal, 2001.',
  )

  it('makes one of each section under a heading that announces mechanisms, and of nothing else', () => {
    expect(titles(review)).toEqual(['Fewer cytokines', 'Less oxidative stress'])
  })

  it('says what follows, without the words that lead over to it', () => {
    expect(review.mechanisms[0]?.consequence).toBe('Swelling goes down and stiffness eases')
  })

  it('spans the body of the section, not its heading', () => {
    expect(review.mechanisms[1]?.passage.quote).toBe('Curcumin raises glutathione. It scavenges free radicals.')
  })

  it('takes an agent over to a sentence that names none, and says that it did', () => {
    const carried = review.effects.find(effect => effect.target.quote === 'TNF-α')
    expect(carried).toMatchObject({ agent: { quote: 'Curcumin' }, direction: 'decreases', rule: 'passive-carried' })
    expect(carried?.confidence).toBeLessThan(0.8)
  })

  it('takes nothing from the references', () => {
    expect(review.effects.map(effect => effect.target.quote)).not.toContain('COX-2')
  })

  it('gives each card the effects and entities of its passage', () => {
    const [first, second] = review.mechanisms
    expect(first?.effects.length).toBeGreaterThanOrEqual(4)
    expect(first?.effects.some(id => second?.effects.includes(id))).toBe(false)
    expect(second?.entities.map(id => review.entities.find(entity => entity.id === id)?.name)).toEqual([
      'curcumin',
      'glutathione',
      'free radical',
    ])
  })

  it('keeps a card that is announced even when no effect is read in it', () => {
    expect(titles(found('## Six mechanisms', '### Homing', 'The stem cells arrive where they are needed.'))).toEqual([
      'Homing',
    ])
  })

  it("keeps a card's id when another one is put before it", () => {
    const before = found('## Mechanisms', '### Repair', 'GDNF protects neurons.')
    const after = found(
      '## Mechanisms',
      '### Calm',
      'IL-10 suppresses microglia.',
      '### Repair',
      'GDNF protects neurons.',
    )
    expect(after.mechanisms[1]?.id).toBe(before.mechanisms[0]?.id)
  })
})

describe('cards from labelled paragraphs', () => {
  it('takes the label for the title', () => {
    expect(
      titles(
        found(
          '# Ketamine',
          'Two things happen.',
          'Fewer signals: Ketamine blocks NMDA receptors in the dorsal horn of the spinal cord.',
          '2. New synapses: Ketamine raises BDNF, which promotes synaptogenesis.',
          'Note: Ketamine increases blood pressure in many people who receive it.',
        ),
      ),
    ).toEqual(['Fewer signals', 'New synapses'])
  })

  it('reads "the drug" and sentences without an agent as about what the passages are about', () => {
    const { mechanisms, effects } = found(
      '# Metformin',
      '## How it acts',
      '1. Liver: Metformin lowers ATP, so that AMP rises. This activates AMPK, which suppresses gluconeogenesis.',
      '2. Gut: The drug raises GLP-1 and alters the gut microbiota of people who take it.',
    )
    expect(effects.map(effect => [effect.agent?.quote, effect.target.quote])).toEqual([
      ['Metformin', 'ATP'],
      ['Metformin', 'AMP'],
      ['Metformin', 'AMPK'],
      ['AMPK', 'gluconeogenesis'],
      ['Metformin', 'GLP-1'],
      ['Metformin', 'gut microbiota'],
    ])
    expect(mechanisms[0]?.consequence).not.toMatch(/^Liver/)
  })

  it('finds what follows at the end of a single sentence', () => {
    const { mechanisms } = found(
      '## Mechanisms',
      'Calm: Curcumin lowers cytokines, including IL-6, raises IL-10, and blocks COX-2, thereby easing pain in the joints.',
    )
    expect(mechanisms[0]?.consequence).toBe('Easing pain in the joints')
  })

  it('reads no effect out of the label itself', () => {
    const { effects } = found(
      '## Mechanisms',
      'Promoting angiogenesis: Stem cells raise VEGF in the damaged part of the brain.',
    )
    expect(effects.map(effect => effect.target.quote)).toEqual(['VEGF'])
  })

  it('makes none of a label without an effect', () => {
    expect(found('Opening hours: Monday to Friday from nine in the morning until five.').mechanisms).toEqual([])
  })
})

describe('cards from an article without either', () => {
  it('makes one of each paragraph that says what acts on what', () => {
    const plain = found(
      '# A study',
      '## Results',
      'Leptin increased blood pressure in all mice.',
      'The mice were kept in cages.',
    )
    expect(titles(plain)).toEqual(['Leptin increased blood pressure'])
  })
})

describe('texts that are no prose about mechanisms', () => {
  it.each([
    ['nothing', []],
    ['one word', ['Pain']],
    ['a table', ['| IL-6 | 12 | up', '| TNF-α | 7 | down']],
    [
      'code',
      [
        '```const il6 = reduce(tnf => increase(tnf), IL-6)',
        'function inhibit(il6) { return il6 => { reduces(IL10); } } // IL-6 increases TNF',
      ],
    ],
    ['a shopping list', ['- milk', '- iron tablets', '- zinc']],
  ])('%s gives no cards and no effects', (_, lines) => {
    expect(found(...lines)).toMatchObject({ mechanisms: [], effects: [], study: null })
  })
})
