import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { DocumentOrder } from '#core/article/sort-documents.ts'
import { counted } from '../../components/counted.ts'

export const orderNames: Readonly<Record<DocumentOrder, string>> = {
  title: 'Title',
  authors: 'Authors',
  publisher: 'Journal or publisher',
  year: 'Year',
  added: 'Added',
  read: 'Last read',
  progress: 'Read',
  marks: 'Marks',
  mechanisms: 'Mechanisms',
}

const dates = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** A day as it is listed, such as `Nov 23, 2026`; empty for what is no time. */
export const dayOf = (time: string | undefined): string => {
  const date = new Date(time ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? '' : dates.format(date)
}

export const yearOf = ({ published = '' }: DocumentEntry): string => /^\d{4}/u.exec(published)?.[0] ?? ''

export const percentOf = ({ position }: DocumentEntry): number => Math.round(position.progress * 100)

/** One author, two, or the first of more. */
export const shortAuthors = ({ authors }: DocumentEntry): string =>
  authors.length > 2 ? `${authors[0] ?? ''} et al.` : authors.join(' and ')

/** The article in a sentence, for whoever hears it. */
export const documentSentence = (entry: DocumentEntry): string =>
  [
    entry.title,
    shortAuthors(entry),
    entry.publisher ?? '',
    yearOf(entry),
    `${percentOf(entry)}% read`,
    counted(entry.annotations, 'mark', 'marks'),
    counted(entry.mechanisms, 'mechanism', 'mechanisms'),
  ]
    .filter(part => part !== '')
    .join(', ')
