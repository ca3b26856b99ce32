import { join, normalize, sep } from 'node:path'

/** The scheme of the window's own origin. */
export const WINDOW_SCHEME = 'pathmark-app'

/**
 * The file that an address of the window's origin stands for, or null when it points anywhere else.
 * Percent signs left after decoding, back slashes and NUL are refused rather than read in some way.
 */
export const windowFile = (address: string, folder: string): string | null => {
  const url = new URL(address)
  if (url.protocol !== `${WINDOW_SCHEME}:` || url.host !== 'window') return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (/[%\\\0]|\/\/|(^|\/)\.\.?(\/|$)|\/$/.test(path)) return null
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) ? file : null
}
