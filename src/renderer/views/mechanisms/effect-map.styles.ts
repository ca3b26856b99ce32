import { css } from 'lit'
import type { GraphEdge } from '#core/mechanism/cards/effect-graph.ts'

/** Classes of an edge: its direction, whether it is qualified, and whether it belongs to what is pointed at. */
export const edgeClasses = (edge: GraphEdge & { readonly contested?: boolean }, near: boolean | null): string =>
  [
    'edge',
    edge.direction,
    edge.negated || edge.hedged ? 'qualified' : '',
    edge.contested === true ? 'contested' : '',
    near === null ? '' : near ? 'near' : 'faded',
  ].join(' ')

export const effectMapStyles = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }
  .sheet {
    display: block;
    width: 100%;
    height: 100%;
    cursor: grab;
    touch-action: none;
    user-select: none;
  }
  .sheet:active {
    cursor: grabbing;
  }
  .sheet:focus-visible {
    outline-offset: -2px;
  }

  .increases {
    color: var(--up);
    stroke: var(--up);
  }
  .decreases {
    color: var(--down);
    stroke: var(--down);
  }
  .converts,
  .affects {
    color: var(--neutral);
    stroke: var(--neutral);
  }
  marker {
    stroke: none;
  }

  .edge {
    cursor: pointer;
    outline: none;
  }
  .edge path {
    fill: none;
  }
  .reach {
    stroke: transparent;
    stroke-width: 14;
  }
  .line {
    stroke: inherit;
    opacity: 0.75;
    transition: opacity var(--quick);
  }
  .converts .line {
    stroke-width: 3.2;
  }
  .affects .line {
    stroke-dasharray: 1 4;
    stroke-linecap: round;
    stroke-width: 2.2;
  }
  .qualified .line {
    stroke-dasharray: 6 5;
    stroke-linecap: butt;
  }
  .sign {
    fill: var(--paper);
    stroke: inherit;
    stroke-width: 1.5;
  }
  .increases .sign {
    fill: var(--up-soft);
  }
  .decreases .sign {
    fill: var(--down-soft);
  }
  .converts .sign,
  .affects .sign {
    fill: var(--neutral-soft);
  }
  .qualified .sign {
    fill: var(--paper);
    stroke-dasharray: 3 2.4;
  }
  .glyph {
    fill: currentColor;
    stroke: none;
    font: 600 9.5px var(--font-ui);
    text-anchor: middle;
    pointer-events: none;
  }
  .edge.near .line,
  .edge:focus-visible .line {
    opacity: 1;
    stroke-width: 2.8;
  }
  .edge.faded {
    opacity: 0.22;
  }
  .edge:focus-visible .sign {
    stroke-width: 3;
    stroke: var(--accent);
    stroke-dasharray: none;
  }

  .node {
    cursor: pointer;
    outline: none;
    transition: opacity var(--quick);
  }
  .box {
    fill: var(--paper);
    stroke: var(--rule-strong);
    stroke-width: 1;
  }
  /* The spaces between the lines are for the name that assistive technology computes; they take no room. */
  .name {
    fill: var(--ink);
    font: 500 0 var(--font-ui);
    text-anchor: middle;
    pointer-events: none;
  }
  .name tspan {
    font-size: 12.5px;
  }
  .node.agent .box {
    fill: var(--accent-soft);
    stroke: var(--accent);
  }
  .node.both .box {
    stroke: var(--accent);
  }
  .node.unnamed .box {
    stroke-dasharray: 4 3;
    fill: none;
  }
  .node.unnamed .name {
    fill: var(--ink-soft);
    font-style: italic;
  }
  .node:hover .box {
    stroke-width: 2;
  }
  .node:focus-visible .box {
    stroke: var(--accent);
    stroke-width: 3;
  }
  /* A family is a pile of boxes. */
  .node.family .box {
    filter: drop-shadow(3px 3px 0 var(--paper)) drop-shadow(1px 1px 0 var(--rule-strong));
  }
  .handle {
    cursor: pointer;
  }
  .handle rect {
    fill: var(--raised);
    stroke: var(--accent);
    stroke-width: 1;
  }
  .handle text {
    fill: var(--accent-strong);
    font: 600 10px var(--font-ui);
    text-anchor: middle;
    pointer-events: none;
  }
  .handle:hover rect {
    fill: var(--accent-soft);
  }
  .edge.contested .sign {
    stroke-width: 2.6;
  }
  .node[data-faded] {
    opacity: 0.3;
  }

  .tools {
    position: absolute;
    right: var(--space-2);
    bottom: var(--space-2);
    display: flex;
    gap: 2px;
    padding: 2px;
    border-radius: calc(var(--radius) + 2px);
    background: var(--raised);
    box-shadow: 0 0 0 1px var(--rule);
    transition: opacity var(--quick);
  }
  /* In the panel the drawing needs the room; the tools come with the pointer or the keyboard. */
  @media (hover: hover) {
    :host([wheel-needs-key]:not(:hover, :focus-within)) .tools {
      opacity: 0;
    }
  }
  .tools .button {
    border-color: transparent;
    background: none;
    color: var(--ink-soft);
  }
  .tools .button:hover {
    background: var(--sunken);
    color: var(--ink);
  }

  @media (forced-colors: active) {
    .edge,
    .sign,
    .box,
    .handle rect {
      stroke: CanvasText;
    }
    .name,
    .handle text,
    .glyph {
      fill: CanvasText;
    }
  }
`
