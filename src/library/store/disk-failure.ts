import type { Failure, FailureCode } from '#core/result/result.ts'

/** The system's name of an error (`ENOENT`), or null when the error is not one of the system's. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

const failure = (code: FailureCode, message: string): Failure => ({ code, message })

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What a refused write means to the reader; `path` is the file or folder that was to be written. */
export const writeFailure = (error: unknown, path: string): Failure => {
  const code = systemCode(error)
  switch (code) {
    case 'ENOSPC':
      return failure('disk-full', `The disk is full: ${path} could not be written. Make room on it and try again.`)
    case 'EDQUOT':
      return failure('disk-full', `Your disk quota is used up: ${path} could not be written. Make room and try again.`)
    case 'EROFS':
      return failure('not-writable', `${path} is on a disk that can only be read. Choose another place.`)
    case 'EACCES':
    case 'EPERM':
      return failure(
        'not-writable',
        `There is no permission to write ${path}. Change its permissions or choose another place.`,
      )
    case 'ENOENT':
      return failure('not-writable', `The folder of ${path} is gone. Bring it back, or open the library again.`)
    case 'ENOTDIR':
    case 'EISDIR':
      return failure('not-writable', `${path} cannot be written: a file stands where a folder should, or the reverse.`)
    case 'EMFILE':
    case 'ENFILE':
      return failure(
        'not-writable',
        `${path} could not be written: too many files are open. Close some programs and try again.`,
      )
    case null:
      return failure('unexpected', `${path} could not be written: ${describe(error)}`)
    default:
      return failure('not-writable', `${path} could not be written (${code}). Check the disk and try again.`)
  }
}

/** What a refused read means to the reader. A file that is not there is the caller's business. */
export const readFailure = (error: unknown, path: string): Failure => {
  const code = systemCode(error)
  switch (code) {
    case 'ENOENT':
      // A name that is not UTF-8 cannot be asked for: what stands here is not what it is called on the disk.
      return path.includes('\ufffd')
        ? failure(
            'not-found',
            `${path} has a name that is not written in UTF-8, and cannot be opened by it. Rename it.`,
          )
        : failure('not-found', `${path} does not exist. Check the path.`)
    case 'EACCES':
    case 'EPERM':
      return failure('not-readable', `There is no permission to read ${path}. Change its permissions.`)
    case 'EISDIR':
      return failure('not-readable', `${path} is a folder; a file was expected.`)
    case 'ENOTDIR':
      return failure('not-readable', `${path} cannot be read: a file stands where a folder should.`)
    case 'ELOOP':
      return failure('not-readable', `${path} is a link that leads round in a circle, to no file.`)
    case 'ENAMETOOLONG':
      return failure('not-found', `${path} is a longer name than the system takes. Check the path.`)
    case null:
      return failure('unexpected', `${path} could not be read: ${describe(error)}`)
    default:
      return failure('not-readable', `${path} could not be read (${code}). Check the disk and try again.`)
  }
}
