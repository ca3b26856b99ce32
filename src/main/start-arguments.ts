/** What the program was asked to do when it was started, or started again while it was running. */
export interface StartArguments {
  /** Folder of the library to open; null for the usual one. */
  readonly library: string | null
  /** An article, and a mark in it, that a `pathmark://` link leads to. */
  readonly show: ArticleLink | null
}

export interface ArticleLink {
  readonly id: string
  readonly annotation: string | null
}

const UUID_LENGTH = 36
const LINK = /^pathmark:\/\/open\/([a-z0-9-]{1,64})\/?(?:#([0-9a-f-]{36}|[a-z-]*))?$/

/** Reads `pathmark://open/<document>#<annotation>`; anything else is null. */
export const parseArticleLink = (address: string): ArticleLink | null => {
  const match = LINK.exec(address)
  if (match?.[1] === undefined) return null
  return { id: match[1], annotation: match[2]?.length === UUID_LENGTH ? match[2] : null }
}

/** Reads `--library DIR`, `--library=DIR` and a `pathmark://` link; every other argument is left alone. */
export const parseStartArguments = (args: readonly string[]): StartArguments => {
  let library: string | null = null
  let show: ArticleLink | null = null
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? ''
    if (argument === '--library') library = args[++at] || null
    else if (argument.startsWith('--library=')) library = argument.slice('--library='.length) || null
    else show = parseArticleLink(argument) ?? show
  }
  return { library, show }
}

/** What a second start says before it ends: it can bring the window to the front, but not open another library in it. */
export const openAlready = ({ library }: StartArguments): string =>
  'Pathmark is open already; its window comes to the front.' +
  (library === null ? '' : ` It keeps its library: to open the one in ${library}, close it first.`)
