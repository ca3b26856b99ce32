import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { app } from 'electron'
import { systemCode } from '#library/store/disk-failure.ts'

const isFileOrFolder = (path: string): boolean => {
  try {
    const about = statSync(path, { throwIfNoEntry: false })
    return about !== undefined && (about.isFile() || about.isDirectory())
  } catch (error) {
    if (systemCode(error) === null) throw error
    // Something is there that cannot be looked at; importing it says why.
    return true
  }
}

/**
 * The paths among the words of a start that lead to a file or a folder. In development the first word is the program's own folder.
 * @param directory where the program was started
 */
export const filesAmong = (words: readonly string[], directory: string): readonly string[] =>
  words.map(word => resolve(directory, word)).filter(path => path !== resolve(app.getAppPath()) && isFileOrFolder(path))
