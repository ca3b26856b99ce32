/** A number with the word for what is counted, such as `1 mark` or `1,363 words`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
