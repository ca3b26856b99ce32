import { html, nothing } from 'lit'
import type { ArticleMetadata } from '#core/article/article.ts'
import { doiAddress, readDoi } from '#core/article/doi.ts'
import { pmcidAddress, pmidAddress } from '#core/article/pubmed-numbers.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { counted } from '../../components/counted.ts'
import { shownDialog } from '../../state/dialogs.ts'
import { openLink } from '../../state/open-link.ts'

/** Words a minute of attentive silent reading of expository English (Brysbaert 2019: 238 on average), rounded down. */
const READING_SPEED = 220

export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / READING_SPEED))

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** An ISO 8601 date in words, as exact as it is: a year alone stays a year. */
export function dateInWords(date: string): string {
  const [day = date] = date.split('T')
  const time = new Date(day)
  if (Number.isNaN(time.getTime()) || day.length < 7) return day
  return day.length === 7 ? monthFormat.format(time) : dateFormat.format(time)
}

const follow =
  (address: string) =>
  (event: Event): void => {
    event.preventDefault()
    void openLink(address)
  }

/** How much of an article's beginning is looked at for what it says of itself. */
const OPENING = 600

/** What the article's own first lines do not say already. */
function imprint({ article, entry }: OpenedArticle, metadata: ArticleMetadata): readonly string[] {
  const { publisher, series, published, updated } = metadata
  const opening = article.text.slice(0, OPENING)
  const date = updated ?? published
  const dated = date === undefined ? '' : dateInWords(date)
  const shown = [
    publisher === undefined || opening.includes(publisher) ? '' : publisher,
    series === undefined || opening.includes(series) ? '' : series,
    dated === '' || opening.includes(dated) ? '' : updated === undefined ? dated : `updated ${dated}`,
    counted(entry.words, 'word', 'words'),
    `${readingMinutes(entry.words)} min read`,
  ]
  return shown.filter(part => part !== '')
}

/** Where it is found outside, and under which licence. A DOI's own address says no more than the DOI. */
function linksOf({ address, doi, pmid, pmcid, licence }: ArticleMetadata) {
  const isDoi = doi !== undefined && address !== undefined && readDoi(address) === doi
  const isAddress = licence !== undefined && /^https?:\/\//i.test(licence)
  return [
    ...(address === undefined || isDoi ? [] : [{ words: 'Original page', address }]),
    ...(doi === undefined ? [] : [{ words: `doi:${doi}`, address: doiAddress(doi) }]),
    ...(pmid === undefined ? [] : [{ words: `PMID ${pmid}`, address: pmidAddress(pmid) }]),
    ...(pmcid === undefined ? [] : [{ words: pmcid, address: pmcidAddress(pmcid) }]),
    ...(isAddress ? [{ words: licenceName(licence), address: licence }] : []),
  ]
}

/** Creative Commons licences by their short names; any other is called what it is. */
function licenceName(address: string): string {
  const [, kind = '', version = ''] =
    /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/?([\d.]*)/i.exec(address) ?? []
  if (kind === '') return 'Licence'
  const name = kind.toLowerCase() === 'zero' ? 'CC0' : `CC ${kind.toUpperCase()}`
  return `${name} ${version}`.trim()
}

/** What the publisher says of a book, and its number. */
function aboutBook({ description, isbn }: ArticleMetadata) {
  if (description === undefined && isbn === undefined) return nothing
  return html`<details class="affiliations about-book">
    <summary>About this book</summary>
    ${description === undefined ? nothing : html`<p><bdi>${description}</bdi></p>`}
    ${isbn === undefined ? nothing : html`<p>ISBN ${isbn}</p>`}
  </details>`
}

/** The most authors that are named at once: a consortium of hundreds would push the article out of the window. */
const MOST_AUTHORS = 12
/** Of more, so many come first. */
const FIRST_AUTHORS = 8

const named = (authors: readonly string[]) =>
  authors.map((author, index) => html`${index === 0 ? nothing : ', '}<bdi>${author}</bdi>`)

function authorsOf({ authors }: ArticleMetadata) {
  if (authors.length === 0) return nothing
  if (authors.length <= MOST_AUTHORS) return html`<p class="authors">${named(authors)}</p>`
  return html`<p class="authors">${named(authors.slice(0, FIRST_AUTHORS))}</p>
    <details class="affiliations">
      <summary>and ${authors.length - FIRST_AUTHORS} more authors</summary>
      <p>${named(authors.slice(FIRST_AUTHORS))}</p>
    </details>`
}

function affiliations({ affiliations: places = [], licence }: ArticleMetadata) {
  const words = licence !== undefined && !/^https?:\/\//i.test(licence) ? licence : null
  if (places.length === 0 && words === null) return nothing
  return html`<details class="affiliations">
    <summary>
      ${places.length === 0 ? 'Licence' : 'Affiliations'}${places.length > 0 && words !== null ? ' and licence' : ''}
    </summary>
    ${
      places.length === 0
        ? nothing
        : html`<ul>
            ${places.map(({ name, authors }) => html`<li><bdi>${name}</bdi>${authors.length === 0 ? nothing : html` <span class="of">(<bdi>${authors.join(', ')}</bdi>)</span>`}</li>`)}
          </ul>`
    }
    ${words === null ? nothing : html`<p>${words}</p>`}
  </details>`
}

const showCitation = (): void => {
  shownDialog.value = 'citation'
}

/** What stands above an article: who published it and when, how long it is, and its title where the content has none. */
export function articleHead(opened: OpenedArticle, metadata: ArticleMetadata) {
  const { blocks } = opened.article
  const hasTitle = blocks.slice(0, 3).some(block => block.kind === 'heading' && block.level === 1)
  const subtitleShown =
    metadata.subtitle !== undefined && !opened.article.text.slice(0, OPENING).includes(metadata.subtitle)
  return html`
    <div class="article-head">
      <p class="imprint">
        ${imprint(opened, metadata).map((part, index) => html`${index === 0 ? nothing : html`<span aria-hidden="true"> · </span>`}<bdi>${part}</bdi>`)}
      </p>
      ${hasTitle ? nothing : html`<h1 class="title">${metadata.title}</h1>`}
      ${hasTitle || !subtitleShown ? nothing : html`<p class="subtitle">${metadata.subtitle}</p>`}
      ${authorsOf(metadata)}
      <p class="source">
        ${linksOf(metadata).map(({ words, address }) => html`<a class="external" href=${address} @click=${follow(address)}><bdi>${words}</bdi></a> `)}
        <button class="link cite" type="button" @click=${showCitation}>Cite</button>
      </p>
      ${aboutBook(metadata)} ${affiliations(metadata)}
    </div>
  `
}
