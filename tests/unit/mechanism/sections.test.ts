import { describe, expect, it } from 'vitest'
import { findCandidates } from '#core/mechanism/cards/find-candidates.ts'
import { extract } from '#core/mechanism/extract.ts'
import { readAnnouncedCount } from '#core/mechanism/sections/announced-count.ts'
import { readSections } from '#core/mechanism/sections/read-sections.ts'
import { roleOfTitle } from '#core/mechanism/sections/section-role.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

const read = (...lines: string[]) => {
  const article = articleFromLines(lines)
  const outline = readSections(article)
  const words = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end)
  return {
    outline,
    body: outline.body.map(words),
    candidates: findCandidates(article, outline).map(one => ({
      ...one,
      passage: words(one.passage),
      body: words(one.body),
    })),
    announced: readAnnouncedCount(article, outline),
  }
}

describe('what a section is there for', () => {
  it.each([
    ['Methods', 'methods'],
    ['2. Materials and Methods', 'methods'],
    ['2.3 Statistical analysis', 'methods'],
    ['IV. Experimental procedures', 'methods'],
    ['Patients and methods', 'methods'],
    ['RESULTS', 'results'],
    ['Results and discussion', 'results'],
    ['Main findings', 'results'],
    ['1 Introduction', 'introduction'],
    ['Background', 'introduction'],
    ['Discussion', 'discussion'],
    ['Limitations of the study', 'discussion'],
    ['Conclusion:', 'conclusions'],
    ['Abstract', 'abstract'],
    ['Side effects', 'safety'],
    ['Adverse events', 'safety'],
  ])('%s', (title, role) => expect(roleOfTitle(title)).toBe(role))

  it.each([
    'Neurotrophic factor release',
    'How stem cells ease pain',
    'IL-10',
    'Anti-inflammatory action',
    'Setting off apoptosis',
    '',
  ])('"%s" names a subject', title => expect(roleOfTitle(title)).toBeNull())

  it('goes from a heading down to the sections below it', () => {
    const { outline } = read(
      '## Methods',
      '### Cell culture',
      'Macrophages were kept at 37 °C.',
      '## Results',
      'IL-6 rose.',
    )
    expect(outline.body.map(block => outline.roleOf(block))).toEqual(['methods', 'results'])
  })

  it('is told by the label of a paragraph in a structured abstract', () => {
    const { outline } = read(
      '## Abstract',
      'OBJECTIVES: To see.',
      'Methods. We looked.',
      'RESULTS – IL-6 rose.',
      'It is so.',
    )
    expect(outline.body.map(block => outline.roleOf(block))).toEqual(['introduction', 'methods', 'results', 'abstract'])
  })
})

