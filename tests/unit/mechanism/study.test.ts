import { describe, expect, it } from 'vitest'
import { extract } from '#core/mechanism/extract.ts'
import type { Study } from '#core/mechanism/mechanism.ts'
import { articleFromLines } from './article-from-lines.ts'
import { shippedLexicon } from './lexicon-data.ts'

const study = (...lines: string[]): Study | null => extract(articleFromLines(lines), shippedLexicon).study

describe('participants and groups', () => {
  it('reads counts in digits and in words', () => {
    const found = study(
      '## The trial',
      'Twenty-four adults with migraine were enrolled: twelve received propranolol and 12 received placebo.',
    )
    expect(found).toMatchObject({
      participants: { count: 24, passage: { quote: 'Twenty-four adults' } },
      sum: 24,
      consistent: true,
    })
    expect(found?.groups.map(group => [group.label, group.count])).toEqual([
      ['propranolol', 12],
      ['placebo', 12],
    ])
    expect(found?.otherReading).toBeUndefined()
  })

  it('reads groups whose counts stand in brackets', () => {
    const found = study(
      '## Patients',
      'The study included 30 patients.',
      'They had stroke (14), epilepsy (9) and migraine (7).',
    )
    expect(found?.groups.map(group => [group.label, group.count])).toEqual([
      ['stroke', 14],
      ['epilepsy', 9],
      ['migraine', 7],
    ])
  })

  it('gives both readings of "each" and the sum of the other', () => {
    const found = study(
      '## The study',
      'In all, 40 patients were treated. Of these 20 had stroke, 10 had epilepsy, and 5 each had migraine and ataxia.',
    )
    expect(found).toMatchObject({
      sum: 40,
      consistent: true,
      otherReading: { text: '5 for migraine and ataxia together', sum: 35 },
    })
    expect(found?.groups).toHaveLength(4)
  })

  it('says when the groups do not add up', () => {
    expect(
      study('## The study', '50 patients took part. There were 20 with stroke and 25 with epilepsy.'),
    ).toMatchObject({ sum: 45, consistent: false })
  })

  it('reads groups from a table when the text names none, and leaves out the row of the total', () => {
    const found = study(
      '## The study',
      'We treated 9 patients.',
      '| Condition | Patients',
      '| Stroke | 5',
      '| Epilepsy | 4',
      '| All groups | 9',
    )
    expect(found?.groups.map(group => [group.label, group.count, group.passage.quote])).toEqual([
      ['Stroke', 5, 'Stroke\t5'],
      ['Epilepsy', 4, 'Epilepsy\t4'],
    ])
  })

  it('takes doses, durations and types for what they are', () => {
    const found = study(
      '## The trial',
      'In one trial, 120 adults with type 2 diabetes were randomised: 60 received metformin 500 mg twice daily by mouth and 60 received placebo for 24 weeks.',
    )
    expect(found?.groups.map(group => [group.label, group.count])).toEqual([
      ['metformin', 60],
      ['placebo', 60],
    ])
  })

  it('counts people and not what was taken of them', () => {
    expect(study('## Methods', 'Forty-seven specimens resected from patients were examined.')).toBeNull()
  })

  it('finds no study where nobody took part', () => {
    expect(
      study(
        '## Background',
        'Some 3 million people suffer from migraine each year. About 200 patients live in each town.',
      ),
    ).toBeNull()
    expect(study('## Background', 'IL-6 rises in 12 mice that were treated.')).toBeNull()
  })
})

