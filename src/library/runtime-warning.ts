/** What a reader is told when the program runs on the fallback runtime. `version` is its Electron version. */
export const fallbackWarning = (version: string): string =>
  `Electron ${version} is the fallback runtime of a third party and gets no more security fixes: for development and tests only.`
