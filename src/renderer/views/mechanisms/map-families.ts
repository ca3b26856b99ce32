import type { EffectGraph, EffectNode, GraphEdge } from '#core/mechanism/cards/effect-graph.ts'

/** Fewer members than this are told apart at a glance. */
const SMALLEST_FAMILY = 3

/** A node of a map that may stand for several things. */
export interface MapNode extends EffectNode {
  /** Ids of the things that it stands for; one, or those of a family. */
  readonly members: readonly string[]
}

/** An edge of a map that may stand for several. */
export interface MapEdge extends GraphEdge {
  /** Ids of the edges of the whole graph. */
  readonly members: readonly string[]
}

export interface Merged {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
}

/**
 * The stem that the members of a family share, in front of the number or Greek letter that tells them apart: `IL` of "IL-10" and
 * "IL-1β", `caspase` of "caspase-3". Null for a name that has no such ending, or a stem of one letter (p38 and p53 are no family).
 */
export const familyOf = ({ label, type }: Pick<EffectNode, 'label' | 'type'>): string | null => {
  // "day 3" and "group 1" are no members of anything; what the lexicon does not know has to look like a symbol.
  if (type !== 'gene-or-protein' && (type !== null || /\s/u.test(label))) return null
  const stem =
    /^(\p{L}{2,}(?:[- ]\p{L}{2,})?)[- ]?(?:\d+|\p{Script=Greek})[\p{L}\d]{0,3}(?:[-/ ]?\p{Script=Greek})?$/u.exec(
      label,
    )?.[1]
  return stem ?? null
}

/** The families of a graph that are worth one node, without those that were taken apart; ids of the members by stem. */
const familiesOf = (
  nodes: readonly EffectNode[],
  apart: ReadonlySet<string>,
): ReadonlyMap<string, readonly EffectNode[]> => {
  const families = new Map<string, EffectNode[]>()
  for (const node of nodes) {
    const stem = familyOf(node)
    if (stem === null || apart.has(familyId(stem))) continue
    const key = stem.toLowerCase()
    families.set(key, [...(families.get(key) ?? []), node])
  }
  return new Map([...families].filter(([, members]) => members.length >= SMALLEST_FAMILY))
}

/** Id of the node that stands for a family. */
export const familyId = (stem: string): string => `family:${stem.toLowerCase()}`

const roleOfAll = (members: readonly EffectNode[]): EffectNode['role'] => {
  const roles = new Set(members.map(({ role }) => role))
  return roles.size > 1 || roles.has('both') ? 'both' : roles.has('agent') ? 'agent' : 'outcome'
}

const familyNode = (stem: string, members: readonly EffectNode[]): MapNode => ({
  id: familyId(stem),
  label: `${familyOf(members[0] ?? { label: stem, type: null }) ?? stem} family (${members.length})`,
  role: roleOfAll(members),
  type: 'gene-or-protein',
  members: members.map(({ id }) => id),
})

/** Every edge as itself, on the nodes that stand for its ends; those that become one say together what each said. */
const joinEdges = (edges: readonly GraphEdge[], nodeOf: (id: string) => string): readonly MapEdge[] => {
  const joined = new Map<string, MapEdge>()
  for (const edge of edges) {
    const [from, to] = [nodeOf(edge.from), nodeOf(edge.to)]
    const isOwn = from === edge.from && to === edge.to
    const id = isOwn ? edge.id : JSON.stringify([from, to, edge.direction, edge.negated, edge.hedged])
    const known = joined.get(id)
    if (known === undefined) joined.set(id, { ...edge, id, from, to, members: [edge.id] })
    else
      joined.set(id, {
        ...known,
        passages: known.passages + edge.passages,
        // How many articles speak of any of them cannot be told from how many speak of each: at least as many as of one.
        ...(edge.articles === undefined ? {} : { articles: Math.max(known.articles ?? 0, edge.articles) }),
        members: [...known.members, edge.id],
      })
  }
  return [...joined.values()]
}

/** The graph with each family of three or more as one node, in the place of its first member; `apart` has the ids of those that stay apart. */
export const mergeFamilies = (graph: EffectGraph<GraphEdge>, apart: ReadonlySet<string>): Merged => {
  const families = familiesOf(graph.nodes, apart)
  const familyOfNode = new Map(
    [...families].flatMap(([stem, members]) => members.map(({ id }) => [id, familyId(stem)] as const)),
  )
  const nodes = new Map<string, MapNode>()
  for (const node of graph.nodes) {
    const family = familyOfNode.get(node.id)
    if (family === undefined) nodes.set(node.id, { ...node, members: [node.id] })
    else if (!nodes.has(family)) {
      const stem = family.slice(familyId('').length)
      nodes.set(family, familyNode(stem, families.get(stem) ?? []))
    }
  }
  return { nodes: [...nodes.values()], edges: joinEdges(graph.edges, id => familyOfNode.get(id) ?? id) }
}
