/** How many versions of a record each writer has made, by the writer's id. Who is not named has made none. */
export type VersionVector = Readonly<Record<string, number>>

/** The least vector that knows of all that either knows of; writers in the order of their ids. */
export const uniteVectors = (one: VersionVector, other: VersionVector): VersionVector => {
  const writers = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted()
  return Object.fromEntries(writers.map(writer => [writer, Math.max(one[writer] ?? 0, other[writer] ?? 0)]))
}

/** All versions that the vector counts. */
export const countVersions = (vector: VersionVector): number =>
  Object.values(vector).reduce((sum, count) => sum + count, 0)
