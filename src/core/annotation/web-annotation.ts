import * as v from 'valibot'
import { offsetSchema } from '../text/span.ts'
import { annotationColors, annotationSchema, annotationStyles } from './annotation.ts'
import type { Annotation } from './annotation.ts'

/** The W3C context, and the prefix of the terms that the Web Annotation model does not have. */
const webAnnotationContext = ['http://www.w3.org/ns/anno.jsonld', { pathmark: 'pathmark://terms/' }] as const

const DOCUMENT_ADDRESS = 'pathmark://open/'

const commentSchema = v.looseObject({
  type: v.literal('TextualBody'),
  purpose: v.literal('commenting'),
  format: v.literal('text/markdown'),
  value: v.string(),
})

const tagSchema = v.looseObject({ type: v.literal('TextualBody'), purpose: v.literal('tagging'), value: v.string() })

const quoteSelectorSchema = v.looseObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
})

const positionSelectorSchema = v.looseObject({
  type: v.literal('TextPositionSelector'),
  start: offsetSchema,
  end: offsetSchema,
})

/** Our own: the section and block in which the passage starts, and the UTF-16 offset of its start in that block. */
const structureSelectorSchema = v.looseObject({
  type: v.literal('pathmark:StructureSelector'),
  'pathmark:section': v.string(),
  'pathmark:block': v.string(),
  'pathmark:offset': offsetSchema,
})

const motivations = ['highlighting', 'commenting', 'tagging'] as const

/**
 * An annotation as files hold it: the W3C Web Annotation data model in JSON-LD. Style and colour are the classes of
 * the target (`styleClass`, 4.4 of the model); version, deletion and what updates left open are terms of our own.
 */
export const webAnnotationSchema = v.looseObject({
  '@context': v.tuple([
    v.literal(webAnnotationContext[0]),
    v.looseObject({ pathmark: v.literal('pathmark://terms/') }),
  ]),
  id: v.pipe(v.string(), v.regex(/^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu)),
  type: v.literal('Annotation'),
  motivation: v.union([v.picklist(motivations), v.array(v.picklist(motivations))]),
  created: v.string(),
  modified: v.string(),
  'pathmark:version': annotationSchema.entries.version,
  'pathmark:deleted': v.optional(v.string()),
  'pathmark:madeOn': v.optional(v.string()),
  'pathmark:keptOrphan': v.optional(v.string()),
  'pathmark:setAside': v.optional(v.string()),
  'pathmark:origin': annotationSchema.entries.origin,
  'pathmark:edits': annotationSchema.entries.edits,
  body: v.optional(v.array(v.variant('purpose', [commentSchema, tagSchema]))),
  target: v.looseObject({
    type: v.literal('SpecificResource'),
    source: v.pipe(v.string(), v.startsWith(DOCUMENT_ADDRESS)),
    styleClass: v.strictTuple([v.picklist(annotationStyles), v.picklist(annotationColors)]),
    selector: v.union([
      v.strictTuple([quoteSelectorSchema, positionSelectorSchema]),
      v.strictTuple([quoteSelectorSchema, positionSelectorSchema, structureSelectorSchema]),
    ]),
  }),
})
export type WebAnnotation = v.InferOutput<typeof webAnnotationSchema>

const motivationOf = (annotation: Annotation): WebAnnotation['motivation'] => {
  const all: (typeof motivations)[number][] = ['highlighting']
  if (annotation.note !== '') all.push('commenting')
  if (annotation.tags.length > 0) all.push('tagging')
  return all.length === 1 ? 'highlighting' : all
}

const bodyOf = ({ note, tags }: Annotation): NonNullable<WebAnnotation['body']> => [
  ...(note === ''
    ? []
    : [
        { type: 'TextualBody' as const, purpose: 'commenting' as const, format: 'text/markdown' as const, value: note },
      ]),
  ...tags.map(value => ({ type: 'TextualBody' as const, purpose: 'tagging' as const, value })),
]

/** The annotation in the W3C model; `fromWebAnnotation` gives back exactly what was put in. */
export const toWebAnnotation = (annotation: Annotation, documentId: string): WebAnnotation => {
  const { quote, position, structure } = annotation.selectors
  const body = bodyOf(annotation)
  const quoteSelector = {
    type: 'TextQuoteSelector' as const,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
  }
  const positionSelector = { type: 'TextPositionSelector' as const, start: position.start, end: position.end }
  return {
    '@context': [webAnnotationContext[0], { ...webAnnotationContext[1] }],
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    motivation: motivationOf(annotation),
    created: annotation.created,
    modified: annotation.modified,
    'pathmark:version': annotation.version,
    ...(annotation.deleted !== undefined && { 'pathmark:deleted': annotation.deleted }),
    ...(annotation.madeOn !== undefined && { 'pathmark:madeOn': annotation.madeOn }),
    ...(annotation.keptOrphan !== undefined && { 'pathmark:keptOrphan': annotation.keptOrphan }),
    ...(annotation.setAside !== undefined && { 'pathmark:setAside': annotation.setAside }),
    ...(annotation.origin !== undefined && { 'pathmark:origin': annotation.origin }),
    ...(annotation.edits !== undefined && { 'pathmark:edits': annotation.edits }),
    ...(body.length > 0 && { body }),
    target: {
      type: 'SpecificResource',
      source: `${DOCUMENT_ADDRESS}${documentId}`,
      styleClass: [annotation.style, annotation.color],
      selector: structure
        ? [
            quoteSelector,
            positionSelector,
            {
              type: 'pathmark:StructureSelector',
              'pathmark:section': structure.section,
              'pathmark:block': structure.block,
              'pathmark:offset': structure.offset,
            },
          ]
        : [quoteSelector, positionSelector],
    },
  }
}

/** The annotation that a record of a file stands for, and the document it belongs to. */
export const fromWebAnnotation = (record: WebAnnotation): { annotation: Annotation; documentId: string } => {
  const [quote, position, structure] = record.target.selector
  const [style, color] = record.target.styleClass
  const body = record.body ?? []
  const annotation: Annotation = {
    id: record.id.slice('urn:uuid:'.length),
    created: record.created,
    modified: record.modified,
    version: record['pathmark:version'],
    ...(record['pathmark:deleted'] !== undefined && { deleted: record['pathmark:deleted'] }),
    ...(record['pathmark:madeOn'] !== undefined && { madeOn: record['pathmark:madeOn'] }),
    ...(record['pathmark:keptOrphan'] !== undefined && { keptOrphan: record['pathmark:keptOrphan'] }),
    ...(record['pathmark:setAside'] !== undefined && { setAside: record['pathmark:setAside'] }),
    ...(record['pathmark:origin'] !== undefined && { origin: record['pathmark:origin'] }),
    ...(record['pathmark:edits'] !== undefined && { edits: record['pathmark:edits'] }),
    style,
    color,
    note: body.find(({ purpose }) => purpose === 'commenting')?.value ?? '',
    tags: body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value),
    selectors: {
      quote: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      position: { start: position.start, end: position.end },
      ...(structure && {
        structure: {
          section: structure['pathmark:section'],
          block: structure['pathmark:block'],
          offset: structure['pathmark:offset'],
        },
      }),
    },
  }
  return { annotation, documentId: record.target.source.slice(DOCUMENT_ADDRESS.length) }
}
