const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i

interface ClockTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

/** The time as ISO 8601 in UTC, taken as if the clock had shown UTC; undefined for one that there is not. */
export const timeOfClock = ({ year, month, day, hour = 0, minute = 0, second = 0 }: ClockTime): string | undefined => {
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isSame = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60
  return isSame && year >= 1000 ? time.toISOString() : undefined
}

/** Minutes that a zone is ahead of UTC. */
const aheadOf = (zone: string): number => {
  if (!/^[+-]/.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  return zone.startsWith('-') ? -minutes : minutes
}

/** A time in one of the forms that ISO 8601 has, or with a blank for its `T`, as ISO 8601 in UTC; undefined when it is none. */
export const readIsoTime = (text: string | undefined): string | undefined => {
  const found = ISO.exec((text ?? '').trim())
  if (found === null) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map(part => Number(part ?? 0))
  const clock = timeOfClock({ year, month, day, hour, minute, second })
  if (clock === undefined) return undefined
  const milliseconds = Math.trunc(Number(`0.${found[7] ?? 0}`) * 1000)
  return new Date(Date.parse(clock) + milliseconds - aheadOf(found[8] ?? 'Z') * 60_000).toISOString()
}

/** A time in seconds since 1970 as ISO 8601; undefined when it is none that a calendar has. */
export const timeOfSeconds = (seconds: unknown): string | undefined =>
  typeof seconds === 'number' && seconds > 0 && seconds < 100_000_000_000
    ? new Date(seconds * 1000).toISOString()
    : undefined
