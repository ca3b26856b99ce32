import { createHash } from 'node:crypto'
import type { MarkOrigin } from '#core/annotation/mark-origin.ts'
import type { ForeignMark, MarkedWork } from '#core/foreign-marks/foreign-mark.ts'

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Programs that give each mark a name of its own in all the world; those of the others are told apart within one work. */
const NAMING: readonly ForeignMark['program'][] = ['hypothesis', 'readium', 'web-annotation', 'pathmark']

const UUID = /^urn:uuid:([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$/i

/**
 * The id of the annotation that a mark becomes: the same for the same mark of a later file, on every computer. A UUID of version 8 (RFC 9562,
 * 5.8), or Pathmark's own, which a mark keeps through an export.
 */
export const markId = ({ program, id }: ForeignMark, { title }: MarkedWork): string => {
  const own = program === 'pathmark' ? UUID.exec(id)?.[1] : undefined
  if (own !== undefined) return own.toLowerCase()
  const within = NAMING.includes(program) ? '' : title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
  const hash = hashOf([program, within, id].join('\u0000'))
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}

const SHORT = 16

/** What tells the content of a mark from that of a later file. */
export const saidBy = ({ quote, note, tags, color, style }: ForeignMark): MarkOrigin['said'] => ({
  quote: hashOf(quote).slice(0, SHORT),
  note: hashOf(note).slice(0, SHORT),
  tags: hashOf(tags.join('\n')).slice(0, SHORT),
  color: `${style} ${color ?? ''}`.trim(),
})

export const sameSaid = (one: MarkOrigin['said'], other: MarkOrigin['said']): boolean =>
  one.quote === other.quote && one.note === other.note && one.tags === other.tags && one.color === other.color

/** What hashes say of a note or of tags as they are now. */
export const hashOfNote = (note: string): string => hashOf(note).slice(0, SHORT)
export const hashOfTags = (tags: readonly string[]): string => hashOfNote(tags.join('\n'))

export const originOf = (mark: ForeignMark, { title }: MarkedWork, imported: string): MarkOrigin =>
  mark.origin ?? {
    program: mark.program,
    id: mark.id,
    title,
    imported,
    ...(mark.place !== undefined && { place: mark.place }),
    ...(mark.by !== undefined && { by: mark.by }),
    ...(mark.dated !== undefined && { dated: mark.dated }),
    said: saidBy(mark),
  }
