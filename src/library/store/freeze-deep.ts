/**
 * Freezes plain data all the way down and gives it back. What is frozen already is taken to be so all the way, so that
 * a value that shares most of its parts with the one before costs little.
 */
export const freezeDeep = <T extends object>(data: T): T => {
  const open: object[] = [data]
  for (let value = open.pop(); value; value = open.pop()) {
    if (Object.isFrozen(value)) continue
    Object.freeze(value)
    for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) open.push(inner)
  }
  return data
}
