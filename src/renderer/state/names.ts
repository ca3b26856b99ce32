import { signal } from '@preact/signals-core'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { callBridge } from './bridge.ts'

/** The names of the lexicon; null until they have been asked for and have come. */
export const names = signal<readonly WrittenName[] | null>(null)

let asked: Promise<Result<null>> | null = null

async function ask(): Promise<Result<null>> {
  const answer = await callBridge('lexicon.names', undefined)
  if (answer.ok) names.value = answer.value
  else asked = null
  return answer.ok ? succeed(null) : answer
}

/** Asks for the names, once for the window; after a failure they are asked for again. */
export const askForNames = (): Promise<Result<null>> => (asked ??= ask())
