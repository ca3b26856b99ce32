/**
 * Counts the states of the extractor that find something else in the same text. To be raised with every change that
 * does; documents read by an earlier one are then looked through again when they are next opened.
 */
export const EXTRACTOR_VERSION = 2

const NAME = 'Pathmark extractor'

/** Name and version, as `mechanisms.json` keeps them. */
export const extractorName = `${NAME} ${EXTRACTOR_VERSION}`

/** Stands in `mechanisms.json` while nobody has looked for mechanisms yet. */
export const NOT_LOOKED_FOR = `${NAME} 0`

/** The version in such a name; 1 for what was written before the extractor had one of its own. */
export const extractorVersion = (name: string): number => {
  const version = name.startsWith(`${NAME} `) ? Number(name.slice(NAME.length + 1)) : Number.NaN
  return Number.isInteger(version) && version >= 0 ? version : 1
}
