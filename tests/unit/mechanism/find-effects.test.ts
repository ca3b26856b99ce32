import { describe, expect, it } from 'vitest'
import { findEffects } from '#core/mechanism/find-effects.ts'
import type { Effect } from '#core/mechanism/mechanism.ts'
import { shippedLexicon } from './lexicon-data.ts'

/** "agent sign target": + increases, - decreases, > becomes, ~ affects; ! denied, ? uncertain; · no agent named. */
const written = ({ agent, direction, negated, hedged, target }: Effect): string => {
  const sign = { increases: '+', decreases: '-', converts: '>', affects: '~' }[direction]
  return `${agent?.quote ?? '·'} ${sign}${negated ? '!' : ''}${hedged ? '?' : ''} ${target.quote}`
}

const sentences: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'an agent that acts on a target': [
    ['GDNF raises BDNF in cultured neurons.', ['GDNF + BDNF']],
    ['Exosomes prevent the loss of neurons.', ['Exosomes + neurons']],
    ['Curcumin inhibits the reduction of glutathione.', ['Curcumin + glutathione']],
    ['Treatment with metformin activates AMPK.', ['metformin + AMPK']],
    ['Inflammation worsens pain.', ['Inflammation + pain']],
    ['Insulin lowers glucose.', ['Insulin - glucose']],
    ['NGF, but not BDNF, sensitises nociceptors.', ['NGF + nociceptors']],
    ['Ketamine blocks NMDA receptors.', ['Ketamine - NMDA receptors']],
    ['Opioids act on μ-opioid receptors.', ['Opioids ~ μ-opioid receptors']],
    ['NT-3 promotes the survival of sensory neurons.', ['NT-3 + survival of sensory neurons']],
    ['Ischaemia leads to a fall in ATP.', ['Ischaemia - ATP']],
    ['Sepsis impairs liver function.', ['Sepsis - liver function']],
    ['Glucocorticoids act on the hypothalamus.', ['Glucocorticoids ~ hypothalamus']],
    ['Insulin causes a drop in blood glucose.', ['Insulin - blood glucose']],
    ['ROS damage mitochondria.', ['ROS - mitochondria']],
    ['Catalase protects mitochondria against hydrogen peroxide.', ['Catalase - hydrogen peroxide']],
  ],
  'several agents or targets': [
    ['TNF-α both activates NF-κB and induces apoptosis.', ['TNF-α + NF-κB', 'TNF-α + apoptosis']],
    ['Stroke causes motor weakness; statins reduce cholesterol.', ['Stroke + weakness', 'statins - cholesterol']],
    ['VEGF and bFGF stimulate angiogenesis.', ['VEGF + angiogenesis', 'bFGF + angiogenesis']],
    ['Metformin improves insulin sensitivity and obesity.', ['Metformin + insulin sensitivity', 'Metformin - obesity']],
  ],
  'agents named with "by", in a compound or by a noun': [
    [
      'IL-1β and TNF-α, which are released by microglia, worsen pain.',
      ['microglia + IL-1β', 'microglia + TNF-α', 'IL-1β + pain', 'TNF-α + pain'],
    ],
    ['The reduction in IL-6 was prevented by LPS.', ['LPS + IL-6']],
    [
      'The inhibition of COX-2 by celecoxib eases inflammatory pain.',
      ['celecoxib - COX-2', 'inhibition of COX-2 - inflammatory pain'],
    ],
    ['TNF-induced apoptosis was blocked by IL-10.', ['TNF + apoptosis', 'IL-10 - apoptosis']],
    [
      'Cytokines such as IL-6 and TNF-α are suppressed by dexamethasone.',
      ['dexamethasone - IL-6', 'dexamethasone - TNF-α'],
    ],
    [
      'Overexpression of Nrf2 led to a marked decrease in ROS and in lipid peroxidation.',
      ['Overexpression of Nrf2 - ROS', 'Overexpression of Nrf2 - lipid peroxidation'],
    ],
    ['IL-17 secretion by Th17 cells is stimulated by IL-23.', ['IL-23 + IL-17 secretion']],
    ['Anti-inflammatory effects of IL-10 on microglia have been described.', ['IL-10 ~ microglia']],
    [
      'Depletion of microglia attenuates neuropathic pain.',
      ['· - microglia', 'Depletion of microglia - neuropathic pain'],
    ],
    ['Loss of KCC2 leads to central sensitisation.', ['· - KCC2', 'Loss of KCC2 + central sensitisation']],
    ['Neurons are protected by GDNF.', ['GDNF + Neurons']],
    ['The regulation of autophagy by mTOR is well known.', ['mTOR ~ autophagy']],
    [
      'IL-6-mediated activation of STAT3 increased inflammation.',
      ['IL-6 + activation of STAT3', 'activation of STAT3 + inflammation'],
    ],
    ['Microglia, activated by ATP, release IL-1β.', ['ATP + Microglia', 'Microglia + IL-1β']],
    ['ATP-activated microglia release IL-1β.', ['ATP + microglia', 'microglia + IL-1β']],
    ['VEGF expression was found to be increased by HIF-1α.', ['HIF-1α + VEGF expression']],
    [
      'Suppression of NF-κB prevents the release of TNF-α from macrophages.',
      ['· - NF-κB', 'Suppression of NF-κB - release of TNF-α'],
    ],
    ['Blocking P2X7 relieved pain.', ['· - P2X7', 'Blocking P2X7 - pain']],
    ['The production of nitric oxide is reduced by dexamethasone.', ['dexamethasone - production of nitric oxide']],
    ['Caspase-3 activity was increased by hydrogen peroxide.', ['hydrogen peroxide + Caspase-3 activity']],
    ['The up-regulation of Nav1.8 by NGF contributes to hyperalgesia.', ['NGF + Nav1.8', 'Nav1.8 + hyperalgesia']],
    [
      'Hypoxia-induced VEGF expression is abolished by rapamycin.',
      ['Hypoxia + VEGF expression', 'rapamycin - VEGF expression'],
    ],
    ['The inhibitory effect of GABA on dorsal horn neurons is lost.', ['GABA - dorsal horn neurons']],
    ['Ketamine has an inhibitory effect on NMDA receptors.', ['Ketamine - NMDA receptors']],
  ],
  'clauses that share or borrow their subject': [
    [
      'Stem cells ease pain by lowering IL-1β and raising IL-10.',
      ['Stem cells - pain', 'Stem cells - IL-1β', 'Stem cells + IL-10'],
    ],
    ['By blocking TNF-α, infliximab reduces inflammation.', ['infliximab - TNF-α', 'infliximab - inflammation']],
    [
      'Resveratrol lowers ROS, raises SOD and protects neurons from apoptosis.',
      ['Resveratrol - ROS', 'Resveratrol + SOD', 'Resveratrol - apoptosis'],
    ],
    ['VEGF promotes angiogenesis and thereby increases blood flow.', ['VEGF + angiogenesis', 'VEGF + blood flow']],
    [
      'The NF-κB inhibitor suppressed the production of IL-1β, IL-6 and TNF-α.',
      ['NF-κB inhibitor - production of IL-1β', 'NF-κB inhibitor - IL-6', 'NF-κB inhibitor - TNF-α'],
    ],
    ['Microglia release BDNF, and BDNF downregulates KCC2.', ['Microglia + BDNF', 'BDNF - KCC2']],
    ['Capsaicin activates TRPV1, leading to calcium influx.', ['Capsaicin + TRPV1', 'Capsaicin + calcium influx']],
    [
      'Dexamethasone holds inflammation in check and keeps IL-6 down.',
      ['Dexamethasone - inflammation', 'Dexamethasone - IL-6'],
    ],
    ['Neurons that express TRPV1 drive thermal hyperalgesia.', ['Neurons + thermal hyperalgesia']],
    [
      'Stem cells calm microglia, lower IL-1 and IL-17, and raise IL-10.',
      ['Stem cells - microglia', 'Stem cells - IL-1', 'Stem cells - IL-17', 'Stem cells + IL-10'],
    ],
    ['GDNF, a growth factor, protects motor neurons.', ['GDNF + motor neurons']],
    ['Hypoxia induces VEGF expression and thus angiogenesis.', ['Hypoxia + VEGF expression', 'Hypoxia + angiogenesis']],
    [
      'Melatonin scavenges free radicals and thus limits lipid peroxidation.',
      ['Melatonin - free radicals', 'Melatonin - lipid peroxidation'],
    ],
    [
      'Schwann cells secrete NGF, BDNF and GDNF.',
      ['Schwann cells + NGF', 'Schwann cells + BDNF', 'Schwann cells + GDNF'],
    ],
    ['Lidocaine, an anaesthetic, blocks sodium channels.', ['Lidocaine - sodium channels']],
    ['Rapamycin inhibits mTOR, which in turn restores autophagy.', ['Rapamycin - mTOR', 'Rapamycin + autophagy']],
    [
      'Tumour necrosis factor alpha (TNF-α) increases pain, and blocking TNF-α reduces it.',
      ['Tumour necrosis factor alpha + pain', '· - TNF-α'],
    ],
    ['Glial cells produce S100B. They also release ATP.', ['Glial cells + S100B', 'Glial cells + ATP']],
    ['Stem cells reach the lesion. These cells secrete BDNF.', ['Stem cells + BDNF']],
    ['Mast cells, like macrophages, release histamine.', ['Mast cells + histamine']],
  ],
  'nouns for what acts': [
    ['U0126, an inhibitor of MEK, was added.', ['U0126 - MEK']],
    ['p53 is an activator of apoptosis and an inhibitor of angiogenesis.', ['p53 + apoptosis', 'p53 - angiogenesis']],
    ['p53 is a tumour suppressor.', []],
    ['GSK-3β was not a regulator of autophagy.', ['GSK-3β ~! autophagy']],
  ],
  'what is needed': [
    ['Angiogenesis depends on VEGF.', ['VEGF + Angiogenesis']],
    ['IL-2 is dispensable for T cell activation.', ['IL-2 +! T cell activation']],
    ['VEGF-dependent angiogenesis was seen.', ['VEGF + angiogenesis']],
  ],
  'lists that "respectively" pairs': [
    ['TNF-α and IL-10 raise and lower CRP, respectively.', ['TNF-α + CRP', 'IL-10 - CRP']],
  ],
  'no agent in the sentence': [
    ['IL-10 levels were higher in treated mice.', ['· + IL-10 levels']],
    ['Increased IL-10 levels were found in the spinal cord.', ['· + IL-10 levels']],
    ['Pain improved, and motor function improved as well.', ['· - Pain', '· + motor function']],
    ['The treatment brought down IL-6.', ['· - IL-6']],
    ['The drug that blocks TRPV1 relieves pain.', ['· - TRPV1', '· - pain']],
    ['The activity of iNOS falls.', ['· - activity of iNOS']],
    ['Levels of IL-6 fell after treatment with tocilizumab.', ['· - Levels of IL-6']],
    ['Glutamate release from astrocytes was inhibited.', ['· - Glutamate release']],
    ['An increase in TNF-α was seen after nerve injury.', ['· + TNF-α']],
    ['The number of astrocytes fell.', ['· - number of astrocytes']],
    ['Neurons die.', ['· - Neurons']],
    ['Levels of BDNF are lower in depression.', ['· - Levels of BDNF']],
  ],
  'one thing becoming another': [
    ['Osteoclasts arise from monocytes.', ['monocytes > Osteoclasts']],
    ['Testosterone is a precursor of estradiol.', ['Testosterone > estradiol']],
    ['Mesenchymal stem cells differentiate into astrocytes.', ['Mesenchymal stem cells > astrocytes']],
    ['Fibroblasts were converted into neurons.', ['Fibroblasts > neurons']],
    ['We reprogrammed fibroblasts into neurons.', ['fibroblasts > neurons']],
    ['Progenitor cells give rise to astrocytes.', ['Progenitor cells > astrocytes']],
    ['Monocytes develop into macrophages.', ['Monocytes > macrophages']],
    ['Astrocytes were transformed into neurons by Sox2.', ['Astrocytes > neurons']],
  ],
  'denied and uncertain': [
    [
      'Minocycline was found to inhibit the activation of microglia, but it did not change IL-10.',
      ['Minocycline - activation of microglia', 'Minocycline ~! IL-10'],
    ],
    ['Morphine may reduce allodynia.', ['Morphine -? allodynia']],
    ['Gabapentin had no effect on mechanical allodynia.', ['Gabapentin ~! mechanical allodynia']],
    ['Stem cells fail to lower IL-6.', ['Stem cells -! IL-6']],
    [
      'In rats, gabapentin reduced allodynia without affecting motor function.',
      ['gabapentin - allodynia', 'gabapentin ~! motor function'],
    ],
    ['It is unclear whether ketamine lowers BDNF.', ['ketamine -? BDNF']],
    ['Tocilizumab is thought to lower IL-6.', ['Tocilizumab -? IL-6']],
    ['Pain was not reduced by placebo.', ['· -! Pain']],
    ['There was no reduction in IL-6.', ['· -! IL-6']],
    ['The drug lowers neither IL-6 nor TNF-α.', ['· -! IL-6', '· -! TNF-α']],
    ['IL-10 may not lower TNF-α.', ['IL-10 -!? TNF-α']],
    ['Statins do not lower glucose.', ['Statins -! glucose']],
    ['Duloxetine might ease neuropathic pain.', ['Duloxetine -? neuropathic pain']],
    ['These results suggest that leptin raises blood pressure.', ['leptin +? blood pressure']],
    ['Morphine did not prevent the rise in IL-6.', ['Morphine -! IL-6']],
    [
      'Without affecting blood pressure, candesartan eases migraine.',
      ['candesartan ~! blood pressure', 'candesartan - migraine'],
    ],
  ],
  'verbs in a row and clauses hung on them': [
    [
      'Stem cells can calm microglia and astrocytes, lower IL-1, and raise IL-10, thus easing pain.',
      [
        'Stem cells - microglia',
        'Stem cells - astrocytes',
        'Stem cells - IL-1',
        'Stem cells + IL-10',
        'Stem cells - pain',
      ],
    ],
    [
      'Glial cells secrete GDNF, NT-3, and NRG-1, which protect motor neurons, thereby slowing atrophy of muscle.',
      [
        'Glial cells + GDNF',
        'Glial cells + NT-3',
        'Glial cells + NRG-1',
        'GDNF + motor neurons',
        'NT-3 + motor neurons',
        'NRG-1 + motor neurons',
        'Glial cells - atrophy of muscle',
      ],
    ],
    [
      'Curcumin weakens oxidative stress, which lowers IL-6 and reduces swelling.',
      ['Curcumin - oxidative stress', 'Curcumin - IL-6', 'Curcumin - swelling'],
    ],
    ['Fibroblasts can be induced to become neurons.', ['Fibroblasts > neurons']],
    ['They lower levels of mediators such as IL-1 and IL-17.', ['· - IL-1', '· - IL-17']],
  ],
  'nouns that say what changes': [
    ['A fall in IL-1 and IL-17 and a rise in IL-10 follow.', ['· - IL-1', '· - IL-17', '· + IL-10']],
    ['Thanks to stem cells, inflammation is reduced.', ['· - inflammation']],
    ['Leptin lowers IL-1, and IL-10 rises.', ['Leptin - IL-1', '· + IL-10']],
    ['The ROS that stem cells remove no longer damage neurons.', []],
  ],
  'a demonstrative that stands alone': [
    ['Leptin lowers IL-6. This increases IL-10.', ['Leptin - IL-6', 'Leptin + IL-10']],
    ['This increase in IL-6 is small.', ['· + IL-6']],
    ['Microglia release ATP. These increases in ATP are brief.', ['Microglia + ATP', '· + ATP']],
  ],
  'a place before the subject': [
    ['In skeletal muscle metformin raises AMPK.', ['metformin + AMPK']],
    ['In rat microglia, ATP raises BDNF.', ['ATP + BDNF']],
  ],
  'sentences that state no effect': [
    ['Neither drug was tested.', []],
    ['The rise in ROS was followed by apoptosis.', []],
    ['IL-6 and IL-10 were measured in serum.', []],
    ['Pain is a common reason to see a doctor.', []],
    ['There was no link between GDNF and age.', []],
    ['Patients with stroke took part.', []],
    ['In microglia, the release of cytokines has been studied for decades.', []],
  ],
}

