import { readFile, writeFile } from 'node:fs/promises'
import { serialise } from '#library/store/serialise.ts'

/** The fields of a library's file, without its checksum. */
export const readStored = async <T extends object>(path: string): Promise<T> => {
  const { checksum: _checksum, ...fields } = JSON.parse(await readFile(path, 'utf8')) as T & { checksum?: string }
  return fields as unknown as T
}

/** Writes fields as the program does, whatever they are, with the checksum that is theirs; gives the file's text. */
export const writeStored = async (path: string, fields: object): Promise<string> => {
  const text = serialise(fields)
  await writeFile(path, text)
  return text
}

/** Makes the file one of a newer format; gives its text. */
export const makeNewer = async (path: string): Promise<string> =>
  writeStored(path, { ...(await readStored<object>(path)), format: 99 })
