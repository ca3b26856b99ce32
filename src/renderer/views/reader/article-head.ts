import { html, nothing } from 'lit'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { counted } from '../../components/counted.ts'
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
function imprint({ article, entry }: OpenedArticle): readonly string[] {
  const { publisher, published, updated } = article.metadata
  const opening = article.text.slice(0, OPENING)
  const date = updated ?? published
  const dated = date === undefined ? '' : dateInWords(date)
  const shown = [
    publisher === undefined || opening.includes(publisher) ? '' : publisher,
    dated === '' || opening.includes(dated) ? '' : updated === undefined ? dated : `updated ${dated}`,
    counted(entry.words, 'word', 'words'),
    `${readingMinutes(entry.words)} min read`,
  ]
  return shown.filter(part => part !== '')
}

/** What stands above an article: who published it and when, how long it is, and its title where the content has none. */
export function articleHead(opened: OpenedArticle) {
  const { metadata, blocks } = opened.article
  const hasTitle = blocks.slice(0, 3).some(block => block.kind === 'heading' && block.level === 1)
  const subtitleShown =
    metadata.subtitle !== undefined && !opened.article.text.slice(0, OPENING).includes(metadata.subtitle)
  return html`
    <div class="article-head">
      <p class="imprint">
        ${imprint(opened).map((part, index) => html`${index === 0 ? nothing : html`<span aria-hidden="true"> · </span>`}<bdi>${part}</bdi>`)}
      </p>
      ${hasTitle ? nothing : html`<h1 class="title">${metadata.title}</h1>`}
      ${hasTitle || !subtitleShown ? nothing : html`<p class="subtitle">${metadata.subtitle}</p>`}
      ${metadata.authors.length === 0 ? nothing : html`<p class="authors">${metadata.authors.map((author, index) => html`${index === 0 ? nothing : ', '}<bdi>${author}</bdi>`)}</p>`}
      ${
        metadata.address === undefined
          ? nothing
          : html` <p class="source">
              <a class="external" href=${metadata.address} @click=${follow(metadata.address)}>Original page</a>
            </p>`
      }
    </div>
  `
}
