import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'

interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  /** A number beside the label; none when zero. */
  readonly count?: number
}

interface TabStrip<Id extends string> {
  /** Names the strip, and is the beginning of its elements' ids: `<name>-tab-<id>` and `<name>-panel-<id>`. */
  readonly name: string
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly choose: (id: Id) => void
}

/** Tabs after the ARIA pattern: one stop for Tab, the arrow keys, Home and End move and choose. For the light DOM. */
export function tabStrip<Id extends string>({ name, label, tabs, selected, choose }: TabStrip<Id>): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(tab => tab.id === selected)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const step = steps[event.key]
    const next = step === undefined ? undefined : tabs[(step + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    choose(next.id)
    const strip = event.currentTarget as HTMLElement
    strip.querySelector<HTMLElement>(`#${name}-tab-${next.id}`)?.focus()
  }
  return html`
    <div class="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
      ${tabs.map(
        tab =>
          html` <button
            class="tab"
            role="tab"
            id="${name}-tab-${tab.id}"
            aria-controls="${name}-panel-${tab.id}"
            aria-selected=${tab.id === selected}
            tabindex=${tab.id === selected ? 0 : -1}
            @click=${() => choose(tab.id)}
          >
            ${tab.label}${tab.count === undefined || tab.count === 0 ? nothing : html`<span class="count">${tab.count}</span>`}
          </button>`,
      )}
    </div>
  `
}
