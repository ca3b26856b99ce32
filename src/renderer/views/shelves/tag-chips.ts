import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { documentFilter, tags, toggleTag } from '../../state/shelves.ts'

/** More tags than this are not shown: typing finds the others. */
const MOST = 24

/** The tags of what is listed, as switches that narrow the list; those that are chosen come first. */
export const tagChips = (): TemplateResult | typeof nothing => {
  const chosen = documentFilter.value.tags
  const known = tags.value.filter(({ name }) => !chosen.includes(name)).toSorted((a, b) => b.count - a.count)
  if (chosen.length + known.length === 0) return nothing
  return html`<div class="tags" role="group" aria-label="Tags">
    ${chosen.map(tag => html`<button class="chip" type="button" aria-pressed="true" title=${tag} @click=${() => toggleTag(tag)}><span class="name" dir="auto">${tag}</span></button>`)}
    ${known
      .slice(0, MOST)
      .map(
        ({ name, count }) =>
          html`<button class="chip" type="button" aria-pressed="false" title=${name} @click=${() => toggleTag(name)}>
            <span class="name" dir="auto">${name}</span><span class="number">${count}</span>
          </button>`,
      )}
  </div>`
}
