import type { Direction, EntityType } from '../mechanism.ts'
import type { ShownCard, ShownEffect } from './shown-card.ts'

/** One thing that acts or is acted on, however often and in whatever spelling the cards name it. */
export interface EffectNode {
  /** The folded name; `''` for the one node that stands for agents which the text does not name. */
  readonly id: string
  /** As the cards write it most often, without its article and measure; empty for the unnamed agent. */
  readonly label: string
  readonly role: 'agent' | 'outcome' | 'both'
  /** Known when the name is one of the cards' entities. */
  readonly type: EntityType | null
}

/** That one thing acts on another in one way, and how often that is said. */
export interface GraphEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly direction: Direction
  readonly negated: boolean
  readonly hedged: boolean
  /** How many passages say so. */
  readonly passages: number
  /** How many articles do; left out on the map of a single one. */
  readonly articles?: number
}

/** All effects that say the same of the same pair. */
interface EffectEdge extends GraphEdge {
  /** In the order of the cards; at least one. */
  readonly effects: readonly ShownEffect[]
  /** Ids of the cards that hold them, each once. */
  readonly cards: readonly string[]
}

export interface EffectGraph<Edge extends GraphEdge = EffectEdge> {
  readonly nodes: readonly EffectNode[]
  readonly edges: readonly Edge[]
}

/** Words before a name that do not make it another thing: determiners, and how cells came to be where they are. */
const leadingWords = new Set([
  'the',
  'a',
  'an',
  'these',
  'those',
  'this',
  'that',
  'their',
  'its',
  'such',
  'some',
  'many',
  'both',
  'all',
  'several',
  'transplanted',
  'implanted',
  'injected',
  'infused',
  'grafted',
  'administered',
  'given',
])

/** Heads that only say how much there is of a thing: "the degree of pain", "symptoms of pain", "levels of IL-10". */
const MEASURE =
  /^(?:abundance|amounts?|concentrations?|degrees?|extent|feelings?|intensity|levels?|perception|quantity|quantities|sensations?|severity|signs?|symptoms?) of\s+(?=\S)/iu
/** The same behind the thing: "IL-10 levels", "pain intensity". */
const MEASURE_BEHIND = /(?<=\S)\s+(?:abundance|concentrations?|intensity|levels?|severity)$/iu

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** The name without leading determiners; a name that consists of nothing else stays as it is. */
const withoutLeadingWords = (name: string): string => {
  const words = name.replace(/\s+/g, ' ').trim().split(' ')
  let first = 0
  while (first < words.length - 1 && leadingWords.has(fold(words[first] ?? ''))) first += 1
  return words.slice(first).join(' ')
}

/** The thing itself: without leading words, and without a head that only measures it. */
export const thingOf = (name: string): string => {
  const bare = withoutLeadingWords(name)
  const measured = bare.replace(MEASURE, '').replace(MEASURE_BEHIND, '')
  return measured === bare ? bare : thingOf(measured)
}

/** "stem cells" and "stem cell" are one thing; "microglia", "homeostasis", "apoptosis" and "virus" are no plurals. */
const singular = (folded: string): string => {
  if (/[^aeiou]ies$/.test(folded) && folded.length > 5) return `${folded.slice(0, -3)}y`
  if (/(?:ss|us|is|os|[0-9-]s)$/.test(folded) || folded.length < 5) return folded
  return folded.endsWith('s') ? folded.slice(0, -1) : folded
}

/**
 * The key under which a name is merged: case, dashes, determiners, measures and the plural of its last word do not count.
 * "The transplanted stem cells", "Stem cells" and "stem cell" give the same, as do "pain" and "the degree of pain".
 */
export const nameKey = (name: string): string => singular(fold(thingOf(name)))

interface NamedEntity {
  readonly key: string
  readonly type: EntityType
}

/** Every way in which the cards' entities are written, so that "inos" and "iNOS" or "NO synthase" meet in one node. */
const entitiesByName = (cards: readonly ShownCard[]): Map<string, NamedEntity> => {
  const found = new Map<string, NamedEntity>()
  for (const entity of cards.flatMap(card => card.entities)) {
    const named = { key: nameKey(entity.name), type: entity.type }
    for (const name of [entity.name, ...entity.mentions.map(mention => mention.quote)]) {
      const key = nameKey(name)
      if (!found.has(key)) found.set(key, named)
    }
  }
  return found
}

interface NodeInProgress {
  readonly spellings: Map<string, number>
  readonly type: EntityType | null
  acts: boolean
  isActedOn: boolean
}

/** The commonest spelling; of equally common ones the shortest, then the first. */
const commonest = (spellings: ReadonlyMap<string, number>): string => {
  const ranked = [...spellings].toSorted(([a, timesA], [b, timesB]) => timesB - timesA || a.length - b.length)
  return ranked[0]?.[0] ?? ''
}

const roleOf = ({ acts, isActedOn }: NodeInProgress): EffectNode['role'] =>
  acts && isActedOn ? 'both' : acts ? 'agent' : 'outcome'

/**
 * The effects of the cards as a directed graph. Names are merged by `nameKey` and through the cards' entities;
 * effects with the same ends, direction, negation and hedge become one edge. Rejected cards are left out.
 * Nodes and edges come in the order in which the cards first name them.
 */
export const effectGraph = (cards: readonly ShownCard[]): EffectGraph => {
  const kept = cards.filter(card => card.decision !== 'rejected')
  const entities = entitiesByName(kept)
  const nodes = new Map<string, NodeInProgress>()
  const edges = new Map<string, EffectEdge>()

  const nodeFor = (name: string | null): { readonly id: string; readonly node: NodeInProgress } => {
    const spelling = name === null ? '' : thingOf(name)
    const entity = entities.get(nameKey(spelling))
    const id = entity?.key ?? nameKey(spelling)
    const node = nodes.get(id) ?? {
      spellings: new Map<string, number>(),
      type: entity?.type ?? null,
      acts: false,
      isActedOn: false,
    }
    nodes.set(id, node)
    node.spellings.set(spelling, (node.spellings.get(spelling) ?? 0) + 1)
    return { id, node }
  }

  for (const card of kept) {
    for (const effect of card.effects) {
      const from = nodeFor(effect.agent)
      const to = nodeFor(effect.target)
      from.node.acts = true
      to.node.isActedOn = true
      const id = JSON.stringify([from.id, to.id, effect.direction, effect.negated, effect.hedged])
      const known = edges.get(id)
      edges.set(id, {
        id,
        from: from.id,
        to: to.id,
        direction: effect.direction,
        negated: effect.negated,
        hedged: effect.hedged,
        passages: (known?.passages ?? 0) + 1,
        effects: [...(known?.effects ?? []), effect],
        cards: [...new Set([...(known?.cards ?? []), card.id])],
      })
    }
  }

  return {
    nodes: [...nodes].map(([id, node]) => ({
      id,
      label: commonest(node.spellings),
      role: roleOf(node),
      type: node.type,
    })),
    edges: [...edges.values()],
  }
}
