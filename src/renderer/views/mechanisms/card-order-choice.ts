import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { ChevronDown } from 'lucide'
import { icon } from '../../components/icon.ts'
import { announce } from '../../state/announce.ts'
import { cardOrders, orderNames } from './card-order.ts'
import type { CardOrder } from './card-order.ts'
import { cardOrder } from './shown-cards.ts'

const choose = (event: Event): void => {
  const { value } = event.currentTarget as HTMLSelectElement
  const order = cardOrders.find(known => known === value)
  if (order === undefined) return
  cardOrder.value = order
  announce(orderNames[order])
}

/** The choice between the orders of the cards. Styles: `choiceStyles`. */
export const cardOrderChoice = (order: CardOrder): TemplateResult =>
  html`<div class="choice quiet">
    <select aria-label="Order of the cards" .value=${live(order)} @change=${choose}>
      ${cardOrders.map(one => html`<option value=${one} ?selected=${one === order}>${orderNames[one]}</option>`)}
    </select>
    ${icon(ChevronDown, 13)}
  </div>`
