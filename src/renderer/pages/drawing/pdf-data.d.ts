declare module 'virtual:pdf-character-maps' {
  const files: Readonly<Record<string, string>>
  export default files
}

declare module 'virtual:pdf-fonts' {
  const files: Readonly<Record<string, string>>
  export default files
}
