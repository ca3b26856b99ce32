import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Pair = readonly [number, number]
export type GoldSign = 1 | -1 | 0 | 'c'

/** One way to read a gold effect; of nested readings the first that matches decides the sign. */
export interface Alternative {
  readonly agent: readonly Pair[] | null
  readonly target: readonly Pair[]
  readonly sign: GoldSign
}

export interface GoldEffect {
  readonly kind: 'effect' | 'agentless' | 'converts'
  readonly trigger: Pair
  readonly alts: readonly Alternative[]
}

export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly entities: readonly { readonly type?: string; readonly spans: readonly Pair[] }[]
  readonly effects: readonly GoldEffect[]
}

export interface GoldSet {
  readonly name: string
  readonly source: string
  readonly docs: readonly GoldDocument[]
}

/** Where the sets lie: beside the checkout. They are CC BY-SA and no part of it. */
export const GOLD_FOLDER =
  process.env['PATHMARK_GOLD'] ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'gold')

interface RawEntity {
  readonly type?: string
  readonly start?: number
  readonly end?: number
  readonly spans?: readonly Pair[]
}

/** The development sets that are there, each with its name; empty when the folder is not there. */
export const goldSets = (): GoldSet[] =>
  ['cg-train', 'pc-train'].flatMap(name => {
    const file = join(GOLD_FOLDER, `${name}.json`)
    if (!existsSync(file)) return []
    const { source, docs } = JSON.parse(readFileSync(file, 'utf8')) as {
      source: string
      docs: (Omit<GoldDocument, 'entities'> & { entities: RawEntity[] })[]
    }
    return [
      {
        name,
        source,
        docs: docs.map(doc => ({
          ...doc,
          entities: doc.entities.map(({ start, end, spans, ...rest }) => ({
            ...rest,
            spans: spans ?? [[start ?? 0, end ?? 0] as const],
          })),
        })),
      },
    ]
  })

export interface Place {
  readonly start: number
  readonly end: number
}

export const touches = ({ start, end }: Place, spans: readonly Pair[] | null): boolean =>
  spans?.some(([from, to]) => start < to && from < end) ?? false

export const isSigned = (sign: GoldSign): boolean => sign === 1 || sign === -1
