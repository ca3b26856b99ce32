import { axisY, barX, plot, text } from '@observablehq/plot'
import { LitElement, css, html } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Study } from '#core/mechanism/mechanism.ts'
import { followPassage, light, unlight } from '../mechanisms/lit-passages.ts'

type Groups = Study['groups']

const BAR_HEIGHT = 24
/** Longer names are cut in the chart; the table beside it has them whole. */
const LABEL_LENGTH = 24
const LABEL_WIDTH = 160

const short = (label: string): string => {
  const name = label.charAt(0).toUpperCase() + label.slice(1)
  return name.length > LABEL_LENGTH ? `${name.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : name
}

/**
 * The groups' sizes as bars, drawn by Observable Plot in the colours of the theme. For screen readers it is one picture
 * with a title and a description; the table beside it carries the same values as buttons. Property `groups`.
 */
@customElement('group-chart')
export class GroupChart extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      max-width: 100%;
      overflow: visible;
      color: var(--ink);
      font: 500 12.5px var(--font-ui);
    }
    svg :is(text, tspan) {
      white-space: pre;
    }
    .bar {
      cursor: pointer;
      transition: fill-opacity var(--quick);
    }
    .bar:hover {
      fill-opacity: 0.75;
    }
  `

  @property({ attribute: false }) groups: Groups = []
  #width = 0
  readonly #resized = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0)
    if (width === this.#width || width === 0) return
    this.#width = width
    this.requestUpdate()
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#resized.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    unlight(this)
  }

  protected override render() {
    return html`<div></div>`
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const place = this.renderRoot.querySelector('div')
    if (this.#width > 0) place?.replaceChildren(this.#draw())
  }

  #draw(): SVGElement | HTMLElement {
    const { groups } = this
    const names = groups.map((_, index) => String(index))
    const nameOf = (place: string): string => short(groups[Number(place)]?.label ?? '')
    const description = groups.map(({ label, count }) => `${label} ${count}`).join(', ')
    const drawing = plot({
      width: this.#width,
      height: groups.length * (BAR_HEIGHT + 6) + 4,
      margin: 2,
      marginLeft: LABEL_WIDTH,
      marginRight: 30,
      style: { background: 'none', fontSize: '12.5px', fontFamily: 'var(--font-ui)', overflow: 'visible' },
      x: { axis: null, domain: [0, Math.max(1, ...groups.map(({ count }) => count))] },
      y: { domain: names, padding: 0.22 },
      title: 'Participants in each group',
      ariaLabel: 'Participants in each group',
      ariaDescription: description,
      marks: [
        axisY({ label: null, tickSize: 0, tickPadding: 8, tickFormat: nameOf, fill: 'var(--ink)', lineWidth: 20 }),
        barX(groups, { x: 'count', y: (_, index) => names[index], fill: 'var(--accent)', fillOpacity: 0.9, rx: 3 }),
        text(groups, {
          x: 'count',
          y: (_, index) => names[index],
          text: ({ count }: Groups[number]) => String(count),
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
          fontWeight: 600,
        }),
      ],
    })
    const picture = drawing instanceof SVGElement ? drawing : drawing.querySelector('svg')
    // Plot writes a style sheet of its own into the drawing, which the window's content policy refuses; ours stands above.
    picture?.querySelector('style')?.remove()
    picture?.setAttribute('role', 'img')
    picture?.setAttribute('aria-label', `Participants in each group: ${description}`)
    for (const [index, bar] of drawing.querySelectorAll('[aria-label="bar"] rect').entries()) this.#lead(bar, index)
    // Plot names its groups; inside one picture these names are not allowed, and they would say nothing.
    for (const part of picture?.querySelectorAll('[aria-label]') ?? []) part.removeAttribute('aria-label')
    return picture ?? drawing
  }

  /** Bars lead to their passages for the pointer; the keyboard has the table. */
  #lead(bar: Element, index: number): void {
    const passage = this.groups[index]?.passage
    if (passage === undefined) return
    bar.classList.add('bar')
    bar.addEventListener('pointerenter', () => light(this, [passage]))
    bar.addEventListener('pointerleave', () => unlight(this))
    bar.addEventListener('click', () => followPassage(passage))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'group-chart': GroupChart
  }
}
