/** What to call an article that has no title of its own. */
export const titleOfFileName = (fileName: string): string => fileName.replace(/\.[^.]*$/, '') || 'Untitled'
