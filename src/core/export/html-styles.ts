/** The look of an exported page: one column, light or dark with the system, and a printable one. */
export const exportStyles = `:root { color-scheme: light dark; --ink: #22252b; --soft: #5c626d; --paper: #fbfaf7; --rule: #d9d5cb; --box: #f3f0e8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e0da; --soft: #a6a49c; --paper: #1b1d21; --rule: #3b3e45; --box: #25282d } }
body { margin: 0; padding: 3rem 1.25rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif }
main { max-width: 44rem; margin: 0 auto }
h1, h2, h3 { line-height: 1.25; text-wrap: balance }
h1 { margin: 0 0 .5rem; font-size: 2rem }
h2 { margin: 3rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 1.5rem }
h3 { margin: 2rem 0 .75rem; font-size: 1.125rem }
a { color: inherit }
.subtitle { margin: 0 0 .75rem; color: var(--soft); font-size: 1.2rem }
.details { color: var(--soft); font: .875rem/1.5 system-ui, sans-serif }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.tag { padding: 0 .4em; border: 1px solid var(--rule); border-radius: 1em }
.highlight, .card { margin: 0 0 1.75rem; break-inside: avoid }
blockquote { margin: .75rem 0; padding: .25rem 1rem; border-left: .25rem solid var(--mark, var(--rule)) }
.note { margin: .75rem 0; padding: .75rem 1rem; border-radius: .375rem; background: var(--box) }
.yellow { --mark: #e0b400 } .green { --mark: #4f9d5b } .blue { --mark: #3f83c4 }
.pink { --mark: #d0618f } .orange { --mark: #d98032 } .purple { --mark: #8a68c2 }
table { width: 100%; margin: 1rem 0; border-collapse: collapse }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
tbody th { font-weight: normal }
.number { text-align: right; font-variant-numeric: tabular-nums }
footer { margin-top: 4rem }
@media print { body { padding: 0; background: none } }
`