describe('labels', () => {
  const body = 'Stem cells secrete GDNF and other factors, which support neurons.'

  it('stand before a colon or a dash', () => {
    const { candidates } = read(`Growth factors: ${body}`, `2) Homing – ${body}`)
    expect(candidates.map(one => [one.title, one.body])).toEqual([
      ['Growth factors', body],
      ['Homing', body],
    ])
  })

  it('are found where a lost line break glued them to their body', () => {
    const { candidates, body: blocks } = read(`Neurotrophic factor release${body}`)
    expect(candidates.map(one => [one.title, one.body])).toEqual([['Neurotrophic factor release', body]])
    expect(blocks).toEqual([body])
  })

  it('do not keep what they are glued to from being read', () => {
    const { effects, mechanisms } = extract(articleFromLines([`Neurotrophic factor release${body}`]), shippedLexicon)
    expect(effects.map(effect => [effect.agent?.quote, effect.target.quote])).toContainEqual(['Stem cells', 'GDNF'])
    expect(mechanisms.map(card => card.title)).toEqual(['Neurotrophic factor release'])
  })

  it('are found one by one where all line breaks of a list were lost', () => {
    const calm = 'IL-10 calms microglia and lowers the release of TNF-α.'
    const homing = 'Stem cells follow chemokines to the place of the lesion.'
    const { candidates, body: blocks } = read(
      `Homing${homing}Anti-inflammatory action${calm} Growth factor release${body}`,
    )
    expect(candidates.map(one => [one.title, one.body.trim()])).toEqual([
      ['Homing', homing],
      ['Anti-inflammatory action', calm],
      ['Growth factor release', body],
    ])
    expect(blocks.map(block => block.trim())).toEqual([homing, calm, body])
  })

  it.each([
    'The lncRNA MALAT1 binds to a protein and raises its level in many cells.',
    'We searched PubMed and medRxiv for trials of the drug and found very few.',
    'Tissue was kept in RNAlater Solution and read on a NanoDrop Spectrometer.',
    'JavaScript Object Notation is how the data of all experiments were kept.',
    'The siRNA Against PTEN raised the activity of Akt in all of these cells.',
    'Inhibition of NF-kappaB-65 abolished the effect of the factor in all cells.',
    'Manipulating angiomiRs in the settings of disease may help many patients.',
    'Expression of mTOR Complex 1 was measured in the liver of all these mice.',
  ])('are not seen in a name: %s', text => {
    expect(read(text)).toMatchObject({ candidates: [], body: [text] })
  })

  it('are short lines with a cue word over a paragraph', () => {
    const { candidates } = read(
      'Two things are known.',
      'Growth factor release',
      body,
      'They also secrete NT-3, which supports the survival of sensory neurons.',
      'Less inflammation',
      'Stem cells lower TNF-α and raise IL-10 in the spinal cord of the rat.',
    )
    expect(candidates.map(one => one.title)).toEqual(['Growth factor release', 'Less inflammation'])
    expect(candidates[0]?.body).toContain('NT-3')
    expect(candidates[0]?.body).not.toContain('inflammation')
  })

  it('reach down to the next line that looks like a heading, whatever it names', () => {
    const { candidates } = read(
      'Growth factor release',
      body,
      'Anna Miller, Berlin',
      'She works at the clinic for nerves and has written this text.',
    )
    expect(candidates.map(one => one.body)).toEqual([body])
  })

  it('are no lines without a cue, and no sentences', () => {
    expect(read(`CONTEXT: ${body}`, `UNLABELLED: ${body}`, `Design: ${body}`).candidates).toEqual([])
    expect(read('Anna Miller, Berlin', body, 'Expression was lost', body).candidates).toEqual([])
  })
})

describe('an announced count', () => {
  it.each([
    ['There are six main mechanisms.', 6, 'six main mechanisms'],
    ['Metformin acts through 3 distinct molecular pathways, which are told below.', 3, '3 distinct molecular pathways'],
    ['The drug works in two ways.', null, null],
    ['There are four ways in which it helps.', 4, 'four ways'],
    ['This is one of three mechanisms.', null, null],
    ['At least two pathways are known.', null, null],
    ['Six mice were used.', null, null],
  ])('%s', (text, count, quote) => {
    const { announced } = read(text)
    expect(announced?.count ?? null).toBe(count)
    expect(announced?.passage.quote ?? null).toBe(quote)
  })

  it('may stand in a heading, but not in the references', () => {
    expect(read('# Five mechanisms of pain', 'Pain has causes.').announced?.count).toBe(5)
    expect(read('## References', 'Miller A. Five mechanisms of pain. 2001.').announced).toBeNull()
  })

  it('tells a list of mechanisms from other labels: as many labels as announced are mechanisms', () => {
    const label = (name: string): string => `${name}: Ketamine is given, and then something happens in the brain.`
    const lines = ['There are three mechanisms.', label('Receptors'), label('Growth factors'), label('Synapses')]
    expect(read(...lines).candidates.map(one => one.announced)).toEqual([true, true, true])
    expect(read(...lines, label('Doses')).candidates.map(one => one.announced)).toEqual([false, false, false, false])
  })

  it('takes as many as are announced behind the line that announces them', () => {
    const body = 'Stem cells secrete GDNF, and this growth factor supports neurons.'
    const { candidates } = read(
      'Growth of the field',
      body,
      'The two mechanisms',
      'They are told one after the other, and both of them matter to patients.',
      'Factor release',
      body,
      'Less inflammation',
      body,
      'Loss of money',
      body,
    )
    expect(candidates.map(one => one.title)).toEqual(['Factor release', 'Less inflammation'])
  })
})

describe('methods', () => {
  it('make no cards of their own', () => {
    const { candidates } = read(
      '## Methods',
      '### Induction of diabetes',
      'Streptozotocin destroys the beta cells of the rat.',
      '## Effects on the liver',
      'Metformin lowers gluconeogenesis.',
    )
    expect(candidates.map(one => one.title)).toEqual(['Effects on the liver'])
  })
})
