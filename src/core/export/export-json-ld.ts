import { toWebAnnotation } from '../annotation/web-annotation.ts'
import { openAddress, placeAnnotations } from './exported-document.ts'
import type { ExportedDocument } from './exported-document.ts'

/** The page note as an annotation of the article as a whole (W3C Web Annotation, a body without a selector). */
const pageNoteAnnotation = ({ article, pageNote }: ExportedDocument): readonly object[] => {
  if (pageNote === null || pageNote.value.trim() === '') return []
  return [
    {
      id: openAddress(article.id, 'page-note'),
      type: 'Annotation',
      motivation: 'commenting',
      modified: pageNote.modified,
      body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: pageNote.value }],
      target: openAddress(article.id),
    },
  ]
}

/**
 * The page note and the annotations of one article as a W3C AnnotationCollection with a single page (Web Annotation Data Model,
 * section 5), in text order. Deleted annotations are left out.
 */
export const exportJsonLd = (document: ExportedDocument): string => {
  const { article, exportedAt } = document
  const items = [
    ...pageNoteAnnotation(document),
    ...placeAnnotations(document).map(({ annotation }) => toWebAnnotation(annotation, article.id)),
  ]
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: openAddress(article.id, 'annotations'),
    type: 'AnnotationCollection',
    label: article.metadata.title,
    generated: exportedAt,
    total: items.length,
    first: {
      id: openAddress(article.id, 'annotations-1'),
      type: 'AnnotationPage',
      startIndex: 0,
      items,
    },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}
