import { parseJson } from '../text/parse-json.ts'
import type { ReadMarks } from './foreign-mark.ts'
import { readKindle } from './kindle/read-kindle.ts'
import { readKoreaderMarkdown } from './koreader/read-koreader-markdown.ts'
import { readKoreaderJson, readSidecar } from './koreader/read-koreader.ts'
import { readHypothesis } from './read-hypothesis.ts'
import { readReadwise } from './read-readwise.ts'
import { readWebAnnotations } from './web/read-web-annotations.ts'

const readJson = (text: string): ReadMarks | 'cut-off' | null => {
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return 'cut-off'
    throw error
  }
  return readWebAnnotations(value) ?? readHypothesis(value) ?? readKoreaderJson(value)
}

/**
 * The marks of a file of another program, which is recognised by what is in it; null when it is none. `cut-off` is a file of JSON, or
 * a table of Lua, that is not whole. Ask `looksLikeMarks` before.
 */
export const readMarks = (given: string): ReadMarks | 'cut-off' | null => {
  const text = given.replace(/^\ufeff/, '')
  const start = /\S/.exec(text)?.[0]
  if (start === undefined) return null
  if (start === '{' || start === '[') return readJson(text)
  return readReadwise(text) ?? readKindle(text) ?? readSidecar(text) ?? readKoreaderMarkdown(text)
}
