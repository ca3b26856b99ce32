import type { Result } from '#core/result/result.ts'

/** Reads something when it is first asked for, and gives the same from then on; a failure is tried again. */
export const readOnce = <T>(read: () => Promise<Result<T>>): (() => Promise<Result<T>>) => {
  let known: Promise<Result<T>> | null = null
  const ask = async (): Promise<Result<T>> => {
    const result = await read()
    if (!result.ok) known = null
    return result
  }
  return () => (known ??= ask())
}
