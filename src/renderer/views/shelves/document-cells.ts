import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { Highlighter, Waypoints } from 'lucide'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { icon } from '../../components/icon.ts'
import { dayOf, percentOf, shortAuthors, yearOf } from './document-words.ts'

const track = (share: number): TemplateResult =>
  html`<span class="track" aria-hidden="true"><span .style="width: ${share}%"></span></span>`

const tagsOf = ({ tags = [] }: DocumentEntry): unknown =>
  tags.length === 0
    ? nothing
    : html`<span class="tags"
        >${tags.slice(0, 3).map(tag => html`<span class="tag" dir="auto" title=${tag}>${tag}</span>`)}</span
      >`

/** The cells of an article's row, in the order of the columns. */
export const documentCells = (entry: DocumentEntry): TemplateResult => {
  const share = percentOf(entry)
  return html`
    <div class="cell by-title" role="gridcell">
      <span class="title" dir="auto" title=${entry.title}>${entry.title}</span>
      ${tagsOf(entry)}
    </div>
    <div class="cell by-authors" role="gridcell" dir="auto" title=${entry.authors.join(', ')}>
      ${shortAuthors(entry)}
    </div>
    <div class="cell by-publisher" role="gridcell" dir="auto">${entry.publisher ?? ''}</div>
    <div class="cell by-year" role="gridcell">${yearOf(entry)}</div>
    <div class="cell by-added" role="gridcell">${dayOf(entry.added)}</div>
    <div class="cell by-read" role="gridcell">${dayOf(entry.lastRead)}</div>
    <div class="cell by-progress" role="gridcell">${track(share)}<span class="share">${share}%</span></div>
    <div class="cell by-marks" role="gridcell">${entry.annotations}</div>
    <div class="cell by-mechanisms" role="gridcell">${entry.mechanisms}</div>
  `
}

/** Looks of covers that the program makes; which one follows from where the article comes from, or else from its name. */
const COVERS = 6

const coverOf = ({ publisher, id }: DocumentEntry): number => {
  let sum = 0
  for (const character of publisher ?? id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return sum % COVERS
}

/**
 * The picture that stands for the article, or the place for it while it waits. One that cannot be had, or is too large for a list, leaves its place
 * to the words.
 */
const coverPicture = ({ id, cover, format }: DocumentEntry, covers: string | null): unknown => {
  if (cover === undefined) return nothing
  return covers === null
    ? html`<span class="picture awaited"></span>`
    : keyed(
        `${id}/${cover}`,
        html`<img
          class="picture ${format === 'epub' ? 'of-book' : ''}"
          src="${covers}${id}/${cover}"
          alt=""
          loading="lazy"
          decoding="async"
          draggable="false"
          @error=${(event: Event) => {
            if (event.currentTarget instanceof HTMLImageElement) event.currentTarget.hidden = true
          }}
        />`,
      )
}

/**
 * An article's card: a cover made of its picture, if it has one, and its own words, and below it how much of it was read and marked.
 * @param covers address below which covers are found; null while pictures wait
 */
export const documentCard = (entry: DocumentEntry, covers: string | null): TemplateResult => {
  const share = percentOf(entry)
  const from = [entry.publisher ?? '', yearOf(entry)].filter(part => part !== '').join(', ')
  return html`
    <div class="cover look-${coverOf(entry)}">
      ${coverPicture(entry, covers)}
      <span class="from" dir="auto">${from}</span>
      <span class="title" dir="auto">${entry.title}</span>
      <span class="by" dir="auto">${shortAuthors(entry)}</span>
    </div>
    ${track(share)}
    <div class="facts">
      <span class="share">${share === 0 && entry.lastRead === undefined ? 'Not read yet' : `${share}% read`}</span>
      ${entry.annotations === 0 ? nothing : html`<span title="Marks">${icon(Highlighter, 13)}${entry.annotations}<i class="said"> marks</i></span>`}
      ${entry.mechanisms === 0 ? nothing : html`<span title="Mechanisms">${icon(Waypoints, 13)}${entry.mechanisms}<i class="said"> mechanisms</i></span>`}
    </div>
  `
}
