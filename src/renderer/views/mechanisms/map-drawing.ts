import { nothing, svg } from 'lit'
import type { SVGTemplateResult } from 'lit'
import { edgeClasses } from './effect-map.styles.ts'
import { directionSigns, effectSentence } from './effect-words.ts'
import type { MapEdge } from './map-families.ts'
import { LINE_HEIGHT, unnamedAgent } from './map-layout.ts'
import type { PlacedEdge, PlacedNode } from './map-layout.ts'
import type { ViewedNode } from './map-view.ts'

/** What makes a part of the map answer the pointer and the keyboard. */
export interface MapAttributes {
  readonly key: string
  readonly tabIndex: '0' | '-1'
  readonly arrive: () => void
  readonly point: () => void
  readonly leave: () => void
  readonly choose: () => void
}

/** The heads of the arrows: a bar for what lowers, a point for the rest. */
export const arrowheads = (): SVGTemplateResult[] =>
  (['increases', 'decreases', 'converts', 'affects'] as const).map(
    direction => svg`
      <marker id="head-${direction}" class=${direction} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
        ${
          direction === 'decreases'
            ? svg`<path d="M 8.5 0.5 V 9.5" fill="none" stroke="context-stroke" stroke-width="2.4"/>`
            : svg`<path d="M 0 0 L 10 5 L 0 10 z" fill="context-stroke"/>`
        }
      </marker>`,
  )

const counts = ({ passages, articles }: MapEdge): string =>
  `${passages === 1 ? '' : `, ${passages} passages`}${articles === undefined || articles === 1 ? '' : ` in ${articles} articles`}`

/** The effect in words: "stem cells increase IL-10, 3 passages in 2 articles". */
const nameOfEdge = (edge: MapEdge, from: ViewedNode | undefined, to: ViewedNode | undefined): string => {
  const agent = from === undefined || from.label === '' ? null : from.label
  return `${effectSentence({ ...edge, agent, target: to?.label ?? '' })}${counts(edge)}`
}

/** Lines grow with what speaks for them, up to four times; the eye reads no finer steps. */
const widthOf = ({ passages, articles = 1 }: MapEdge): number =>
  Math.min(3, 1.6 + 0.35 * (Math.max(passages, articles) - 1))

/** One effect: its line, an easier target for the pointer around it, and its sign. */
export const drawEdge = (
  edge: PlacedEdge<MapEdge>,
  from: ViewedNode | undefined,
  to: ViewedNode | undefined,
  near: boolean | null,
  { key, tabIndex, arrive, point, leave, choose }: MapAttributes,
): SVGTemplateResult => {
  const name = nameOfEdge(edge, from, to)
  return svg`<g
      class=${edgeClasses(edge, near)} role="button" aria-label=${name} data-place=${key} tabindex=${tabIndex}
      @focus=${arrive} @blur=${leave} @pointerenter=${point} @pointerleave=${leave} @click=${choose}
    >
      <title>${name}</title>
      <path class="reach" d=${edge.path}/>
      <path class="line" d=${edge.path} stroke-width=${widthOf(edge)} marker-end="url(#head-${edge.direction})"/>
      <circle class="sign" cx=${edge.x} cy=${edge.y} r="9"/>
      <text class="glyph" x=${edge.x} y=${edge.y} dy="0.36em">${edge.negated ? '✕' : directionSigns[edge.direction]}</text>
    </g>`
}

/** What pressing a node would do, in words; empty when nothing. */
const foldWords = ({ members, hidden, leaves }: ViewedNode): string =>
  members.length > 1
    ? `, a family of ${members.length}`
    : hidden > 0
      ? `, ${hidden} more not shown`
      : leaves > 0
        ? ', unfolded'
        : ''

/** The round handle at a node's corner: how much it hides, or that it can be folded. */
const handle = (node: PlacedNode<ViewedNode>, press: () => void): SVGTemplateResult | typeof nothing => {
  const { members, hidden, x, y, width, height } = node
  if (members.length === 1 && hidden === 0) return nothing
  const label = members.length > 1 ? '⋯' : `+${hidden > 99 ? '99' : hidden}`
  const room = label.length > 2 ? 13 : 10
  const place = { x: x + width / 2 - 4, y: y - height / 2 + 1 }
  return svg`<g class="handle" @click=${(event: Event) => {
    event.stopPropagation()
    press()
  }}>
      <title>${members.length > 1 ? 'Show each of the family' : `Show ${hidden} more`}</title>
      <rect x=${place.x - room} y=${place.y - 8} width=${2 * room} height="16" rx="8"/>
      <text x=${place.x} y=${place.y} dy="0.34em">${label}</text>
    </g>`
}

/** One thing: its box with its name in lines. */
export const drawNode = (
  node: PlacedNode<ViewedNode>,
  effects: number,
  faded: boolean,
  { key, tabIndex, arrive, point, leave, choose }: MapAttributes,
  press: () => void,
): SVGTemplateResult => {
  const top = node.y - ((node.lines.length - 1) * LINE_HEIGHT) / 2
  const label = node.label === '' ? unnamedAgent : node.label
  const shown = node.lines.join(' ')
  const name = `${shown.endsWith('…') ? `${shown} ${label}` : shown}, ${effects === 1 ? 'one effect' : `${effects} effects`}${foldWords(node)}`
  return svg`<g
      class="node ${node.role} ${node.label === '' ? 'unnamed' : ''} ${node.members.length > 1 ? 'family' : ''}" role="button" aria-label=${name}
      data-place=${key} tabindex=${tabIndex} ?data-faded=${faded}
      @focus=${arrive} @blur=${leave} @pointerenter=${point} @pointerleave=${leave} @click=${choose} @dblclick=${press}
    >
      <title>${label}</title>
      <rect class="box" x=${node.x - node.width / 2} y=${node.y - node.height / 2} width=${node.width} height=${node.height} rx="7"/>
      <text class="name" x=${node.x} y=${top}>
        ${node.lines.map((line, index) => svg`<tspan x=${node.x} y=${top + index * LINE_HEIGHT} dy="0.34em">${line}</tspan> `)}
      </text>
      ${handle(node, press)}
    </g>`
}
