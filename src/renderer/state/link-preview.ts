import { signal } from '@preact/signals-core'

/** A link within the article, and what it leads to. */
export interface LinkPreview {
  readonly link: HTMLAnchorElement
  /** A copy, which belongs to nobody. */
  readonly content: Element
}

/** The link whose end is shown beside it. */
export const linkPreview = signal<LinkPreview | null>(null)
