import type { HostileCall, Recipe } from './recipe.ts'

/** What came of some calls, counted in the page. */
export interface Answers {
  readonly answered: number
  /** Could not be handed over at all, as a function cannot. */
  readonly unsent: number
  /** How many answers had each code; `ok` for those that were done. */
  readonly codes: Readonly<Record<string, number>>
  /** Milliseconds that the slowest call waited. */
  readonly slowest: number
  /** Answers that are not as every answer has to be, with what they were for. */
  readonly odd: readonly string[]
  /** Every different message of a failure. */
  readonly messages: readonly string[]
}

/**
 * Runs in the page, and so is complete in itself: makes the payloads, asks with so many calls at a time, and looks at the
 * answers.
 */
export const callInPage = async ({
  made,
  atOnce,
}: {
  /** A list of calls, as JSON. */
  readonly made: string
  readonly atOnce: number
}): Promise<Answers> => {
  interface Answer {
    readonly ok?: unknown
    readonly error?: { readonly code?: unknown; readonly message?: unknown }
  }
  const { pathmark } = window as unknown as {
    readonly pathmark: { call(name: unknown, payload: unknown): Promise<Answer | null> }
  }

  const oddity = (kind: string, size: number): unknown => {
    switch (kind) {
      case 'undefined':
        return undefined
      case 'not-a-number':
        return Number.NaN
      case 'big-integer':
        return 10n ** BigInt(size)
      case 'map':
        return new Map([['id', 'x']])
      case 'set':
        return new Set([size])
      case 'date':
        return new Date(size)
      case 'bytes':
        return new Uint8Array(size * 100)
      case 'pattern':
        return /^(a+)+$/u
      case 'error':
        return new Error('x')
      case 'circle': {
        const circle: Record<string, unknown> = { id: 'x' }
        circle['again'] = [circle]
        return circle
      }
      case 'endless-list': {
        const list: unknown[] = []
        // The bridge walks each place of it on this side already.
        list.length = 2_000 * (1 + size)
        return list
      }
      case 'long-text':
        return 'x'.repeat(size * (size === 50 ? 500_000 : 1_000))
      case 'deep': {
        let deep: unknown = 1
        for (let level = 0; level < size; level += 1) deep = { inside: deep }
        return deep
      }
      case 'wide':
        return Array.from({ length: size * 20 }, () => ({ id: 'x' }))
      case 'getter':
        return {
          get id(): string {
            throw new Error('a getter was asked')
          },
        }
      case 'function':
        return () => 1
      case 'symbol':
        return Symbol('x')
      default:
        return new Proxy({}, {})
    }
  }
  const build = (recipe: Recipe): unknown => {
    if (Array.isArray(recipe)) return recipe.map(build)
    if (typeof recipe !== 'object' || recipe === null) return recipe
    if ('make' in recipe) return oddity(recipe.make, recipe.size)
    const built = {}
    // Defined rather than set, so that a field called `__proto__` is one.
    for (const [name, value] of (recipe as Extract<Recipe, { fields: unknown }>).fields)
      Object.defineProperty(built, name, { value: build(value), enumerable: true, configurable: true, writable: true })
    return built
  }

  const codes: Record<string, number> = {}
  const odd: string[] = []
  const messages = new Set<string>()
  let answered = 0
  let unsent = 0
  let slowest = 0
  const told = (call: HostileCall): string => JSON.stringify(call).slice(0, 300)
  const look = (call: HostileCall, answer: Answer | null): void => {
    answered += 1
    const code = answer?.ok === true ? 'ok' : answer?.error?.code
    const message = answer?.error?.message ?? ''
    if (typeof code !== 'string' || typeof message !== 'string') odd.push(`no answer to ${told(call)}`)
    else {
      codes[code] = (codes[code] ?? 0) + 1
      if (code === 'unexpected') odd.push(`a fault in the main process at ${told(call)}`)
      messages.add(message)
    }
  }
  const queue = JSON.parse(made) as HostileCall[]
  const work = async (): Promise<void> => {
    for (let call = queue.pop(); call !== undefined; call = queue.pop()) {
      const began = performance.now()
      try {
        const silence = new Promise<null>(resolve => setTimeout(() => resolve(null), 15_000))
        look(call, await Promise.race([pathmark.call(build(call.name), build(call.payload)), silence]))
      } catch (error) {
        const reason = String(error)
        // The main process lets no error out: what is thrown here must be the page's own side of the bridge.
        if (reason.includes('remote method')) odd.push(`${reason.slice(0, 200)} at ${told(call)}`)
        else unsent += 1
      }
      slowest = Math.max(slowest, performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { answered, unsent, codes, slowest, odd, messages: [...messages] }
}
