import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/**
 * Where a reader's library is when none is named: `pathmark/library` in the folder for user data that the XDG Base
 * Directory Specification names. It says to ignore a value of `XDG_DATA_HOME` that is not absolute.
 */
export const defaultLibraryFolder = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string => {
  const named = environment['XDG_DATA_HOME']
  const data = named !== undefined && isAbsolute(named) ? named : join(home, '.local', 'share')
  return join(data, 'pathmark', 'library')
}
