import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { Archive, Check, Trash2, Waypoints } from 'lucide'
import { isFound } from '#core/anchoring/verdict.ts'
import { isLike, refusalToTell } from '#core/revision/refusal-to-tell.ts'
import type { Span } from '#core/text/span.ts'
import { icon } from '../../components/icon.ts'
import { requestedCard } from '../../state/cards.ts'
import { focusedAnnotation } from '../../state/focus.ts'
import { showSidebar } from '../../state/panels.ts'
import { leadsTo } from '../mechanisms/lit-passages.ts'
import type { CardEntry, MarkEntry, ReportEntry } from './report-entries.ts'
import { explainRefusal } from './refusal-words.ts'
import './word-difference.ts'

/** Longest beginning of a quote that a row takes; the rest would be cut by its width. */
const LONGEST = 240

const shortened = (quote: string): string =>
  quote.length > LONGEST ? `${quote.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : quote

/** What the reader has done about an entry since. */
function outcomeOf({ verdict, settlement }: ReportEntry): TemplateResult | typeof nothing {
  if (settlement === null) return nothing
  if (settlement === 'deleted') return html`<span class="outcome deleted">${icon(Trash2, 13)}Deleted</span>`
  if (settlement === 'attached') return html`<span class="outcome">${icon(Check, 13)}Attached</span>`
  if (settlement === 'set-aside') return html`<span class="outcome">${icon(Archive, 13)}Set aside</span>`
  return verdict.status === 'changed'
    ? html`<span class="outcome">${icon(Check, 13)}New words kept</span>`
    : html`<span class="outcome">${icon(Archive, 13)}Kept</span>`
}

const placeOf = (entry: ReportEntry): Span | null => {
  if (entry.kind === 'mark' && entry.placed !== null) return entry.placed.span
  return entry.settlement === null && isFound(entry.verdict) ? entry.verdict : null
}

/** An entry that nothing is left to do about, as one line that leads to its passage if it has one. */
export function entryRow(entry: ReportEntry): TemplateResult {
  const span = placeOf(entry)
  const color = entry.kind === 'mark' ? (entry.placed?.annotation.color ?? '') : ''
  const words = html`<span class="words" dir="auto"
      >${entry.kind === 'card' ? `${entry.title}: ${shortened(entry.quote)}` : shortened(entry.quote)}</span
    >${outcomeOf(entry)}`
  if (span === null) return html`<div class="row ${color}">${words}</div>`
  const chosen = (): void => {
    if (entry.kind === 'mark') focusedAnnotation.value = entry.id
  }
  return html`<button class="row ${color}" type="button" @click=${chosen} ${leadsTo([span])}>${words}</button>`
}

export const markOpen = (
  entry: ReportEntry,
): entry is MarkEntry & { readonly placed: NonNullable<MarkEntry['placed']> } =>
  entry.kind === 'mark' && entry.placed !== null && entry.settlement === null

/** A card whose passage is not just where it was. It is changed where cards are: in the Mechanisms tab. */
export function cardBlock({ title, quote, verdict, card }: CardEntry): TemplateResult {
  const refused =
    verdict.status === 'uncertain' ? verdict.candidates[0] : verdict.status === 'orphaned' ? verdict.rejected : null
  const told = refused !== null && refused !== undefined && isLike(refused) ? refused.difference : []
  const difference = verdict.status === 'changed' ? verdict.difference : told
  const show = (): void => {
    showSidebar('mechanisms')
    requestedCard.value = card?.id ?? null
  }
  return html`<article class="card" aria-label="Card: ${title}">
    <header>
      ${icon(Waypoints, 15)}<span><span class="visually-hidden">Card: </span>${title}</span>
    </header>
    ${verdict.status === 'uncertain' || verdict.status === 'orphaned' ? html`<p class="why">${explainRefusal(refusalToTell(verdict), difference)}</p>` : nothing}
    ${
      difference.length > 0
        ? html`<word-difference .parts=${difference}></word-difference>`
        : html`<passage-quote .quote=${quote} .lines=${2}></passage-quote>`
    }
    ${card === null ? nothing : html`<button class="button" type="button" @click=${show}>Show the card</button>`}
  </article>`
}
