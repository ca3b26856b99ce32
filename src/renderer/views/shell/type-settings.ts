import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { defaultSettings } from '#core/bridge/settings.ts'
import type { Settings } from '#core/bridge/settings.ts'
import { theme } from '../../state/appearance.ts'
import { typeSettingsShown } from '../../state/dialogs.ts'
import { hasPages } from '../../state/pages.ts'
import { changeSettings, settings } from '../../state/settings.ts'
import { WatchingElement } from '../../state/watch.ts'

const themeNames: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['sepia', 'Sepia'],
  ['dark', 'Dark'],
]
const fontNames: readonly (readonly [Settings['font'], string, string])[] = [
  ['serif', 'Serif', 'Source Serif'],
  ['sans', 'Sans', 'Inter'],
  ['legible', 'Legible', 'Atkinson Hyperlegible'],
]

interface Scale {
  readonly key: 'fontSize' | 'lineHeight' | 'lineWidth'
  readonly label: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly show: (value: number) => string
}
// The ranges are those of `settingsSchema`; the size is kept to what a page can be read in.
const scales: readonly Scale[] = [
  { key: 'fontSize', label: 'Size', min: 14, max: 28, step: 1, show: value => `${value} px` },
  { key: 'lineHeight', label: 'Line height', min: 1.3, max: 2.1, step: 0.05, show: value => value.toFixed(2) },
  { key: 'lineWidth', label: 'Line length', min: 45, max: 95, step: 1, show: value => `${value} characters` },
]

const typeDefaults: Partial<Settings> = {
  font: defaultSettings.font,
  fontSize: defaultSettings.fontSize,
  lineHeight: defaultSettings.lineHeight,
  lineWidth: defaultSettings.lineWidth,
}

/** Theme and reading type, changed while looking at the article. */
@customElement('type-settings')
export class TypeSettings extends WatchingElement {
  @query('.type-settings') private readonly panel!: HTMLElement | null
  #stopPlacing: (() => void) | null = null
  #wasShown = false

  protected override createRenderRoot(): this {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopPlacing?.()
  }

  protected override render() {
    const shown = typeSettingsShown.value
    const current = settings.value
    const resolved = theme.value
    return html`
      <div
        class="type-settings"
        id="type-settings"
        popover="auto"
        role="dialog"
        aria-label="Type and theme"
        @toggle=${this.#toggled}
      >
        ${
          shown
            ? html` <fieldset>
                  <legend>Theme</legend>
                  <div class="themes">
                    ${themeNames.map(
                      ([value, name]) =>
                        html` <label class="theme" data-theme=${value === 'system' ? resolved : value}>
                          <input
                            type="radio"
                            name="theme"
                            .checked=${current.theme === value}
                            @change=${() => changeSettings({ theme: value })}
                          />
                          <span class="sample" aria-hidden="true">Aa</span><span class="label">${name}</span>
                        </label>`,
                    )}
                  </div>
                </fieldset>
                <fieldset>
                  <legend>Font</legend>
                  <div class="fonts">
                    ${fontNames.map(
                      ([value, name, family]) =>
                        html` <label class="font ${value}">
                          <input
                            type="radio"
                            name="font"
                            .checked=${current.font === value}
                            @change=${() => changeSettings({ font: value })}
                          />
                          <span class="sample" aria-hidden="true">Rg</span
                          ><span class="label" title=${family}>${name}</span>
                        </label>`,
                    )}
                  </div>
                </fieldset>
                ${scales.map(scale => this.#scale(scale, current[scale.key]))}
                ${hasPages.value ? this.#pageColours(current.pageColours) : nothing}
                <button class="button quiet reset" @click=${() => changeSettings(typeDefaults)}>
                  Back to the usual type
                </button>`
            : nothing
        }
      </div>
    `
  }

  #pageColours(chosen: Settings['pageColours']) {
    return html`<label class="page-colours">
      <input
        type="checkbox"
        .checked=${chosen === 'theme'}
        @change=${(event: Event) =>
          changeSettings({ pageColours: (event.target as HTMLInputElement).checked ? 'theme' : 'paper' })}
      />
      Pages in the colours of the theme
    </label>`
  }

  #scale({ key, label, min, max, step, show }: Scale, value: number) {
    const change = (event: Event): void => changeSettings({ [key]: (event.target as HTMLInputElement).valueAsNumber })
    return html`
      <div class="scale">
        <label for="scale-${key}">${label}</label>
        <output for="scale-${key}">${show(value)}</output>
        <input
          id="scale-${key}"
          type="range"
          min=${min}
          max=${max}
          step=${step}
          .value=${String(value)}
          aria-valuetext=${show(value)}
          .style="--share: ${((value - min) / (max - min)) * 100}%"
          @input=${change}
        />
      </div>
    `
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { panel } = this
    const shown = typeSettingsShown.peek()
    if (panel === null || shown === this.#wasShown) return
    this.#wasShown = shown
    const open = panel.matches(':popover-open')
    if (!shown) {
      this.#stopPlacing?.()
      if (open) panel.hidePopover()
      return
    }
    if (!open) panel.showPopover()
    this.#place(panel)
    panel.querySelector<HTMLElement>('input:checked')?.focus()
  }

  /** The button in the bar, a click beside it and Escape open and close the popover by themselves. */
  readonly #toggled = (event: ToggleEvent): void => {
    typeSettingsShown.value = event.newState === 'open'
  }

  #place(panel: HTMLElement): void {
    const button = document.querySelector('#type-settings-button')
    if (button === null) return
    this.#stopPlacing?.()
    const place = async (): Promise<void> => {
      const { x, y } = await computePosition(button, panel, {
        strategy: 'fixed',
        placement: 'bottom-end',
        middleware: [offset(6), flip(), shift({ padding: 8 })],
      })
      Object.assign(panel.style, { left: `${x}px`, top: `${y}px` })
    }
    this.#stopPlacing = autoUpdate(button, panel, () => void place())
  }
}
