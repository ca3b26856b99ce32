import type { WrittenName } from '../entities/written-names.ts'
import { contestedPairs, pairOf } from './agreement.ts'
import type { IndexedDocument, IndexedEffect } from './indexed-effect.ts'
import type { DocumentEffects, NamedSide } from './stated-effect.ts'
import { ThingRegister } from './things.ts'
import type { Thing } from './things.ts'

/** What all articles of a library say of what acts on what. */
export interface AcrossIndex {
  readonly documents: readonly IndexedDocument[]
  readonly things: readonly Thing[]
  /** In the order of the documents, and of the text in each. */
  readonly effects: readonly IndexedEffect[]
  /** Pairs of agent and target of which the articles say opposite things, as `pairOf` writes them. */
  readonly contested: ReadonlySet<string>
}

const processesOf = (side: NamedSide, target: number, within: readonly number[]): number[] => {
  const named = side.within.flatMap(({ type }, at) => (type === 'process' ? [within[at] ?? target] : []))
  return [...new Set(side.type === 'process' ? [target, ...named] : named)]
}

/** Puts the documents' effects together under the names that the lexicon gives their things. Pure. */
export const makeAcrossIndex = (
  documents: readonly (DocumentEffects & { readonly title: string })[],
  names: readonly WrittenName[],
): AcrossIndex => {
  const register = new ThingRegister(names)
  const take = (side: NamedSide): { readonly number: number; readonly within: readonly number[] } => ({
    number: register.take(side.name, side.type),
    within: side.within.map(entity => register.take(entity.name, entity.type)),
  })
  const effects = documents.flatMap(({ effects: stated }, document) =>
    stated.map((effect): IndexedEffect => {
      const agent = effect.agent === null ? null : take(effect.agent)
      const target = take(effect.target)
      const named = [...(agent === null ? [] : [agent.number, ...agent.within]), target.number, ...target.within]
      return {
        document,
        stated: effect,
        agent: agent?.number ?? null,
        target: target.number,
        things: [...new Set(named)],
        processes: processesOf(effect.target, target.number, target.within),
      }
    }),
  )
  for (const { spellings } of documents)
    for (const { name, written } of spellings) for (const spelling of written) register.addSpelling(name, spelling)
  return {
    documents: documents.map(({ id, title }) => ({ id, title })),
    things: register.finish(),
    effects,
    contested: contestedPairs(effects, pairOf),
  }
}
