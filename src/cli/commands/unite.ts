import type { UnitedDocument } from '#library/uniting/unite-folder.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson, remark } from '../terminal.ts'
import { withLibrary } from '../with-library.ts'

const said = ({ title, status, brought }: UnitedDocument): string =>
  status === 'added' ? `Added ${title}` : `${title}: ${brought ?? ''}`

const articles = (count: number): string => (count === 1 ? 'One article was' : `${count} articles were`)

export const run: RunCommand = invocation =>
  withLibrary(invocation, 'write', async library => {
    const [folder = ''] = invocation.operands
    const united = await library.unite(folder)
    if (!united.ok) return failed(united.error.message)
    const { documents, names } = united.value
    if (invocation.json) printJson(united.value)
    else {
      for (const document of documents) {
        if (document.status === 'added' || document.status === 'united') print(oneLine(said(document)))
      }
      if (names > 0) print(names === 1 ? 'One name of an entity' : `${names} names of entities`)
      const same = documents.filter(({ status }) => status === 'unchanged').length
      if (same > 0) print(`${articles(same)} the same already.`)
    }
    for (const { title, status } of documents)
      if (status === 'in-trash')
        remark(`${oneLine(title)} is in the trash here and was left out. “pathmark trash” lists what is there.`)
    const failures = documents.filter(({ status }) => status === 'failed')
    for (const { title, error = '' } of failures) failed(`${oneLine(title)}: ${oneLine(error)}`)
    return failures.length === 0 ? 0 : 1
  })
