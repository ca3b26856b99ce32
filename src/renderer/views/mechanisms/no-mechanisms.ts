import { html } from 'lit'
import type { TemplateResult } from 'lit'
import { Languages, Plus, Waypoints } from 'lucide'
import { icon } from '../../components/icon.ts'

/** Why there is no card to show. */
export type NoMechanisms = 'none-found' | 'all-rejected' | 'not-english'

const looks: Record<NoMechanisms, { readonly icon: typeof Plus; readonly heading: string; readonly text: string }> = {
  'none-found': {
    icon: Waypoints,
    heading: 'No mechanisms found here',
    text: 'Pathmark found no passage that says what acts on what. When you see one, select it in the article and make a card of it.',
  },
  'all-rejected': {
    icon: Waypoints,
    heading: 'Every card was rejected',
    text: 'You can restore them below, or write a card of your own.',
  },
  'not-english': {
    icon: Languages,
    heading: 'Mechanisms are found in English only',
    text: 'This article is in another language. Reading, marking and notes work as ever, and you can write cards of your own.',
  },
}

/** Stands in the place of the cards, says why there are none, and offers to write one. */
export const noMechanisms = (why: NoMechanisms, add: () => void): TemplateResult => {
  const look = looks[why]
  return html`<div class="empty">
    ${icon(look.icon, 28)}
    <h2>${look.heading}</h2>
    <p>${look.text}</p>
    <button class="button primary add" type="button" @click=${add}>${icon(Plus, 15)}Add a mechanism</button>
  </div>`
}