describe('groups that are named in other ways', () => {
  const groups = (...lines: string[]): unknown[] | undefined =>
    study('## The study', ...lines)?.groups.map(group => [group.label, group.count])

  it('reads two lists that belong together', () => {
    expect(
      groups('60 patients took part. In all 25, 20 and 15 patients had stroke, epilepsy and ataxia, respectively.'),
    ).toEqual([
      ['stroke', 25],
      ['epilepsy', 20],
      ['ataxia', 15],
    ])
    expect(groups('45 patients took part. They had stroke and epilepsy in 25 and 20 patients, respectively.')).toEqual([
      ['stroke', 25],
      ['epilepsy', 20],
    ])
  })

  it('does not guess where the lists differ in length', () => {
    expect(
      groups('60 patients took part. In all 40 and 20 had stroke, epilepsy and ataxia, respectively.'),
    ).not.toContainEqual(['stroke', 40])
  })

  it('gives both readings of one number for two names', () => {
    expect(
      study(
        '## The study',
        '27 patients took part. There were 20 with stroke and 7 with epilepsy and ataxia, respectively.',
      ),
    ).toMatchObject({
      sum: 34,
      consistent: false,
      otherReading: { text: '7 for epilepsy and ataxia together', sum: 27 },
    })
  })

  it('reads groups of one size, when as many are named as there are', () => {
    const lines = 'Thirty mice were randomly divided into three groups of ten'
    expect(groups(`${lines}: sham, lesion and lesion plus ketamine.`)).toEqual([
      ['sham', 10],
      ['lesion', 10],
      ['lesion plus ketamine', 10],
    ])
    expect(groups(`${lines}: sham and lesion.`)).toEqual([])
  })

  it('reads groups with their people behind them', () => {
    expect(
      groups(
        'Thirty patients took part. The early group consisted of 16 patients who had surgery at once, and the late group comprised 14 patients.',
      ),
    ).toEqual([
      ['early', 16],
      ['late', 14],
    ])
  })

  it.each([
    'A total of 28 patients were treated. The drug was used for eight swollen joints, four target joints and seven episodes of pain.',
    'Forty patients were studied. In 20 patients, samples were taken twice, and 4 and 8 weeks after surgery in 11 patients.',
    'There were 92 patients in the study, aged between 28 and 86 years, mean 56 years.',
  ])('takes other numbers for what they are: %s', text => expect(groups(text)).toEqual([]))

  it('takes no numbers of people with complaints for groups', () => {
    expect(
      groups(
        '44 patients were treated. Fatigue occurred in 19 patients, nausea in 8 patients and cough in 5 patients.',
      ),
    ).toEqual([])
  })

  it('counts those who were randomised, not those who were looked at', () => {
    expect(
      study('## The study', 'Of 212 patients who were screened, 180 were randomised to metformin or placebo.')
        ?.participants,
    ).toMatchObject({
      count: 180,
      passage: { quote: '180' },
    })
  })
})

describe('how the study was made', () => {
  const design = (sentence: string, opening = 'We studied 40 patients.'): string[] =>
    (study('## The study', opening, sentence)?.design ?? []).map(trait => trait.name)

  it.each([
    ['Patients were randomly allocated to metformin or to no treatment.', 'randomised'],
    ['The study was not randomised.', 'non-randomised'],
    ['Villages were the units of this cluster-randomised trial.', 'cluster-randomised'],
    ['Both patients and assessors were masked in this double-masked trial.', 'double-blind'],
    ['It was a single-blind trial.', 'single-blind'],
    ['All treatment was open label.', 'open-label'],
    ['Assessors were unaware of the treatment.', 'blinded assessment'],
    ['It was placebo-controlled.', 'placebo-controlled'],
    ['Half of them underwent sham stimulation.', 'sham-controlled'],
    ['The order was counterbalanced.', 'crossover'],
    ['Two parallel groups were compared.', 'parallel-group'],
    ['It was a single-arm trial.', 'before and after'],
    ['This case-control study was done in Kiel.', 'case-control'],
    ['A cross-sectional survey was made.', 'cross-sectional'],
    ['The cohort was followed for ten years.', 'cohort'],
    ['This case series is from one clinic.', 'case series'],
    ['Charts were reviewed retrospectively.', 'retrospective'],
    ['They were followed prospectively.', 'prospective'],
    ['It was planned as a pilot study.', 'pilot'],
    ['Patients came from five hospitals in Denmark.', 'multicentre'],
    ['It was a phase IIb trial.', 'phase 2b'],
    ['It was a phase I/II trial.', 'phase 1/2'],
  ])('%s', (sentence, name) => expect(design(sentence)).toContain(name))

  it.each([
    'A larger randomised trial is needed.',
    'Earlier randomised, double-blind trials had other results.',
    'No prospective study has been done.',
  ])('is not told by what others did or should do: %s', sentence => expect(design(sentence)).toEqual([]))

  it('says that animals took part, and that people did not', () => {
    expect(design('They were kept in cages.', 'Forty rats were randomly assigned to ketamine or saline.')).toEqual([
      'randomised',
      'animals',
    ])
    expect(design('A mouse model was used as well.')).toEqual([])
  })

  it('leaves sentences about animals to be read for effects', () => {
    const { effects } = extract(
      articleFromLines([
        '## Results',
        'Forty rats were randomly assigned to ketamine or saline. Ketamine lowered IL-6.',
      ]),
      shippedLexicon,
    )
    expect(effects.map(effect => [effect.agent?.quote, effect.target.quote])).toEqual([['Ketamine', 'IL-6']])
  })
})

it('leaves an article on cells and mice that also had patients to be read for effects', () => {
  const { effects, study: told } = extract(
    articleFromLines([
      '## Methods',
      '### Samples',
      'Blood of 20 patients with arthritis was examined. Macrophages were cultured for three days.',
      '### Mice',
      'Wild-type mice were kept in cages. Western blots were made of their joints.',
      '## Results',
      'IL-10 lowered TNF-α in macrophages.',
    ]),
    shippedLexicon,
  )
  expect(told?.participants.count).toBe(20)
  expect(told?.outcomes).toEqual([])
  expect(effects.map(effect => [effect.agent?.quote, effect.target.quote])).toEqual([['IL-10', 'TNF-α']])
})

