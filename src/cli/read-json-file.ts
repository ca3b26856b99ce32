import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { parseJson } from '#core/text/parse-json.ts'
import { readFailure } from '#library/store/disk-failure.ts'

/** Reads a JSON file and checks its shape. The failure's message says what is wrong and where in the value. */
export const readJsonFile = async <T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<Result<T>> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return { ok: false, error: readFailure(error, path) }
  }
  let value: unknown
  try {
    value = parseJson(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return fail('not-recognised', `${path} is not JSON: ${error.message}.`)
  }
  const checked = v.safeParse(schema, value)
  if (checked.success) return succeed(checked.output)
  const [issue] = checked.issues
  const place = v.getDotPath(issue)
  return fail(
    'not-recognised',
    `${path} is not of the shape that is read: ${place === null ? '' : `${place}: `}${issue.message}.`,
  )
}
