/** An id made of a title's words, so that finding again gives the same card the same id. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 48) || 'untitled'

/** Gives each name an id of its own: a second one of the same name gets a number. */
export const uniqueId = (taken: Set<string>, wanted: string): string => {
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return id
}
