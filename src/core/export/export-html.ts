import type { Article } from '../article/article.ts'
import type { ShownCard } from '../mechanism/cards/shown-card.ts'
import {
  describeDesign,
  describeDirection,
  describeOrigin,
  describeOutcome,
  describeSum,
  effectRemarks,
} from './effect-words.ts'
import { citeInWords } from './cite-in-words.ts'
import { describeMark, keptCards, openAddress, placeAnnotations } from './exported-document.ts'
import type { ExportedDocument, PlacedAnnotation } from './exported-document.ts'
import { describePassage, wordsBefore, wordsNow } from './passage-state.ts'
import { exportStyles } from './html-styles.ts'
import { studyQuote } from './study-quote.ts'

/** Markup that is finished; everything else that goes into `markup` is escaped. */
class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

type Part = string | number | Markup | readonly Markup[] | null

const escapeHtml = (text: string): string =>
  text
    .replaceAll('\0', '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const writePart = (part: Part): string => {
  if (part === null) return ''
  if (part instanceof Markup) return part.html
  if (typeof part === 'object') return part.map(({ html }) => html).join('\n')
  return escapeHtml(String(part))
}

/** A template of markup into which texts go escaped. */
const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((string, index) => string + writePart(parts[index] ?? null)).join(''))

const writeState = (placed: PlacedAnnotation): Markup | null => {
  const state = describePassage(placed)
  const before = wordsBefore(placed)
  if (state === null) return null
  return markup`<p class="details">${state}${before === null ? null : markup` Marked on: <del>${before}</del>`}</p>
`
}

const writeHighlight = (placed: PlacedAnnotation, { id: documentId, text }: Pick<Article, 'id' | 'text'>): Markup => {
  const { annotation, span } = placed
  return markup`<section class="highlight ${annotation.color}">
<blockquote class="text">${wordsNow(placed, text)}</blockquote>
${writeState(placed)}${annotation.note.trim() === '' ? null : markup`<div class="note text">${annotation.note}</div>`}
<p class="details">${describeMark(annotation)}${annotation.tags.map(tag => markup` · <span class="tag">${tag}</span>`)} · <a href="${openAddress(documentId, annotation.id)}">${span === null ? 'the passage is not in the text any more' : 'open the passage'}</a></p>
</section>`
}

const writeHighlights = (placed: readonly PlacedAnnotation[], article: Article): Markup | null => {
  if (placed.length === 0) return null
  const parts: Markup[] = []
  let group: string | null = null
  for (const highlight of placed) {
    const title =
      highlight.verdict.status === 'uncertain'
        ? 'Passages that are uncertain'
        : highlight.span === null
          ? 'Passages that are not in the text any more'
          : highlight.sections.map(section => section.title).join(' › ')
    if (title !== group) parts.push(markup`<h3>${title === '' ? 'At the beginning' : title}</h3>`)
    group = title
    parts.push(writeHighlight(highlight, article))
  }
  return markup`<h2>Highlights</h2>
${parts}`
}

const writeCard = (card: ShownCard, number: number): Markup => markup`<section class="card">
<h3>${number}. ${card.title}</h3>
${card.consequence === undefined ? null : markup`<p><strong>${card.consequence}</strong></p>`}
${
  card.effects.length === 0
    ? null
    : markup`<table>
<thead><tr><th scope="col">Agent</th><th scope="col">Effect</th><th scope="col">Target</th><th scope="col">Words</th></tr></thead>
<tbody>
${card.effects.map(
  effect =>
    markup`<tr><td>${effect.agent ?? markup`<em>not named</em>`}</td><td>${describeDirection(effect.direction)}${effectRemarks(effect).map(remark => markup` <strong>(${remark})</strong>`)}</td><td>${effect.target}</td><td>${effect.trigger ?? markup`<em>written by the reader</em>`}</td></tr>`,
)}
</tbody>
</table>`
}
<blockquote class="text">${card.passage.quote}</blockquote>
<p class="details">${describeOrigin(card)}</p>
</section>`

const writeMechanisms = (cards: readonly ShownCard[]): Markup | null => {
  const kept = keptCards(cards)
  if (kept.length === 0) return null
  return markup`<h2>Mechanisms</h2>
${kept.map((card, index) => writeCard(card, index + 1))}`
}

const writeList = (rank: 'h2' | 'h3', title: string, items: readonly string[]): Markup | null =>
  items.length === 0
    ? null
    : markup`<${rank}>${title}</${rank}>
<ul>
${items.map(item => markup`<li>${item}</li>`)}
</ul>`

const writeEvidence = ({ article, study }: ExportedDocument): Markup | null => {
  if (study === null) return null
  const design = describeDesign(study)
  const outcomes = study.outcomes.map(
    ({ text, direction, interpretation }) =>
      `${text} — ${describeOutcome(direction)}${interpretation === true ? ', the source’s own interpretation' : ''}`,
  )
  return markup`<h2>Evidence</h2>
<p><strong>${study.participants.count} participants</strong></p>
<blockquote class="text">${studyQuote(article, study)}</blockquote>
${design.length === 0 ? null : markup`<p>Design: ${design.join(', ')}</p>`}
${
  study.groups.length === 0
    ? null
    : markup`<table>
<thead><tr><th scope="col">Group</th><th scope="col" class="number">Participants</th></tr></thead>
<tbody>
${study.groups.map(group => markup`<tr><th scope="row">${group.label}</th><td class="number">${group.count}</td></tr>`)}
</tbody>
<tfoot><tr><th scope="row">Sum</th><td class="number">${study.sum}</td></tr></tfoot>
</table>
<p>${describeSum(study)}</p>`
}
${study.otherReading === undefined ? null : markup`<p>The sentence can be read in another way: ${study.otherReading.text} (sum ${study.otherReading.sum}).</p>`}
${writeList('h3', 'Outcomes', outcomes)}
${writeList(
  'h3',
  'Adverse events',
  study.adverseEvents.map(event => event.text),
)}
${writeList('h3', 'Not reported', study.notReported)}`
}

/**
 * One article with all that the reader made of it as one page that needs nothing else: no script, no request, styles inside it. Notes
 * are shown as they were typed.
 */
export const exportHtml = (document: ExportedDocument): string => {
  const { article, cards, exportedAt } = document
  const { metadata } = article
  const note = document.pageNote?.value.trim() ?? ''
  const origin = [...metadata.authors, metadata.publisher, metadata.updated ?? metadata.published].filter(
    value => value !== undefined,
  )
  const parts = [
    note === ''
      ? null
      : markup`<h2>Page note</h2>
<div class="note text">${note}</div>`,
    writeHighlights(placeAnnotations(document), article),
    writeMechanisms(cards),
    writeEvidence(document),
    writeList('h2', 'About the source', metadata.sourceNotes),
  ]
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${metadata.title}</title>
<style>
${new Markup(exportStyles)}</style>
</head>
<body>
<main>
<header>
<h1 lang="${metadata.language}">${metadata.title}</h1>
${metadata.subtitle === undefined ? null : markup`<p class="subtitle" lang="${metadata.language}">${metadata.subtitle}</p>`}
<p class="details">${citeInWords({ metadata, key: document.citationKey, added: document.added })}</p>
<p class="details">${origin.join(' · ')}${origin.length === 0 ? null : ' · '}<a href="${openAddress(article.id)}">open in Pathmark</a></p>
</header>
${parts.filter(part => part !== null)}
<footer class="details">Exported from Pathmark on ${exportedAt.slice(0, 10)}.</footer>
</main>
</body>
</html>
`.html
}
