import * as v from 'valibot'
import { annotationColors, annotationStyles } from '../../annotation/annotation.ts'
import { markOriginSchema } from '../../annotation/mark-origin.ts'
import type { ForeignMark, MarkedWork } from '../foreign-mark.ts'
import { fieldsOf, lineOf, listOf, textOf } from '../json-fields.ts'
import type { Fields } from '../json-fields.ts'

/** Addresses of Pathmark's own documents: `pathmark://open/<id>`. */
const OWN = /^pathmark:\/\/open\/([a-z0-9-]{1,64})(?:$|#)/

/** True of an annotation that Pathmark wrote. */
export const isOwn = (annotation: Fields): boolean => {
  const target = annotation['target']
  return OWN.test(textOf(typeof target === 'string' ? target : fieldsOf(target)['source']))
}

/** The document that Pathmark exported a collection from; null when another program made it. */
export const ownWork = (collection: Fields): MarkedWork | null => {
  const document = OWN.exec(textOf(collection['id']))?.[1]
  return document === undefined ? null : { title: lineOf(collection['label']) ?? document, authors: [], document }
}

/** Style and colour by the classes that Pathmark gives a target. */
export const ownLook = (target: Fields): Partial<Pick<ForeignMark, 'style' | 'color'>> => {
  const classes = listOf(target['styleClass']).map(textOf)
  const style = annotationStyles.find(known => classes.includes(known))
  const color = annotationColors.find(known => classes.includes(known))
  return { ...(style !== undefined && { style }), ...(color !== undefined && { color }) }
}

/** Where a mark came from before it was in the library that it was exported from. */
export const ownOrigin = (annotation: Fields): Pick<ForeignMark, 'origin'> => {
  const origin = v.safeParse(markOriginSchema, annotation['pathmark:origin'])
  return origin.success ? { origin: origin.output } : {}
}
