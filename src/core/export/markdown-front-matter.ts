import { stringify } from 'yaml'
import { keptCards, openAddress } from './exported-document.ts'
import type { ExportedDocument } from './exported-document.ts'

/** A whole day as a date, so that YAML writes it as one; anything less exact stays as it is written. */
const asDate = (written: string): Date | string => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0]
  return day === undefined || Number.isNaN(Date.parse(day)) ? written : new Date(`${day}T00:00:00.000Z`)
}

/** A tag as Obsidian takes it: no spaces, letters, digits, `-`, `_` and `/` only, and not only digits; null when nothing is left. */
export const propertyTag = (tag: string): string | null => {
  const name = tag
    .trim()
    .replace(/^#/, '')
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_/-]/gu, '')
  return /[^\d]/.test(name) ? name : null
}

/** What a citation needs beyond authors and title: each under the name that pandoc and note programs know it by. */
const writeCitation = (metadata: ExportedDocument['article']['metadata']): Readonly<Record<string, unknown>> => {
  const { type, journal, volume, issue, pages, doi, pmid, pmcid, issn, isbn, series, licence, published } = metadata
  const year = /^\d{4}/.exec(published ?? '')?.[0]
  const fields = { type, journal, volume, issue, pages, doi, pmid, pmcid, issn, isbn, series, licence }
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(year !== undefined && { year: Number(year) }),
  }
}

/**
 * The properties of an exported article between `---` lines, in YAML as version 1.1 readers also understand it: Obsidian, Jekyll and
 * pandoc. Values that are not known are left out.
 */
export const writeFrontMatter = (document: ExportedDocument): string => {
  const { article, annotations, added, exportedAt } = document
  const { metadata } = article
  const live = annotations.filter(annotation => annotation.deleted === undefined)
  const tags = [...new Set(live.flatMap(annotation => annotation.tags).flatMap(tag => propertyTag(tag) ?? []))]
  const properties = {
    title: metadata.title,
    ...(metadata.subtitle !== undefined && { subtitle: metadata.subtitle }),
    ...(metadata.authors.length > 0 && { authors: metadata.authors }),
    ...(metadata.publisher !== undefined && { source: metadata.publisher }),
    ...writeCitation(metadata),
    citekey: document.citationKey,
    ...(metadata.address !== undefined && { address: metadata.address }),
    ...(metadata.published !== undefined && { published: asDate(metadata.published) }),
    ...(metadata.updated !== undefined && { updated: asDate(metadata.updated) }),
    added: asDate(added),
    exported: asDate(exportedAt),
    id: article.id,
    pathmark: openAddress(article.id),
    tags,
    highlights: live.length,
    notes: live.filter(annotation => annotation.note.trim() !== '').length,
    mechanisms: keptCards(document.cards).length,
  }
  return `---\n${stringify(properties, { version: '1.1', lineWidth: 0 })}---\n`
}
