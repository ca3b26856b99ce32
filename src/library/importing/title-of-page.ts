/** What sites put between the title of an article and their own name. */
const between = /\s+[-–—|·•»:]\s+|\s*[|｜]\s*/

const partedBefore = new RegExp(`(?:${between.source})$`)
/** A site's name may stand before a colon as well, which a title may have of its own. */
const partedAfter = new RegExp(`^(?:${between.source}|:\\s)`)

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What is left of a title when it begins or ends with a part that a mark stands beside; null when it does not. */
const restBeside = (title: string, part: string): { rest: string; atEnd: boolean } | null => {
  if (part === '' || part.length >= title.length) return null
  const [whole, piece] = [folded(title), folded(part)]
  const parted = new RegExp(`^(?:${between.source})`)
  if (whole.endsWith(piece) && partedBefore.test(title.slice(0, -part.length)))
    return { rest: title.slice(0, -part.length).replace(partedBefore, ''), atEnd: true }
  if (whole.startsWith(piece) && parted.test(title.slice(part.length)))
    return { rest: title.slice(part.length).replace(parted, ''), atEnd: false }
  return null
}

/** What a site is called by the links that lead to its first page, where the title of a page begins or ends with that. */
export const siteInTitle = (title: string, homes: readonly string[]): string | undefined =>
  homes.find(home => {
    const [whole, name] = [folded(title), folded(home)]
    if (name === '' || name.length >= whole.length) return false
    return whole.endsWith(name)
      ? partedBefore.test(whole.slice(0, -name.length))
      : whole.startsWith(name) && partedAfter.test(whole.slice(name.length))
  })

/**
 * A title without the name of the site, which pages write behind or before it: a heading of the page where the title is that and more,
 * otherwise what is left when the site's name is taken away.
 * @param headings of the page, in its order
 * @param sites what the site is called
 */
export const titleWithoutSite = (title: string, headings: readonly string[], sites: readonly string[]): string => {
  const isSite = (text: string): boolean => sites.some(site => folded(site) === folded(text))
  if (headings.some(heading => folded(heading) === folded(title))) return title
  const beside = headings
    .filter(heading => !isSite(heading))
    .flatMap(heading => {
      const found = restBeside(title, heading)
      return found === null ? [] : [{ heading, first: !found.atEnd }]
    })
    // Sites mostly put their name last, so that the heading which the title begins with is the article's.
    .toSorted((a, b) => Number(b.first) - Number(a.first) || b.heading.length - a.heading.length)
  const [best] = beside
  if (best !== undefined) return best.heading
  for (const site of sites) {
    const found = restBeside(title, site)
    if (found !== null && found.rest.trim() !== '') return found.rest.trim()
  }
  return title
}

/** What a page is called that says its title only to be shown: by its one heading of the first rank, or by its title. */
export const titleShown = (
  title: string | undefined,
  headings: readonly string[],
  first: readonly string[],
  sites: readonly string[],
): string | undefined => {
  if (title === undefined) return first[0]
  const without = titleWithoutSite(title, headings, sites)
  if (headings.includes(without)) return without
  const [only, another] = first.filter(heading => !sites.includes(heading))
  return only !== undefined && another === undefined ? only : without
}
