/**
 * Binary search over the whole numbers from `from` up to and without `to`: the first of which `isBefore` is not true, or `to`.
 * `isBefore` is true of all up to some number and of none from there on; it is asked of about log2(to - from) of them.
 */
export const bisect = (from: number, to: number, isBefore: (index: number) => boolean): number => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
