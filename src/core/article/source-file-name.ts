const pattern = /^source\.[a-z0-9]{1,8}$/

/** Whether a name may be that of an article's kept original: a file right in the document's folder, which no other file of it is called. */
export const isSourceFileName = (name: string): boolean => pattern.test(name)
