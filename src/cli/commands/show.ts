import { correctedArticle } from '#library/exporting/corrected-article.ts'
import type { RunCommand } from '../command.ts'
import { failed, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'

export const run: RunCommand = invocation =>
  withDocument(invocation, 'read', async (library, id) => {
    const read = await library.readArticle(id)
    if (!read.ok) return failed(read.error.message)
    const { article, html } = read.value
    const notes = await library.readNotes(id)
    if (!notes.ok) return failed(notes.error.message)
    const asHtml = invocation.flags.has('html')
    if (invocation.json) {
      printJson({
        id,
        metadata: correctedArticle(article, notes.value.citation).metadata,
        text: article.text,
        ...(asHtml ? { html } : {}),
      })
    } else {
      print(asHtml ? html : article.text)
    }
    return 0
  })
