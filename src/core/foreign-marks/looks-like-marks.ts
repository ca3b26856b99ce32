import { isClippings } from './kindle/read-clippings.ts'
import { isSidecar } from './koreader/read-koreader.ts'
import { isKoreaderMarkdown } from './koreader/read-koreader-markdown.ts'
import { isReadwise } from './read-readwise.ts'

/** A text that says of itself, in JSON's own form, that it holds annotations. */
const NAMES_MARKS =
  /"(?:type|@type)"\s*:\s*\[?\s*"(?:oa:)?Annotation(?:Set|Page|Collection)?"|"(?:rows|annotations|entries|documents)"\s*:\s*\[|"uri"\s*:/

/** True when the beginning of a file looks like one of marks; `readMarks` says whether it is. */
export const looksLikeMarks = (given: string): boolean => {
  const text = given.replace(/^\ufeff/, '')
  const start = /\S/.exec(text)?.[0]
  if (start === undefined) return false
  if (start === '{' || start === '[') return NAMES_MARKS.test(text)
  return isReadwise(text) || isClippings(text) || isSidecar(text) || isKoreaderMarkdown(text)
}
