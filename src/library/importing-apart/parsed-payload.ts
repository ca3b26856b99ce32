import * as v from 'valibot'
import { parseJson } from '#core/text/parse-json.ts'
import type { Frame } from './answer-frames.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The value that a frame's payload says in JSON; null when it is none of the schema's. */
export const parsedPayload = <T>(schema: v.GenericSchema<unknown, T>, { payload }: Frame): T | null => {
  try {
    const value = v.safeParse(schema, parseJson(decoder.decode(payload)))
    return value.success ? value.output : null
  } catch (error) {
    // Not UTF-8, or not JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}
