/** The two things that the core is handed from outside: the time and fresh ids. */
export const now = (): string => new Date().toISOString()
export const newId = (): string => crypto.randomUUID()
