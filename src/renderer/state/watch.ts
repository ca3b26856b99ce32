import { effect, untracked } from '@preact/signals-core'
import { LitElement } from 'lit'
import type { PropertyValues, ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * Base of every component that shows state: when a signal that was read in its last `render` changes, it renders again.
 * Only `render` is tracked; `willUpdate`, `updated` and event handlers may read signals freely.
 */
export class WatchingElement extends LitElement {
  #stop: (() => void) | null = null

  protected override update(changed: PropertyValues): void {
    this.#stop?.()
    let rendering = true
    this.#stop = effect(() => {
      if (rendering) {
        rendering = false
        super.update(changed)
      } else {
        untracked(() => this.requestUpdate())
      }
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop?.()
    this.#stop = null
  }
}

/**
 * Runs `reaction` while the host is connected, at once and whenever a signal that it read changes.
 * What it returns, if anything, is called before the next run and on disconnection.
 */
export class Reaction implements ReactiveController {
  #stop: (() => void) | null = null
  readonly #reaction: () => void | (() => void)

  constructor(host: ReactiveControllerHost, reaction: () => void | (() => void)) {
    this.#reaction = reaction
    host.addController(this)
  }

  hostConnected(): void {
    this.#stop = effect(this.#reaction)
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = null
  }
}
