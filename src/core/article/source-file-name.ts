const pattern = /^source\.[a-z0-9]{1,8}$/

/** Whether a name may be that of an article's kept original: a file right in the document's folder, which no other file of it is called. */
export const isSourceFileName = (name: string): boolean => pattern.test(name)

/** The name under which the original of a newly imported article is to be kept. Throws for any other name, as no importer gives one. */
export const sourceFileNameOf = ({ sourceFile }: { readonly sourceFile: string }): string => {
  if (!isSourceFileName(sourceFile))
    throw new Error('An importer named an original in a way that no original is named.')
  return sourceFile
}
