const frameTags = /<\/?(?:frameset|noframes)\b[^>]*>/gi
const content = /<(?:article|body|center|div|h[1-6]|main|p|section|table)\b/i
const frame = /<frame\b[^>]*>/gi

/**
 * A page that is made of frames holds, for programs that know none, what else there is to read: it is taken as the page, since browsers
 * of today show nothing of it. Pages that have content before their frames stay as they are.
 * @returns the page, and how many pages stand in its frames
 */
export const pageWithoutFrames = (html: string): { html: string; frames: number } => {
  const start = html.search(/<frameset\b/i)
  if (start < 0 || content.test(html.slice(0, start))) return { html, frames: 0 }
  const frames = html.match(frame)?.length ?? 0
  return { html: html.replace(frameTags, '').replace(frame, ''), frames }
}