describe('outcomes', () => {
  const found = study(
    '## The clinical study',
    'We treated 20 patients with propranolol.',
    'Blood pressure fell, and sleep improved. Heart rate remained stable. Appetite did not change. Weight and height rose.',
    'Two patients got worse and their headache deteriorated. The authors take the fall in blood pressure to be a good sign.',
  )

  it('gives a direction to each clause', () => {
    expect(found?.outcomes.map(outcome => [outcome.text, outcome.direction])).toEqual([
      ['Blood pressure fell', 'down'],
      ['Sleep improved', 'better'],
      ['Heart rate remained stable', 'unchanged'],
      ['Appetite did not change', 'unchanged'],
      ['Weight and height rose', 'up'],
      ['Two patients got worse', 'worse'],
      ['Their headache deteriorated', 'worse'],
      ['The authors take the fall in blood pressure to be a good sign', 'better'],
    ])
  })

  it("marks what is only the source's reading", () => {
    expect(found?.outcomes.filter(outcome => outcome.interpretation).map(outcome => outcome.text)).toEqual([
      'The authors take the fall in blood pressure to be a good sign',
    ])
  })

  it('parts a finding from the reading that hangs on it', () => {
    const parted = study(
      '## The study',
      'We treated 20 patients. White cells rose, which the authors believe is helpful.',
    )
    expect(parted?.outcomes.map(outcome => [outcome.text, outcome.direction, outcome.interpretation ?? false])).toEqual(
      [
        ['White cells rose', 'up', false],
        ['… which the authors believe is helpful', 'better', true],
      ],
    )
  })

  it("does not tell the study's results a second time as effects", () => {
    const { effects } = extract(
      articleFromLines(['## The clinical study', 'We treated 20 patients. Propranolol lowered blood pressure.']),
      shippedLexicon,
    )
    expect(effects).toEqual([])
  })
})

describe('adverse events', () => {
  it('names each with how many had it and how it went', () => {
    const found = study(
      '## The study',
      'We treated 20 patients.',
      '## Side effects',
      'Three patients had nausea or dizziness. These were mild and resolved within a day.',
    )
    expect(found?.adverseEvents.map(event => event.text)).toEqual([
      'nausea, in Three patients; mild and resolved within a day',
      'dizziness, in Three patients; mild and resolved within a day',
    ])
  })

  it('reads them outside a passage about safety when people got them, not when they lost them', () => {
    const found = study(
      '## The study',
      'We treated 20 patients. Nausea was reported by 4 patients; most were mild and resolved. Headache was reduced in 9 patients.',
    )
    expect(found?.adverseEvents.map(event => event.text)).toEqual([
      'Nausea, in 4 patients; most were mild and resolved',
    ])
  })

  it('says so when the text says that there were none', () => {
    expect(
      study('## The study', 'We treated 20 patients. No serious adverse events were seen.')?.adverseEvents,
    ).toMatchObject([{ text: 'None, according to the text' }])
  })
})

describe('what is not reported', () => {
  const bare = study(
    '## The study',
    'In all, 12 patients were given stem cells. A few patients slept better. Pain eased in some patients.',
  )

  it('lists everything that a bare report leaves open', () => {
    expect(bare?.notReported).toEqual([
      'a control group',
      'blinding',
      'the kind of cells',
      'the dose of cells',
      'the route of administration',
      'the length of follow-up',
      'any pain score',
      'the numbers behind “a few” and “some”',
      'a registration or citation',
    ])
  })

  it.each([
    ['a control group', 'Six of them received placebo.'],
    ['blinding', 'The trial was double-blind.'],
    ['the kind of cells', 'The stem cells were autologous. The dose was 5 million cells.'],
    ['the dose of cells', 'Each received 2 million cells.'],
    ['the route of administration', 'They were injected intrathecally.'],
    ['the length of follow-up', 'All were seen again after six months.'],
    ['any pain score', 'The pain score on the VAS fell from 7 to 3.'],
    ['a registration or citation', 'The trial is registered as NCT01234567.'],
  ])('leaves out %s when the text has it', (item, sentence) => {
    expect(bare?.notReported).toContain(item)
    expect(
      study('## The study', `In all, 12 patients were given stem cells for pain. ${sentence}`)?.notReported,
    ).not.toContain(item)
  })

  it('is not misled by a remark that something is missing', () => {
    expect(
      study('## The study', 'In all, 12 patients were given stem cells. A control group is not mentioned.')
        ?.notReported,
    ).toContain('a control group')
  })

  it("is not misled by an editor's remark or by the references", () => {
    const found = study(
      '## The study',
      'In all, 12 patients were given stem cells.',
      'Reading aid. There is no word on blinding or on a control group.',
      '## References',
      'A double-blind trial with placebo. NCT01234567.',
    )
    expect(found?.notReported).toEqual(
      expect.arrayContaining(['a control group', 'blinding', 'a registration or citation']),
    )
  })
})
