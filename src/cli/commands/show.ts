import type { RunCommand } from '../command.ts'
import { failed, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

export const run: RunCommand = invocation =>
  withDocument(invocation, 'read', async (library, id) => {
    const read = await library.readArticle(id)
    if (!read.ok) return failed(read.error.message)
    const { article, html } = read.value
    const asHtml = invocation.flags.has('html')
    if (invocation.json) {
      printJson({ id, metadata: article.metadata, text: article.text, ...(asHtml ? { html } : {}) })
    } else {
      print(asHtml ? html : article.text)
    }
    return 0
  })
