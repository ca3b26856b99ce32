/** A passage by a text directive of an address (URL Fragment Text Directives, WICG). */
interface TextFragment {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

const decode = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/**
 * The passage of `#:~:text=prefix-,start,-suffix`; null when there is none, or when the directive gives only the first and the last words
 * of a longer passage.
 */
export const readTextFragment = (hash: string): TextFragment | null => {
  const found = /:~:(?:.*&)?text=([^&]*)/.exec(hash)?.[1]
  if (found === undefined) return null
  const parts = found.split(',')
  const before = parts[0]?.endsWith('-') === true ? parts.shift() : undefined
  const after = parts.at(-1)?.startsWith('-') === true ? parts.pop() : undefined
  const [only, ...more] = parts
  if (only === undefined || only === '' || more.length > 0) return null
  const [quote, prefix, suffix] = [only, before?.slice(0, -1) ?? '', after?.slice(1) ?? ''].map(decode)
  if (quote === null || quote === undefined) return null
  return { quote, prefix: prefix ?? '', suffix: suffix ?? '' }
}
