import { describe, expect, it } from 'vitest'
import { readFailure, systemCode, writeFailure } from '#library/store/disk-failure.ts'

const systemError = (code: string) => Object.assign(new Error('from the system'), { code })
const PATH = '/library/notes.json'

describe('the system’s name of an error', () => {
  it('is read from the system’s errors only', () => {
    expect(systemCode(systemError('EIO'))).toBe('EIO')
    expect(systemCode(new Error('EIO'))).toBeNull()
    expect(systemCode(Object.assign(new Error('odd'), { code: 5 }))).toBeNull()
    expect(systemCode({ code: 'EIO' })).toBeNull()
    expect(systemCode('EIO')).toBeNull()
    expect(systemCode(null)).toBeNull()
    expect(systemCode(undefined)).toBeNull()
  })
})

describe('what a refused write means', () => {
  it.each([
    [
      'ENOSPC',
      'disk-full',
      'The disk is full: /library/notes.json could not be written. Make room on it and try again.',
    ],
    [
      'EDQUOT',
      'disk-full',
      'Your disk quota is used up: /library/notes.json could not be written. Make room and try again.',
    ],
    ['EROFS', 'not-writable', '/library/notes.json is on a disk that can only be read. Choose another place.'],
    [
      'EACCES',
      'not-writable',
      'There is no permission to write /library/notes.json. Change its permissions or choose another place.',
    ],
    [
      'EPERM',
      'not-writable',
      'There is no permission to write /library/notes.json. Change its permissions or choose another place.',
    ],
    ['ENOENT', 'not-writable', 'The folder of /library/notes.json is gone. Bring it back, or open the library again.'],
    [
      'ENOTDIR',
      'not-writable',
      '/library/notes.json cannot be written: a file stands where a folder should, or the reverse.',
    ],
    [
      'EISDIR',
      'not-writable',
      '/library/notes.json cannot be written: a file stands where a folder should, or the reverse.',
    ],
    [
      'EMFILE',
      'not-writable',
      '/library/notes.json could not be written: too many files are open. Close some programs and try again.',
    ],
    [
      'ENFILE',
      'not-writable',
      '/library/notes.json could not be written: too many files are open. Close some programs and try again.',
    ],
    ['EIO', 'not-writable', '/library/notes.json could not be written (EIO). Check the disk and try again.'],
  ])('%s is %s, and says what to do', (system, code, message) => {
    expect(writeFailure(systemError(system), PATH)).toEqual({ code, message })
  })

  it('what is no error of the system is said as it is', () => {
    const message = '/library/notes.json could not be written: it broke'
    expect(writeFailure(new Error('it broke'), PATH)).toEqual({ code: 'unexpected', message })
    expect(writeFailure('it broke', PATH)).toEqual({ code: 'unexpected', message })
  })
})

describe('what a refused read means', () => {
  it.each([
    ['ENOENT', 'not-found', '/library/notes.json does not exist. Check the path.'],
    ['EACCES', 'not-readable', 'There is no permission to read /library/notes.json. Change its permissions.'],
    ['EPERM', 'not-readable', 'There is no permission to read /library/notes.json. Change its permissions.'],
    ['EISDIR', 'not-readable', '/library/notes.json is a folder; a file was expected.'],
    ['ENOTDIR', 'not-readable', '/library/notes.json cannot be read: a file stands where a folder should.'],
    ['EIO', 'not-readable', '/library/notes.json could not be read (EIO). Check the disk and try again.'],
  ])('%s is %s, and says what to do', (system, code, message) => {
    expect(readFailure(systemError(system), PATH)).toEqual({ code, message })
  })

  it('a name that is not UTF-8 is not said to be missing', () => {
    expect(readFailure(systemError('ENOENT'), '/pages/\ufffd.html').message).toContain('Rename it.')
  })

  it('what is no error of the system is said as it is', () => {
    expect(readFailure(new Error('it broke'), PATH)).toEqual({
      code: 'unexpected',
      message: '/library/notes.json could not be read: it broke',
    })
  })
})
