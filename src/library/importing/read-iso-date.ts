const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const pad = (value: number): string => String(value).padStart(2, '0')

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of numbers that name a day that exists; otherwise undefined. */
const isoDate = (year: number, month?: number, day?: number): string | undefined => {
  if (year < 1000) return undefined
  if (month === undefined) return String(year)
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return `${year}-${pad(month)}`
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${year}-${pad(month)}-${pad(day)}`
}

const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Of numbers with the year last: points stand after the day first, as in most of Europe; of slashes only what can be read in one way is known. */
const yearLast = (first: number, mark: string, second: number, year: number): string | undefined => {
  if (mark === '.' || first > 12 || first === second) return isoDate(year, second, first)
  return second > 12 ? isoDate(year, first, second) : undefined
}

/**
 * The calendar date of a date as pages write it: ISO 8601 or with slashes (`2024/03/02`), with or without a time, with the year last
 * (`02.03.2024`, `03/21/2024`), or in English words (`2024 Mar 2`, `2 March 2024`, `March 2, 2024`, `Sat, 02 Mar 2024 …`). As exact as it was
 * given; undefined when it is none of these, or may be either of two days.
 */
export const readIsoDate = (written: string): string | undefined => {
  const text = written.trim()
  const yearFirst = /^(\d{4})\s+([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}))?\b/.exec(text)
  if (yearFirst !== null && monthNumber(yearFirst[2] ?? '') > 0)
    return isoDate(
      Number(yearFirst[1]),
      monthNumber(yearFirst[2] ?? ''),
      yearFirst[3] === undefined ? undefined : Number(yearFirst[3]),
    )
  const numeric = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=$|[T\s])/.exec(text)
  if (numeric !== null) {
    const [, year, month, day] = numeric
    return isoDate(
      Number(year),
      month === undefined ? undefined : Number(month),
      day === undefined ? undefined : Number(day),
    )
  }
  const numericLast = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})(?=$|[,\s])/.exec(text)
  if (numericLast !== null)
    return yearLast(Number(numericLast[1]), numericLast[2] ?? '', Number(numericLast[3]), Number(numericLast[4]))
  const dayFirst = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(text)
  if (dayFirst !== null) return isoDate(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/.exec(text)
  if (monthFirst !== null)
    return isoDate(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]))
  return undefined
}
