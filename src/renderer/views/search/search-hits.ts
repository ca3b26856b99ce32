import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { NotebookPen, Type, Waypoints } from 'lucide'
import type { IconNode } from 'lucide'
import type { FoundDocument, SearchHit } from '#core/search/search-answer.ts'
import { icon } from '../../components/icon.ts'

/** What a hit is, where it is not simply in the text. */
const kinds: Readonly<Record<SearchHit['place'], { readonly name: string; readonly drawing: IconNode } | null>> = {
  title: { name: 'Title', drawing: Type },
  text: null,
  note: { name: 'Note', drawing: NotebookPen },
  mechanism: { name: 'Card', drawing: Waypoints },
}

/** Lines of a note or a card, and paragraphs, on one line. */
const onOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' · ')

/** The words of a hit, with what was looked for marked. */
const snippet = ({ snippet: text, marks, cut }: SearchHit): TemplateResult => {
  const parts: unknown[] = []
  let at = 0
  for (const { start, end } of marks) {
    parts.push(onOneLine(text.slice(at, start)), html`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  parts.push(onOneLine(text.slice(at)))
  return html`<span class="snippet">${cut.before ? '… ' : nothing}${parts}${cut.after ? ' …' : nothing}</span>`
}

const hit = (found: SearchHit, open: () => void): TemplateResult => {
  const kind = kinds[found.place]
  return html`<li>
    <button class="hit" type="button" @click=${open}>
      ${kind === null ? nothing : html`<span class="kind">${icon(kind.drawing, 13)}${kind.name}</span>`}
      ${snippet(found)}
    </button>
  </li>`
}

/** One article with its hits. */
export const foundDocument = (
  document: FoundDocument,
  title: string,
  open: (found: SearchHit) => void,
  more: () => void,
): TemplateResult => html`
  <section class="found" aria-label=${title}>
    <h3>${title}</h3>
    <ul>
      ${document.hits.map(found => hit(found, () => open(found)))}
    </ul>
    ${document.more ? html`<button class="button quiet more" type="button" @click=${more}>More in this article</button>` : nothing}
  </section>
`
