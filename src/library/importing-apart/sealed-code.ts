import { createHash } from 'node:crypto'

/** Bytes of SHA-256 (FIPS 180-4). */
const SEAL_LENGTH = 32

const sealOf = (script: Uint8Array, compiled: Uint8Array): Buffer => {
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(script.length))
  return createHash('sha256').update(length).update(script).update(compiled).digest()
}

/** What is kept beside a script: the code that was compiled of it, after the SHA-256 of both. */
export const sealCompiled = (script: Uint8Array, compiled: Uint8Array): Buffer =>
  Buffer.concat([sealOf(script, compiled), compiled])

/**
 * The compiled code of what was kept beside a script; undefined when one of the two is not as it was then. V8 compares lengths and its own
 * version, not contents: it runs damaged code as far as that goes, and ends the process or gives wrong results.
 */
export const unsealCompiled = (script: Uint8Array, kept: Uint8Array): Buffer | undefined => {
  const compiled = Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength).subarray(SEAL_LENGTH)
  return sealOf(script, compiled).equals(kept.subarray(0, SEAL_LENGTH)) ? compiled : undefined
}
