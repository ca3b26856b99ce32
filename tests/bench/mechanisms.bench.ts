import { expect, test } from '@playwright/test'
import { markdownTable, writeBenchmarkSection } from './benchmark-page.ts'
import { lexicon } from './mechanisms/fit.ts'
import { GOLD_FOLDER, goldSets } from './mechanisms/gold.ts'
import { predict } from './mechanisms/predict.ts'
import { figuresOf, score, total } from './mechanisms/score.ts'
import { timeLoading, timeReading } from './mechanisms/speed.ts'

const GOALS = { 'cg-train': { given: 52, raw: 42 }, 'pc-train': { given: 48, raw: 38 } } as const
const PRECISION = 58
const SIGN = 97

const HOW = `Signed effects with agent and target against sets that were annotated by hand: the training sets of the BioNLP shared task 2013, Cancer
Genetics (CG) and Pathway Curation (PC). They lie outside the repository (CC BY-SA) and are not there for everybody. Spans that overlap
match. *Given*: the set's entities are handed in; *raw*: the program finds its own. The weights of readings were fitted on these very
sets, so figures on unseen text are lower: \`node tests/bench/mechanisms/fit.mjs\` tells by how much (documents left out of the fit).`

test('what the extractor finds in annotated abstracts, and how fast', () => {
  test.setTimeout(10 * 60_000)
  const words = lexicon()
  const sets = goldSets()
  if (sets.length === 0) console.log(`The development sets are not in ${GOLD_FOLDER}: only speed is measured.`)
  const rows = sets.flatMap(set =>
    [true, false].map(given => {
      const figures = figuresOf(total(set.docs.map(doc => score(doc, predict(doc, words, given)))))
      const goal = GOALS[set.name as keyof typeof GOALS][given ? 'given' : 'raw']
      const row = [
        `${set.source}, ${given ? 'given' : 'raw'}`,
        figures.precision.toFixed(1),
        figures.recall.toFixed(1),
        figures.f1.toFixed(1),
        `${goal}${figures.f1 >= goal ? ', met' : ', not met'}`,
        figures.sign.toFixed(1),
        `${given ? '' : `precision ${PRECISION}${figures.precision >= PRECISION ? ', met' : ', not met'}; `}sign ${SIGN}${figures.sign >= SIGN ? ', met' : ', not met'}`,
      ]
      console.log(row.join(' | '))
      return row
    }),
  )
  const loading = timeLoading()
  const reading = timeReading(words)
  const speed = `Loading lexicon and weights: ${loading.toFixed(0)} ms (goal 150). Reading the prose that the anchoring benchmark uses: ${(
    reading / 1000
  ).toFixed(1)} thousand words a second (goal 50).`
  console.log(speed)
  const table = markdownTable(['set', 'precision', 'recall', 'F1', 'goal', 'sign right', 'other goals'], rows)
  writeBenchmarkSection(
    'Finding mechanisms',
    `Node ${process.versions.node}`,
    [HOW, ...(rows.length > 0 ? [table] : ['The sets were not there for this run.']), speed].join('\n\n'),
  )
  expect(reading).toBeGreaterThan(0)
})
