import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import {
  BookOpen,
  CircleSlash2,
  Clock,
  FileText,
  Highlighter,
  Library,
  Network,
  PencilLine,
  Plus,
  Quote,
  RotateCcw,
  Tag,
} from 'lucide'
import type { IconNode } from 'lucide'
import type { RestoreField, RestoreItem } from '#core/revision/restore-plan.ts'
import { icon } from '../../components/icon.ts'
import { changeInWords, kindInWords } from './backup-words.ts'

const kindIcons: Readonly<Record<RestoreItem['kind'], IconNode>> = {
  annotation: Highlighter,
  'page-note': FileText,
  shelf: Library,
  citation: Quote,
  card: Network,
  effect: PencilLine,
  name: Tag,
  'waiting-mark': Clock,
  position: BookOpen,
}

const changeIcons: Readonly<Record<RestoreItem['change'], IconNode>> = {
  back: Plus,
  changed: RotateCcw,
  newer: CircleSlash2,
}

/** Fields that tell nothing by themselves when the whole record comes or stays. */
const ONLY_OF_CHANGES = new Set(['Look', 'Place', 'Passage', 'Title', 'Name', 'Decision'])

const fieldsOf = ({ change, fields }: RestoreItem): readonly RestoreField[] =>
  change === 'changed' ? fields : fields.filter(({ name }) => !ONLY_OF_CHANGES.has(name))

const side = (title: string, value: string, kind: 'now' | 'was'): TemplateResult => html`
  <div class="side ${kind}">
    <dt>${title}</dt>
    <dd dir="auto">${value === '' ? html`<span class="faint">nothing</span>` : value}</dd>
  </div>
`

const field = (item: RestoreItem, { name, was, now }: RestoreField): TemplateResult => {
  if (item.change === 'changed') {
    return html`<div class="field-change" role="group" aria-label=${name}>
      <span class="field-name" aria-hidden="true">${name}</span>
      <dl>${side('Now', now, 'now')} ${side('Then', was, 'was')}</dl>
    </div>`
  }
  const value = item.change === 'back' ? was : now
  return html`<div class="field-change" role="group" aria-label=${name}>
    <span class="field-name" aria-hidden="true">${name}</span>
    <p class="value" dir="auto">${value}</p>
  </div>`
}

/** What the reader has chosen for the article that the items belong to. */
export interface Treatment {
  readonly isChosen: boolean
  readonly removesNewer: boolean
}

const row = (item: RestoreItem, { isChosen, removesNewer }: Treatment): TemplateResult => {
  const isRemoved = item.change === 'newer' && removesNewer && isChosen
  return html`<li class="restore-item is-${item.change} ${isRemoved ? 'removed' : ''}">
    <div class="item-head">
      <span class="kind" role="img" aria-label=${kindInWords(item.kind)} title=${kindInWords(item.kind)}
        >${icon(kindIcons[item.kind], 15)}</span
      >
      <span class="label" dir="auto">${item.kind === 'annotation' ? `“${item.label}”` : item.label}</span>
      <span class="becomes"
        >${icon(changeIcons[item.change], 13)}
        ${isChosen ? changeInWords(item.change, removesNewer) : 'Stays as it is'}</span
      >
    </div>
    ${fieldsOf(item).map(change => field(item, change))}
  </li>`
}

/** The records that restoring would change; `total` counts those that are not among the items, too. */
export const restoreItems = (
  items: readonly RestoreItem[],
  total: number,
  treatment: Treatment,
): TemplateResult => html`
  <ul class="restore-items">
    ${items.map(item => row(item, treatment))}
  </ul>
  ${
    total > items.length
      ? html`<p class="faint more">
          ${(total - items.length).toLocaleString('en')} more are not shown here, and are treated alike.
        </p>`
      : nothing
  }
`
