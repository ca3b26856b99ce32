import { computed } from '@preact/signals-core'
import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { outlineOf } from '#core/article/outline.ts'
import type { OutlineEntry } from '#core/article/outline.ts'
import { sectionAt } from '#core/article/locate.ts'
import { acrossShown } from '../../state/across.ts'
import { annotations } from '../../state/annotations.ts'
import { currentSection, opened, panelsMayFollow } from '../../state/article.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { goToPassage } from '../../state/go-to.ts'
import { closeDrawer } from '../../state/panels.ts'
import { WatchingElement } from '../../state/watch.ts'

/** Number of marks in each section, not counting those in the sections below it. */
const marksBySection = computed(() => {
  const counts = new Map<string, number>()
  const article = opened.value?.article
  if (article === undefined) return counts
  for (const { span } of annotations.value) {
    const section = span === null ? undefined : sectionAt(article, span.start)
    if (section !== undefined) counts.set(section.id, (counts.get(section.id) ?? 0) + 1)
  }
  return counts
})

/** Height of a line whose title takes one line, in CSS pixels. */
const LIKELY_LINE = 33

const linesOf = (entries: readonly OutlineEntry[]): number =>
  entries.reduce((lines, { children }) => lines + 1 + linesOf(children), 0)

/** A book has a thousand headings: those of the chapters that are out of sight are not laid out. */
const unseen = (entries: readonly OutlineEntry[]): string =>
  `content-visibility: auto; contain-intrinsic-block-size: auto ${linesOf(entries) * LIKELY_LINE}px`

/** The article's headings as a trail: a blaze for each, filled as far as the reader has come. */
@customElement('outline-view')
export class OutlineView extends WatchingElement {
  #current: string | null = null

  protected override createRenderRoot(): this {
    return this
  }

  protected override render() {
    const article = opened.value?.article
    if (article === undefined || !panelsMayFollow.value) return nothing
    const entries = outlineOf(article.sections)
    // A lone title above everything else is what the top bar says already; its sections are the outline.
    const [first, ...rest] = entries
    const top = first !== undefined && rest.length === 0 && first.section.level === 1 ? first.children : entries
    if (top.length === 0) return html`<p class="empty">This article has no headings.</p>`
    return html`
      <nav class="outline" aria-label="Outline">
        <ol>
          ${first !== undefined && top !== entries ? this.#line(first, 'Beginning') : nothing}
          ${top.map(entry => this.#entry(entry))}
        </ol>
      </nav>
    `
  }

  #entry(entry: OutlineEntry): unknown {
    return html`${this.#line(entry, entry.section.title)}${
      entry.children.length === 0
        ? nothing
        : html` <li class="nested" .style=${unseen(entry.children)}>
            <ol>
              ${entry.children.map(child => this.#entry(child))}
            </ol>
          </li>`
    }`
  }

  #line({ section }: OutlineEntry, title: string) {
    const marks = marksBySection.value.get(section.id) ?? 0
    const current = currentSection.value?.id === section.id
    const passed = section.start <= (currentSection.value?.start ?? 0)
    return guard(
      [section, title, marks, current, passed],
      () => html`
        <li class=${passed ? 'passed' : ''}>
          <button
            aria-current=${current ? 'location' : nothing}
            @click=${() => this.#go(section.start, section.title.length)}
          >
            <span class="blaze-mark" aria-hidden="true"></span>
            <span class="title">${title}</span>
            ${marks === 0 ? nothing : html`<span class="count" title=${marks === 1 ? 'one mark' : `${marks} marks`}><span class="said">, marks: </span>${marks}</span>`}
          </button>
        </li>
      `,
    )
  }

  #go(start: number, length: number): void {
    acrossShown.value = false
    goToPassage({ start, end: start + Math.max(1, length) })
    closeDrawer()
    articleSurface.peek()?.focus()
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const current = currentSection.peek()?.id ?? null
    if (current === this.#current) return
    this.#current = current
    this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }
}
