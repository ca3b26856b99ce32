/** Makes something when it is first asked for, and gives the same to all who ask later. */
export const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}
