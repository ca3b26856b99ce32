/** Whether a text is a year, a month or a day that exists, as ISO 8601 writes them: `2024`, `2024-03`, `2024-03-02`. */
export const isIsoDate = (text: string): boolean => {
  const [whole, year, month, day] = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (whole === undefined) return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return day === undefined || (Number(day) >= 1 && Number(day) <= days)
}
