import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '#core/mechanism/entities/lexicon.ts'
import { Weigher } from '#core/mechanism/readings/find-readings.ts'
import type { Weights } from '#core/mechanism/readings/find-readings.ts'
import { mentionsFor } from '#core/mechanism/find-effects.ts'
import { foundThresholds, givenThresholds } from '#core/mechanism/readings/weights.ts'
import type { Thresholds } from '#core/mechanism/readings/weights.ts'
import { examplesOf, judgeByGold } from './examples.ts'
import { ownExamples } from './own-sentences.ts'
import { asWeights, fitWeights } from './fit-weights.ts'
import type { Example } from './fit-weights.ts'
import { GOLD_FOLDER, goldSets } from './gold.ts'
import type { GoldDocument } from './gold.ts'
import { predict } from './predict.ts'
import { figuresOf, score, total } from './score.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const FILE = join(ROOT, 'src', 'core', 'mechanism', 'readings', 'weights.json')

export const lexicon = (): Lexicon =>
  JSON.parse(readFileSync(join(ROOT, 'resources', 'lexicon', 'entities.json'), 'utf8')) as Lexicon

/** Thresholds that the folds are tried with, the shipped ones first. */
const TRIED_GIVEN: readonly Thresholds[] = [givenThresholds, { least: 0.4, misread: 0.3 }]
const TRIED_FOUND: readonly Thresholds[] = [
  foundThresholds,
  { least: 0.5, misread: 0.35 },
  { least: 0.7, misread: 0.5 },
]

const asJson = ({ agent, target, pair }: Weights): string =>
  `${JSON.stringify({ agent: Object.fromEntries(agent), target: Object.fromEntries(target), pair: Object.fromEntries(pair) }, null, 1)}\n`

/** Fits the weights on all documents but every `folds`th, and tells how well they do on those; then on all, for the file. */
export const fit = (folds: number, write: boolean): number => {
  const sets = goldSets()
  if (sets.length === 0) {
    console.log(`No development sets in ${GOLD_FOLDER}: nothing to fit on.`)
    return 1
  }
  const words = lexicon()
  const docs = sets.flatMap(set =>
    set.docs.map((doc, i) => ({
      set,
      doc,
      fold: i % folds,
      examples: [true, false].flatMap(given =>
        examplesOf(doc.text, mentionsFor(doc.text, words, given ? doc.entities : undefined), judgeByGold(doc)),
      ),
    })),
  )
  const all = (list: readonly { examples: Example[] }[]): Example[] => list.flatMap(({ examples }) => examples)
  console.log(
    `${docs.length} documents, ${all(docs).length} readings, ${all(docs).filter(({ isRight }) => isRight).length} of them right`,
  )
  const own = ownExamples(words)
  console.log(`${own.length} readings of own sentences`)
  const weightsFor = new Map<GoldDocument, Weigher>()
  for (const fold of Array.from({ length: folds > 1 ? folds : 0 }, (_, i) => i)) {
    const weights = new Weigher(asWeights(fitWeights([...all(docs.filter(entry => entry.fold !== fold)), ...own])))
    for (const { doc } of docs.filter(entry => entry.fold === fold)) weightsFor.set(doc, weights)
  }
  if (folds > 1) {
    for (const set of sets) {
      for (const given of [true, false]) {
        for (const thresholds of given ? TRIED_GIVEN : TRIED_FOUND) {
          const f = figuresOf(
            total(set.docs.map(doc => score(doc, predict(doc, words, given, weightsFor.get(doc), thresholds)))),
          )
          console.log(
            `${set.name} ${given ? 'given' : 'raw'} least ${thresholds.least}, misread ${thresholds.misread}: P ${f.precision.toFixed(1)} R ${f.recall.toFixed(1)} F1 ${f.f1.toFixed(1)} sign ${f.sign.toFixed(1)}`,
          )
        }
      }
    }
  }
  if (write) {
    const weights = asWeights(fitWeights([...all(docs), ...own]))
    writeFileSync(FILE, asJson(weights))
    console.log(`Written: ${weights.agent.size + weights.target.size + weights.pair.size} weights`)
  }
  return 0
}
