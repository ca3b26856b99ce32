/**
 * The program's own option, and those switches of Chromium's that a packaged Pathmark may be started with: they change how it looks on a screen or speaks to a screen reader.
 * Others open the program to a debugger, take its sandbox away, load other code or send what it does elsewhere.
 */
const TAKEN = new Set([
  'library',
  'disable-gpu',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
])

/** Chromium takes one dash for two, and ends the name at `=`. */
const nameOf = (argument: string): string => argument.replace(/^--?/, '').split('=', 1)[0] ?? ''

/**
 * The first switch among the words of a start that a packaged Pathmark does not take, or null. Words after `--` are no switches, to
 * Chromium neither.
 */
export const refusedSwitch = (args: readonly string[]): string | null => {
  const end = args.indexOf('--')
  const looked = end === -1 ? args : args.slice(0, end)
  return looked.find(argument => argument.startsWith('-') && !TAKEN.has(nameOf(argument))) ?? null
}

/** One line for the terminal; the switch is shown as it came but for what a terminal would act upon. */
export const refusal = (argument: string): string => {
  // oxlint-disable-next-line no-control-regex
  const shown = argument.slice(0, 80).replace(/[\u0000-\u001f\u007f-\u009f]/g, '?')
  return `Pathmark was not started: it does not take ${shown}. It takes --library FOLDER and a pathmark:// link.`
}
