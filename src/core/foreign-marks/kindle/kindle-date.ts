import { timeOfClock } from '../read-time.ts'

/** The months by the beginnings of their names, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian and Turkish. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|gen|sty|янв|oca)/u,
  /^(?:feb|fév|fev|lut|фев|şub)/u,
  /^(?:mar(?!di|te)|mär|maa|mrt|мар)/u,
  /^(?:apr|avr|abr|kwi|апр|nis)/u,
  /^(?:may|mai(?!o\p{L})|mag|mei|maj|ма[йя])/u,
  /^(?:jun|juin|giu|cze|июн|haz)/u,
  /^(?:jul|juil|lug|lip|июл|tem)/u,
  /^(?:aug|aoû|aou|ago|sie|авг|ağu)/u,
  /^(?:sep|set|wrz|сен|eyl)/u,
  /^(?:oct|okt|out|ott|paź|окт|eki)/u,
  /^(?:nov|lis|ноя|kas)/u,
  /^(?:dec|dez|déc|dic|gru|дек|ara)/u,
]

const EASTERN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u
const CLOCK = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/u
const AFTERNOON = /\bp\.?\s?m\b|下午|午後|午后|오후|晚上/iu
const FORENOON = /\ba\.?\s?m\b|上午|午前|오전|凌晨/iu

const dayOf = (text: string): readonly [year: number, month: number, day: number, rest: string] | null => {
  const eastern = EASTERN.exec(text)
  if (eastern !== null)
    return [Number(eastern[1]), Number(eastern[2]), Number(eastern[3]), text.slice(eastern.index + eastern[0].length)]
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/u.exec(text)
  if (iso !== null) return [Number(iso[1]), Number(iso[2]), Number(iso[3]), text.slice(iso.index + 10)]
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/u.exec(text)
  if (year === null) return null
  const before = text.slice(0, year.index)
  // The month stands nearest to the year; names of weekdays come before it.
  const word = [...before.matchAll(/\p{L}{3,}/gu)].findLast(([name]) =>
    months.some(month => month.test(name.toLowerCase())),
  )
  const day = [...before.matchAll(/(?<!\d)\d{1,2}(?!\d)/gu)].at(-1)
  if (word === undefined || day === undefined) return null
  const month = months.findIndex(one => one.test(word[0].toLowerCase())) + 1
  return [Number(year[0]), month, Number(day[0]), text.slice(year.index + 4)]
}

/**
 * When an entry was made, by the words of its language: the time that the device's clock showed, as if it were UTC. Undefined for a date in
 * figures alone, of which nobody knows whether the day or the month comes first, and for one in words that are not known.
 */
export const readKindleDate = (text: string): string | undefined => {
  const found = dayOf(text.slice(0, 200))
  if (found === null) return undefined
  const [year, month, day, rest] = found
  const clock = CLOCK.exec(rest)
  const given = Number(clock?.[1] ?? 0)
  const hour = AFTERNOON.test(rest) && given < 12 ? given + 12 : FORENOON.test(rest) && given === 12 ? 0 : given
  return timeOfClock({ year, month, day, hour, minute: Number(clock?.[2] ?? 0), second: Number(clock?.[3] ?? 0) })
}
