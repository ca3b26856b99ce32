import { escapeInline } from './escape-markdown.ts'
import { openAddress, placeAnnotations } from './exported-document.ts'
import type { ExportedDocument } from './exported-document.ts'
import { writeEvidence } from './markdown-evidence.ts'
import { writeFrontMatter } from './markdown-front-matter.ts'
import { writeHighlights } from './markdown-highlights.ts'
import { writeNote } from './markdown-note.ts'
import { writeMechanisms } from './markdown-mechanisms.ts'

/** Title, subtitle, and a line on where the article comes from. */
const writeHead = ({ article }: ExportedDocument): string => {
  const { metadata } = article
  const origin = [
    ...metadata.authors.map(escapeInline),
    ...(metadata.publisher === undefined ? [] : [escapeInline(metadata.publisher)]),
    ...(metadata.published === undefined ? [] : [`published ${escapeInline(metadata.published)}`]),
    ...(metadata.updated === undefined ? [] : [`updated ${escapeInline(metadata.updated)}`]),
    ...(metadata.address === undefined ? [] : [`<${encodeAddress(metadata.address)}>`]),
    `[Open in Pathmark](${openAddress(article.id)})`,
  ]
  return [
    `# ${escapeInline(metadata.title)}`,
    ...(metadata.subtitle === undefined ? [] : [`*${escapeInline(metadata.subtitle)}*`]),
    origin.join(' · '),
  ].join('\n\n')
}

/** An address between angle brackets may hold neither of them, nor white space. */
const encodeAddress = (address: string): string => address.replace(/[<>\s\\]/g, encodeURIComponent)

const writeSourceNotes = (notes: readonly string[]): string =>
  notes.length === 0 ? '' : `## About the source\n\n${notes.map(note => `- ${escapeInline(note)}`).join('\n')}`

/**
 * One article with all that the reader made of it as one Markdown file, for a notes folder: CommonMark with GitHub's tables and note
 * boxes, and YAML properties in front. What the article says is shown character by character; what the reader wrote is kept as Markdown.
 */
export const exportMarkdown = (document: ExportedDocument): string => {
  const note = document.pageNote?.value ?? ''
  const parts = [
    writeHead(document),
    note.trim() === '' ? '' : `## Page note\n\n${writeNote(note, 2)}`,
    writeHighlights(document, placeAnnotations(document)),
    writeMechanisms(document.cards),
    writeEvidence(document),
    writeSourceNotes(document.article.metadata.sourceNotes),
  ]
  return `${writeFrontMatter(document)}\n${parts.filter(part => part !== '').join('\n\n')}\n`
}
