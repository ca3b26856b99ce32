/** `Last, First` as people are cited elsewhere, turned round; anything else as it is. */
const inOrder = (name: string): string => {
  const [last, first, ...more] = name.split(',').map(part => part.trim())
  return last !== undefined && first !== undefined && first !== '' && more.length === 0 ? `${first} ${last}` : name
}

/** Names of authors in one line, parted by semicolons, line feeds, ampersands or `and`. */
export const splitAuthors = (line: string): string[] =>
  line
    .split(/\s*(?:;|\n|&|\band\b)\s*/i)
    .map(name => inOrder(name.replace(/\s+/g, ' ').trim()))
    .filter(name => name !== '' && !/^(?:unknown(?: author)?|n\/a)$/i.test(name))
