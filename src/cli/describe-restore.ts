import type { RestoreItem, RestorePlan } from '#core/revision/restore-plan.ts'
import { oneLine } from './terminal.ts'

const kinds: Readonly<Record<RestoreItem['kind'], string>> = {
  annotation: 'mark',
  'page-note': 'page note',
  shelf: 'collections and tags',
  citation: 'citation',
  card: 'card',
  effect: 'effect',
  name: 'name',
  'waiting-mark': 'waiting mark',
  position: 'reading position',
}

const changes: Readonly<Record<RestoreItem['change'], string>> = {
  back: 'comes back',
  changed: 'is changed back',
  newer: 'was made since',
}

const field = ({ name, was, now }: RestoreItem['fields'][number]): string =>
  `      ${name}: ${now === '' ? '' : `[-${oneLine(now)}-]`}${was === '' ? '' : `{+${oneLine(was)}+}`}`

const item = ({ kind, change, label, fields }: RestoreItem): string => {
  const about =
    kind === 'page-note' || kind === 'citation' || kind === 'position'
      ? kinds[kind]
      : `${kinds[kind]} “${oneLine(label)}”`
  const head = `    ${changes[change]}: ${about}`
  return [head, ...(change === 'changed' ? fields.map(field) : [])].join('\n')
}

const several = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** What restoring would change, a document after the other; what is taken away stands in `[-…-]`, what comes in `{+…+}`. */
export const describePlan = (plan: RestorePlan): string => {
  const { documents, names, waiting, unchanged, gone, added } = plan
  const isNothing = documents.length === 0 && names.length === 0 && waiting.items.length === 0
  return [
    `Backup ${plan.backup}`,
    ...(isNothing ? ['  Restoring it would change nothing.'] : []),
    ...documents.flatMap(({ id, title, items }) => [`  ${id}  ${oneLine(title)}`, ...items.map(item)]),
    ...(names.length === 0 ? [] : ['  Your names', ...names.map(item)]),
    ...(waiting.items.length === 0 ? [] : ['  Marks that wait for their articles', ...waiting.items.map(item)]),
    ...(unchanged === 0 ? [] : [`  ${several(unchanged, 'article is as it was', 'articles are as they were')}.`]),
    ...gone.map(
      ({ id, title, annotations, inTrash }) =>
        `  ${inTrash ? 'In the trash' : 'Not in the library any more'}: ${id}  ${oneLine(title)} ` +
        `(${several(annotations, 'mark', 'marks')}). ${inTrash ? 'Bring it back with “pathmark trash --bring-back”' : 'Import its file again'}, then restore.`,
    ),
    ...(added === 0 ? [] : [`  ${several(added, 'article', 'articles')} came since and would stay as now.`]),
  ].join('\n')
}
