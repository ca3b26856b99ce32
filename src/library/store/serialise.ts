/** The form in which every JSON file of a library is written: indented, so that people and version control can read it. */
export const serialise = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
