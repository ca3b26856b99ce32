// The package brings no types of its own; this is the part of it that is used.
declare module 'hyphen/*/index.js' {
  interface HyphenationOptions {
    readonly hyphenChar?: string
    readonly minWordLength?: number
  }
  const hyphen: { readonly hyphenateSync: (text: string, options?: HyphenationOptions) => string }
  export default hyphen
}
