import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { ownNameSchema } from '#core/mechanism/corrections/own-name.ts'
import type { OwnName } from '#core/mechanism/corrections/own-name.ts'
import { entityTypes } from '#core/mechanism/mechanism.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { optionValue, optionValues } from '../command.ts'
import type { ExitStatus, RunCommand } from '../command.ts'
import { failed, misused, oneLine, print, printJson } from '../terminal.ts'
import { currentTime, withLibrary } from '../with-library.ts'

const byName = (a: OwnName, b: OwnName): number => (a.name < b.name ? -1 : Number(a.name > b.name))

const living = (names: readonly OwnName[]): readonly OwnName[] =>
  names.filter(({ deleted }) => deleted === undefined).toSorted(byName)

const tell = (names: readonly OwnName[], json: boolean): void => {
  if (json) printJson(names.map(({ id, name, type, synonyms }) => ({ id, name, type, synonyms })))
  else
    for (const { name, type, synonyms } of names)
      print(`${oneLine(name)} (${type})${synonyms.length === 0 ? '' : `: ${synonyms.map(oneLine).join(', ')}`}`)
}

/** Saves one record, if there is one to save, and tells what the names are then. */
const keep = async (library: OpenLibrary, record: OwnName | null, json: boolean): Promise<ExitStatus> => {
  const saved = record === null ? null : await library.saveNames([record])
  if (saved?.ok === false) return failed(saved.error.message)
  const names = await library.ownNames()
  if (!names.ok) return failed(names.error.message)
  tell(living(names.value), json)
  return 0
}

export const run: RunCommand = async invocation => {
  const [add, type, remove] = ['add', 'type', 'remove'].map(name => optionValue(invocation, name))
  const synonyms = optionValues(invocation, 'synonym')
  if (add !== undefined && remove !== undefined) return misused('names takes --add or --remove, not both.')
  if (add === undefined && (type !== undefined || synonyms.length > 0))
    return misused('names takes --type and --synonym with --add only.')
  if (add === undefined && remove === undefined)
    return withLibrary(invocation, 'read', library => keep(library, null, invocation.json))
  if (add !== undefined && !entityTypes.some(known => known === type))
    return misused(`names --add needs --type, one of: ${entityTypes.join(', ')}.`)

  return withLibrary(invocation, 'write', async library => {
    const names = await library.ownNames()
    if (!names.ok) return failed(names.error.message)
    const before = living(names.value).find(({ name }) => name === (add ?? remove))
    const time = currentTime()
    if (remove !== undefined) {
      if (before === undefined) return failed(`There is no name “${remove}” of your own; “pathmark names” lists them.`)
      return keep(library, { ...before, version: before.version + 1, modified: time, deleted: time }, invocation.json)
    }
    const record = v.safeParse(ownNameSchema, {
      ...(before ?? { id: randomUUID(), created: time }),
      modified: time,
      version: (before?.version ?? 0) + 1,
      name: add,
      type,
      synonyms,
    })
    if (!record.success) return misused('A name or synonym is empty, too long, or begins or ends with a blank.')
    return keep(library, record.output, invocation.json)
  })
}
