import * as v from 'valibot'
import { calls } from '#core/bridge/calls.ts'
import type { CallName, CallPayload, CallValue } from '#core/bridge/calls.ts'
import { payloadProblem } from '#core/bridge/payload-limits.ts'
import { fail } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { CallAllowance } from './call-allowance.ts'
import { shownAnswer } from './shown-words.ts'

/** What answers each call of the bridge. */
export type BridgeHandlers = {
  readonly [Name in CallName]: (
    payload: CallPayload<Name>,
  ) => Promise<Result<CallValue<Name>>> | Result<CallValue<Name>>
}

export interface AnswerOptions {
  readonly handlers: BridgeHandlers
  readonly allowance: CallAllowance
  /** Takes the places on this machine out of what is told to the window. */
  readonly withoutPaths: (text: string) => string
  /** Takes a fault of the program, for its log. */
  readonly report: (name: CallName, error: unknown) => void
}

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name)

const TOO_MUCH =
  'The window asked for too much at once, so this was not done; nothing was changed. Try again in a moment.'

/**
 * Answers a call whose sender is known to be the window. How often, then the name, then the size and the shape of the
 * payload are checked before a handler runs. Never rejects, and never lets a path or a stack through.
 */
export const answerCalls = ({ handlers, allowance, withoutPaths, report }: AnswerOptions) => {
  const answer = async <Name extends CallName>(name: Name, payload: unknown): Promise<Result<CallValue<Name>>> => {
    const problem = payloadProblem(payload, calls[name].limits)
    if (problem === 'too-large')
      return fail('bad-payload', `The window sent more than "${name}" takes; nothing was changed.`)
    const parsed = problem === null ? v.safeParse(calls[name].payload, payload, { abortEarly: true }) : null
    if (parsed?.success !== true)
      return fail('bad-payload', `The window sent something that "${name}" does not take; nothing was changed.`)
    const leave = allowance.enter(name)
    if (leave === null) return fail('too-much', TOO_MUCH)
    try {
      return await handlers[name](parsed.output)
    } finally {
      leave()
    }
  }
  return async (name: unknown, payload: unknown): Promise<Result<unknown>> => {
    if (!allowance.begin()) return fail('too-much', TOO_MUCH)
    if (!isCallName(name)) return fail('bad-payload', 'The window asked for something that does not exist.')
    try {
      return shownAnswer(name, await answer(name, payload), withoutPaths)
    } catch (error) {
      report(name, error)
      return fail(
        'unexpected',
        'Something went wrong inside Pathmark. Nothing was thrown away; try again, or restart it.',
      )
    }
  }
}