describe.each(Object.entries(sentences))('%s', (_, table) => {
  it.each(table)('%s', (sentence, expected) => {
    expect(findEffects(sentence, shippedLexicon).map(written)).toEqual(expected)
  })
})

describe('what an effect says of its place', () => {
  const text = 'Before that nothing. The production of IL-6 is inhibited by IL-10.'
  const [effect] = findEffects(text, shippedLexicon)

  it('gives agent, target and trigger with offsets into the whole text', () => {
    expect(effect).toMatchObject({
      agent: { start: 60, end: 65, quote: 'IL-10' },
      target: { start: 25, end: 43, quote: 'production of IL-6' },
      trigger: { quote: 'inhibited' },
    })
    for (const part of [effect?.agent, effect?.target, effect?.trigger])
      expect(text.slice(part?.start, part?.end)).toBe(part?.quote)
  })

  it('is less sure of what "they" do than of what is named', () => {
    const [named, pointed] = findEffects('Glial cells raise GDNF. They lower IL-6.', shippedLexicon)
    expect(pointed?.agent?.quote).toBe('Glial cells')
    expect(pointed?.confidence).toBeLessThan(named?.confidence ?? 0)
  })
})

describe('with entities that the caller knows', () => {
  const text = 'Quxamin lowers barfine but not GDNF, and GDNF raises BDNF.'

  it('reads effects between names that no lexicon holds', () => {
    const given = [
      { type: 'Simple_chemical', spans: [[0, 7]] as const },
      { type: 'Gene_or_gene_product', spans: [[15, 22]] as const },
    ]
    expect(findEffects(text, shippedLexicon, given).map(written)).toEqual(['Quxamin - barfine'])
  })

  it('ignores spans outside the text and overlapping ones', () => {
    const given = [
      {
        spans: [
          [0, 7],
          [2, 7],
          [500, 510],
          [9, 3],
        ] as const,
      },
      { spans: [[15, 22]] as const },
    ]
    expect(findEffects(text, shippedLexicon, given).map(written)).toEqual(['Quxamin - barfine'])
  })

  it('reads "improves" by the given type: less of a disease', () => {
    const given = [
      { type: 'Simple_chemical', spans: [[0, 7]] as const },
      { type: 'Cancer', spans: [[17, 24]] as const },
    ]
    expect(findEffects('Quxamin improves barfine.', shippedLexicon, given)).toMatchObject([{ direction: 'decreases' }])
  })
})
