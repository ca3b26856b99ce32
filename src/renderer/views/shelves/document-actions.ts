import { BookOpen, FileClock, FileDown, FolderMinus, FolderOpen, FolderPlus, RefreshCw, Tags, Trash2 } from 'lucide'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { MenuAction } from '../../components/action-menu.ts'
import { exportDocument } from '../../state/export.ts'
import { library, revealDocument } from '../../state/library.ts'
import { changeShelves, collections, documentFilter, tags } from '../../state/shelves.ts'
import { readOriginalAgain, updateArticle } from '../../state/updates.ts'
import type { ShelfQuestion } from './shelf-form.ts'

export interface ActionHandlers {
  readonly open: (id: string) => void
  readonly trash: (ids: readonly string[]) => void
  readonly ask: (question: ShelfQuestion) => void
}

const several = (count: number): string => (count === 1 ? '' : ` (${count} articles)`)

/** Puts articles into a collection, and says so. */
export const putInto = (collection: string, ids: readonly string[]): void =>
  void changeShelves(ids, { addCollections: [collection] }, `Put into “${collection}”`)

/** Asks for a collection to put articles into. */
export const askForCollection = (ids: readonly string[], ask: ActionHandlers['ask']): void =>
  ask({
    heading: `Put into a collection${several(ids.length)}`,
    label: 'Collection; a new name makes a new one',
    known: collections.peek().map(({ name }) => name),
    names: null,
    value: '',
    done: 'Put into it',
    take: ([name = '']) => putInto(name, ids),
  })

/** Asks for the tags of articles: those that all of them have can be taken away. */
export const askForTags = (entries: readonly DocumentEntry[], ask: ActionHandlers['ask']): void => {
  const had = (entries[0]?.tags ?? []).filter(tag => entries.every(entry => entry.tags?.includes(tag) === true))
  ask({
    heading: `Tags${several(entries.length)}`,
    label: 'Another tag; Enter adds it',
    known: tags.peek().map(({ name }) => name),
    names: had,
    value: '',
    done: 'Save',
    take: names =>
      void changeShelves(
        entries.map(({ id }) => id),
        { addTags: names.filter(tag => !had.includes(tag)), removeTags: had.filter(tag => !names.includes(tag)) },
        'Tags were changed',
      ),
  })
}

/** What can be done with the articles that are meant, as a menu. */
export const documentActions = (
  entries: readonly DocumentEntry[],
  { open, trash, ask }: ActionHandlers,
): readonly MenuAction[] => {
  const [first] = entries
  if (first === undefined) return []
  const ids = entries.map(({ id }) => id)
  const isReadOnly = library.peek()?.writable !== true
  const { collection } = documentFilter.peek()
  const single: readonly MenuAction[] =
    entries.length > 1
      ? []
      : [
          { label: 'Open', icon: BookOpen, key: 'Enter', run: () => open(first.id) },
          { label: 'Show in folder', icon: FolderOpen, run: () => void revealDocument(first.id) },
          { label: 'Export as Markdown…', icon: FileDown, run: () => void exportDocument(first.id) },
          {
            label: 'Update from a newer copy…',
            icon: RefreshCw,
            disabled: isReadOnly,
            run: () => void updateArticle(first.id),
          },
          {
            label: 'Read the original again',
            icon: FileClock,
            disabled: isReadOnly,
            run: () => void readOriginalAgain(first.id),
          },
        ]
  return [
    ...single,
    {
      label: 'Put into a collection…',
      icon: FolderPlus,
      apart: single.length > 0,
      disabled: isReadOnly,
      run: () => askForCollection(ids, ask),
    },
    ...(collection === null
      ? []
      : [
          {
            label: `Take out of “${collection}”`,
            icon: FolderMinus,
            disabled: isReadOnly,
            run: () => void changeShelves(ids, { removeCollections: [collection] }, `Taken out of “${collection}”`),
          },
        ]),
    { label: 'Tags…', icon: Tags, key: 'F2', disabled: isReadOnly, run: () => askForTags(entries, ask) },
    { label: 'Move to trash', icon: Trash2, key: 'Delete', apart: true, disabled: isReadOnly, run: () => trash(ids) },
  ]
}
