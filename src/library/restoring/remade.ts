/** A value made in place of one that cannot be read. */
export interface Remade<T> {
  readonly value: T
  /** What was done, one clause. */
  readonly how: string
  /** True when what was in the file may be lost for good. */
  readonly losing: boolean
}
