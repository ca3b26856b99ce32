/** The same fields without those that say nothing. */
type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

export const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>

const languageTag = /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/

/** A language as BCP 47 writes it, of what people write (`en_GB`); undefined for what is none. */
export const languageOf = (written: string | undefined): string | undefined =>
  written !== undefined && languageTag.test(written) ? written.replaceAll('_', '-') : undefined
