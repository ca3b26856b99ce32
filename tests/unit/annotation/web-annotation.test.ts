import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { annotationColors, annotationStyles } from '#core/annotation/annotation.ts'
import type { Annotation } from '#core/annotation/annotation.ts'
import { fromWebAnnotation, toWebAnnotation, webAnnotationSchema } from '#core/annotation/web-annotation.ts'
import { annotationWith, FIRST_ID } from './samples.ts'

describe('toWebAnnotation', () => {
  it('writes the W3C model, with terms of our own only for what the model lacks', () => {
    const annotation = annotationWith({ note: 'Against *Fig. 2*', tags: ['cytokine'], version: 3, style: 'underline' })
    expect(toWebAnnotation(annotation, 'an-article-1')).toEqual({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { pathmark: 'pathmark://terms/' }],
      id: `urn:uuid:${FIRST_ID}`,
      type: 'Annotation',
      motivation: ['highlighting', 'commenting', 'tagging'],
      created: '2026-11-22T10:00:00.000Z',
      modified: '2026-11-22T10:00:00.000Z',
      'pathmark:version': 3,
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Against *Fig. 2*' },
        { type: 'TextualBody', purpose: 'tagging', value: 'cytokine' },
      ],
      target: {
        type: 'SpecificResource',
        source: 'pathmark://open/an-article-1',
        styleClass: ['underline', 'yellow'],
        selector: [
          { type: 'TextQuoteSelector', exact: 'IL-10 rises', prefix: 'In time, ', suffix: ' again.' },
          { type: 'TextPositionSelector', start: 9, end: 20 },
          {
            type: 'pathmark:StructureSelector',
            'pathmark:section': 's0',
            'pathmark:block': 'b0',
            'pathmark:offset': 9,
          },
        ],
      },
    })
  })

  it('has no body and one motivation for a mark without words', () => {
    const record = toWebAnnotation(annotationWith(), 'a')
    expect(record.motivation).toBe('highlighting')
    expect('body' in record).toBe(false)
  })
})

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const anyAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid(),
    created: anyText,
    modified: anyText,
    version: fc.integer({ min: 1 }),
    deleted: fc.option(anyText, { nil: undefined }),
    madeOn: fc.option(anyText, { nil: undefined }),
    keptOrphan: fc.option(anyText, { nil: undefined }),
    setAside: fc.option(anyText, { nil: undefined }),
    style: fc.constantFrom(...annotationStyles),
    color: fc.constantFrom(...annotationColors),
    note: anyText,
    tags: fc.array(anyText, { maxLength: 4 }),
    quote: fc.record({ exact: anyText, prefix: anyText, suffix: anyText }),
    position: fc.record({ start: fc.nat(), end: fc.nat() }),
    structure: fc.option(fc.record({ section: anyText, block: anyText, offset: fc.nat() }), { nil: undefined }),
  })
  .map(({ deleted, madeOn, keptOrphan, setAside, quote, position, structure, ...rest }) => ({
    ...rest,
    ...(deleted !== undefined && { deleted }),
    ...(madeOn !== undefined && { madeOn }),
    ...(keptOrphan !== undefined && { keptOrphan }),
    ...(setAside !== undefined && { setAside }),
    selectors: { quote, position, ...(structure !== undefined && { structure }) },
  }))

describe('fromWebAnnotation', () => {
  it('gives back exactly what was written, through JSON and the check of the file format', () => {
    fc.assert(
      fc.property(anyAnnotation, fc.stringMatching(/^[a-z0-9-]{1,64}$/), (annotation, documentId) => {
        const read: unknown = JSON.parse(JSON.stringify(toWebAnnotation(annotation, documentId)))
        expect(fromWebAnnotation(v.parse(webAnnotationSchema, read))).toEqual({ annotation, documentId })
      }),
    )
  })

  it.each([
    [
      'a colour it does not know',
      { target: { ...toWebAnnotation(annotationWith(), 'a').target, styleClass: ['highlight', 'beige'] } },
    ],
    [
      'a structural selector without a block',
      {
        target: {
          ...toWebAnnotation(annotationWith(), 'a').target,
          selector: [
            ...toWebAnnotation(annotationWith(), 'a').target.selector.slice(0, 2),
            { type: 'pathmark:StructureSelector', 'pathmark:section': 's0' },
          ],
        },
      },
    ],
    ['no id of its own', { id: 'https://example.org/1' }],
    ['another type', { type: 'Note' }],
    ['version 0', { 'pathmark:version': 0 }],
  ])('refuses a record with %s', (_what, change) => {
    expect(v.is(webAnnotationSchema, { ...toWebAnnotation(annotationWith(), 'a'), ...change })).toBe(false)
  })
})
