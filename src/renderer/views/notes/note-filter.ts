import { annotationColors } from '#core/annotation/annotation.ts'
import type { Annotation, AnnotationColor } from '#core/annotation/annotation.ts'

/** Which notes are shown: of any of these colours and with any of these tags. Nothing chosen shows all. */
export interface NoteFilter {
  readonly colors: readonly AnnotationColor[]
  readonly tags: readonly string[]
}

export const noFilter: NoteFilter = { colors: [], tags: [] }

export const isFiltering = ({ colors, tags }: NoteFilter): boolean => colors.length + tags.length > 0

export const passesFilter = (annotation: Annotation, { colors, tags }: NoteFilter): boolean =>
  (colors.length === 0 || colors.includes(annotation.color)) &&
  (tags.length === 0 || annotation.tags.some(tag => tags.includes(tag)))

/** The value chosen when it was not, left out when it was. */
export const toggled = <T>(chosen: readonly T[], value: T): readonly T[] =>
  chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value]

/** The colours in use, in their usual order, with the number of annotations of each. */
export const colorCounts = (annotations: readonly Annotation[]): readonly (readonly [AnnotationColor, number])[] =>
  annotationColors
    .map(color => [color, annotations.filter(annotation => annotation.color === color).length] as const)
    .filter(([, count]) => count > 0)

/** The tags in use with the number of annotations of each; the commonest first, of equal ones by the alphabet. */
export const tagCounts = (annotations: readonly Annotation[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>()
  for (const tag of annotations.flatMap(annotation => annotation.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].toSorted(([a, timesA], [b, timesB]) => timesB - timesA || a.localeCompare(b))
}

/**
 * Tags to offer while one is being typed: those in use that hold the words and are not on the note yet, the ones that begin
 * with them first. At most `most`.
 */
export const suggestTags = (
  typed: string,
  inUse: readonly string[],
  present: readonly string[],
  most = 6,
): readonly string[] => {
  const wanted = typed.trim().toLowerCase()
  const fitting = inUse.filter(tag => !present.includes(tag) && tag.toLowerCase().includes(wanted))
  const begins = (tag: string): number => Number(!tag.toLowerCase().startsWith(wanted))
  return fitting
    .map((tag, index) => ({ tag, index }))
    .toSorted((a, b) => begins(a.tag) - begins(b.tag) || a.index - b.index)
    .slice(0, most)
    .map(({ tag }) => tag)
}
