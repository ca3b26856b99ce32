/** What the program was asked to do when it was started, or started again while it was running. */
export interface StartArguments {
  /** Folder of the library to open; null for the usual one. */
  readonly library: string | null
  /** An article, and a mark in it, that a `pathmark://` link leads to. */
  readonly show: ArticleLink | null
  /** Words that may be paths of files and folders to import: no options and no links. */
  readonly files: readonly string[]
}

export interface ArticleLink {
  readonly id: string
  readonly annotation: string | null
}

// The fragment is a mark's id, or the name of a heading in an export: then the article alone is shown.
const LINK =
  /^pathmark:\/\/open\/([a-z0-9-]{1,64})\/?(?:#(?:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|[a-z-]{0,64}))?$/

/** Reads `pathmark://open/<document>#<annotation>`; anything else is null. */
export const parseArticleLink = (address: string): ArticleLink | null => {
  const match = LINK.exec(address)
  return match?.[1] === undefined ? null : { id: match[1], annotation: match[2] ?? null }
}

/** `pathmark://…`, `https://…`: a word of which a web page may be the author. A drive (`C:\\`) is none. */
const isAddress = (word: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(word)

/** The last link among the words of a start; every other word is left alone. */
const linkAmong = (args: readonly string[]): ArticleLink | null =>
  args.reduce<ArticleLink | null>((found, argument) => parseArticleLink(argument) ?? found, null)

/**
 * What a second start may ask of the window that is open: to show what a link leads to. Its words may come from a web page that a link
 * was clicked on, so that no option of it is honoured, nor is it known which words Chromium added.
 */
export const parseSecondStart = (args: readonly string[]): ArticleLink | null => linkAmong(args)

/** Reads `--library DIR`, `--library=DIR` and a `pathmark://` link. What comes after `--` is no option. */
export const parseStartArguments = (args: readonly string[]): StartArguments => {
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  let library: string | null = null
  const files = end === -1 ? [] : args.slice(end + 1)
  for (let at = 0; at < options.length; at++) {
    const argument = options[at] ?? ''
    if (argument === '--library') library = options[++at] || null
    else if (argument.startsWith('--library=')) library = argument.slice('--library='.length) || null
    else if (!argument.startsWith('-')) files.push(argument)
  }
  return { library, show: linkAmong(args), files: files.filter(word => !isAddress(word)) }
}

/** What a second start says before it ends: it can bring the window to the front, but not open another library in it. */
export const openAlready = ({ library }: StartArguments): string =>
  'Pathmark is open already; its window comes to the front.' +
  (library === null ? '' : ` It keeps its library: to open the one in ${library}, close it first.`)
