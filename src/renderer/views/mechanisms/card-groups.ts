import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { cardOrderChoice } from './card-order-choice.ts'
import type { CardGroup, CardOrder } from './card-order.ts'

/** The name of a group of cards, with the id `group-<index>`; the first group has the choice of the order beside it. */
export const groupHead = (
  { name, count }: CardGroup,
  index: number,
  order: CardOrder,
): TemplateResult | typeof nothing =>
  name === null && index > 0
    ? nothing
    : html`<div class="group">
        ${name === null ? nothing : html`<p id="group-${index}">${name} <span class="faint number">${count}</span></p>`}
        ${index === 0 ? cardOrderChoice(order) : nothing}
      </div>`

/** Offers the next `page` of the cards that are not on screen yet; nothing when all are. */
export const showMore = (hidden: number, page: number, more: () => void): TemplateResult | typeof nothing =>
  hidden <= 0
    ? nothing
    : html`<button class="link more" type="button" @click=${more}>
        Show ${Math.min(hidden, page)} more of ${hidden} cards
      </button>`
