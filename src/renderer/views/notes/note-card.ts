import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { NotebookPen, PencilLine, Tag, Trash2 } from 'lucide'
import type { IconNode } from 'lucide'
import type { DifferencePart } from '#core/anchoring/verdict.ts'
import { cleanTags } from '#core/annotation/clean-tags.ts'
import type { Span } from '#core/text/span.ts'
import { icon } from '../../components/icon.ts'
import '../../components/markdown-editor.ts'
import type { MarkdownEditorEvent } from '../../components/markdown-editor.ts'
import '../../components/markdown-text.ts'
import { changeAnnotation, deleteAnnotation } from '../../state/annotations.ts'
import type { PlacedAnnotation } from '../../state/annotations.ts'
import { articleSurface } from '../../state/article-surface.ts'
import { caretOf, dropDraft, keepDraft, readDraft } from '../../state/drafts.ts'
import { focusedAnnotation, hoveredAnnotation, selectedSpan } from '../../state/focus.ts'
import { offerUndo } from '../../state/history.ts'
import { attachMark, keepNewWords, keepWithoutPassage, setMarkAside } from '../../state/lost-marks.ts'
import { openDocument } from '../../state/open-document.ts'
import { WatchingElement } from '../../state/watch.ts'
import '../mechanisms/passage-quote.ts'
import { followPassage } from '../mechanisms/lit-passages.ts'
import { sidebarStyles } from '../mechanisms/sidebar.styles.ts'
import { differenceSince } from '../updates/difference-since.ts'
import { keptAfter, keptBefore } from '../updates/surroundings.ts'
import './changed-words.ts'
import './color-picker.ts'
import { noteCardStyles } from './note-card.styles.ts'
import { noteColorStyles } from './note-color.styles.ts'
import './lost-passage.ts'
import { editedNote, endEditing } from './note-editing.ts'
import './tag-editor.ts'

type AnnotationChanges = Parameters<typeof changeAnnotation>[1]

/**
 * One mark: the words it stands on, its note and tags, and what can be done with it. Properties `placed` and `tagsInUse`.
 * Pointing at it lights the mark in the article, a click goes there.
 */
@customElement('note-card')
export class NoteCard extends WatchingElement {
  static override styles = [sidebarStyles, noteColorStyles, noteCardStyles]

  @property({ attribute: false }) placed!: PlacedAnnotation
  @property({ attribute: false }) tagsInUse: readonly string[] = []

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave()
  }

  get #id(): string {
    return this.placed.annotation.id
  }

  get #draftKey(): string {
    return `${openDocument.peek() ?? ''}/note/${this.#id}`
  }

  /** Of the tag that is being typed. */
  get #tagKey(): string {
    return `${openDocument.peek() ?? ''}/tags/${this.#id}`
  }

  protected override render() {
    const { annotation, span, verdict } = this.placed
    const difference = verdict.status === 'changed' ? verdict.difference : differenceSince(annotation)
    const edited = editedNote.value?.id === this.#id ? editedNote.value.part : null
    const classes = [
      'note',
      annotation.color,
      annotation.style,
      focusedAnnotation.value === this.#id ? 'focused' : '',
      hoveredAnnotation.value === this.#id ? 'pointed' : '',
      annotation.note === '' && annotation.tags.length === 0 && edited === null ? 'bare' : '',
      span === null ? 'lost' : difference === null ? '' : 'changed',
    ].join(' ')
    return html`<article
      class=${classes}
      aria-label="${annotation.color} ${annotation.style}${span === null ? ', without a passage' : difference === null ? '' : ', words changed'}"
      @pointerenter=${this.#point}
      @pointerleave=${this.#leave}
      @focusin=${this.#point}
      @focusout=${this.#leave}
      @click=${this.#go}
    >
      ${this.#quote(difference !== null)} ${edited === 'note' ? this.#editor() : this.#note()}
      ${edited === 'tags' ? this.#tagEditor() : this.#tags()} ${this.#passage(difference)}
      <div
        class="actions"
        role="group"
        aria-label="This ${annotation.style}"
        @click=${(event: Event) => event.stopPropagation()}
      >
        ${this.#action(NotebookPen, annotation.note === '' ? 'Write a note' : 'Edit the note', () => this.#edit('note'))}
        ${this.#action(Tag, 'Tags', () => this.#edit('tags'))}
        <color-picker .color=${annotation.color} .mark=${annotation.style} @mark-look=${this.#look}></color-picker>
        ${this.#action(Trash2, `Delete this ${annotation.style}`, this.#delete)}
      </div>
    </article>`
  }

  /** The words of the mark; those of a lost one with what stood around them. */
  #quote(isChanged: boolean): TemplateResult {
    const { style, selectors } = this.placed.annotation
    const { exact, prefix, suffix } = selectors.quote
    // Both wordings follow below: a third time they would only be in the way.
    if (isChanged)
      return html`<button class="quote edited" type="button" title="Go to the passage">
        ${icon(PencilLine, 14)}The words under this ${style} were edited
      </button>`
    if (this.placed.span !== null)
      return html`<button class="quote" type="button" title="Go to the passage" dir="auto">
        <span class="visually-hidden">Go to: </span>${exact}
      </button>`
    return html`<button class="quote" type="button" title="Show or hide all of its words" dir="auto">
      <span class="around">${keptBefore(prefix)}</span>${exact}<span class="around">${keptAfter(suffix)}</span>
    </button>`
  }

  /** What there is to say of the passage when it is not just where it was. */
  #passage(difference: readonly DifferencePart[] | null): TemplateResult | typeof nothing {
    const { annotation, verdict, span } = this.placed
    if (verdict.status === 'uncertain' || verdict.status === 'orphaned')
      return html`<lost-passage
        .annotation=${annotation}
        .verdict=${verdict}
        @click=${(event: Event) => event.stopPropagation()}
        @mark-attach=${(event: CustomEvent<Span>) => this.#attach(event.detail)}
        @mark-keep=${() => this.#settle(() => keepWithoutPassage(this.#id))}
      ></lost-passage>`
    if (difference !== null)
      return html`<changed-words
        .annotation=${annotation}
        .difference=${difference}
        @click=${(event: Event) => event.stopPropagation()}
        @mark-set-aside=${() => this.#settle(() => setMarkAside(this.#id))}
        @mark-attach=${(event: CustomEvent<Span>) => this.#attach(event.detail)}
        @mark-keep-words=${() => this.#settle(() => (verdict.status === 'changed' && span !== null ? attachMark(this.#id, span) : keepNewWords(this.#id)))}
      ></changed-words>`
    return verdict.status === 'moved' ? html`<p class="moved">The passage moved; its words are the same.</p>` : nothing
  }

  #attach(span: Span): void {
    this.#settle(() => attachMark(this.#id, span))
    // What was selected for this mark is not meant for the next one.
    articleSurface.peek()?.clearSelection()
    selectedSpan.value = null
    followPassage(span)
  }

  /**
   * Does what the reader decided about the mark. Where the focus was in it, it goes on to the next mark of the list when
   * this one leaves it; a list that ends here may take the focus elsewhere by preventing the default of `mark-settled`.
   */
  #settle(act: () => void): void {
    const hadFocus = this.matches(':focus-within')
    const next = this.#neighbour()
    const root = this.getRootNode()
    act()
    if (!hadFocus) return
    requestAnimationFrame(() => {
      if (this.isConnected) this.#button()?.focus({ preventScroll: true })
      else if (next?.isConnected === true) next.#button()?.focus()
      else if (root instanceof ShadowRoot && !root.dispatchEvent(new CustomEvent('mark-settled', { cancelable: true })))
        return
      else articleSurface.peek()?.focus()
    })
  }

  #action(drawing: IconNode, name: string, act: () => void): TemplateResult {
    return html`<button class="button quiet square" type="button" aria-label=${name} title=${name} @click=${act}>
      ${icon(drawing, 15)}
    </button>`
  }

  #note(): TemplateResult | typeof nothing {
    const { note } = this.placed.annotation
    const draft = readDraft(this.#draftKey)
    const left =
      draft === null || draft === note
        ? nothing
        : html`<p class="draft" @click=${(event: Event) => event.stopPropagation()}>
            Unsaved draft:
            <button class="link" type="button" @click=${() => this.#edit('note')}>continue</button> or
            <button class="link" type="button" @click=${() => dropDraft(this.#draftKey)}>discard</button>
          </p>`
    return note === ''
      ? html`${left}`
      : html`<markdown-text .source=${note} @dblclick=${() => this.#edit('note')}></markdown-text>${left}`
  }

  #editor(): TemplateResult {
    return html`<markdown-editor
      label="Note"
      .value=${readDraft(this.#draftKey) ?? this.placed.annotation.note}
      .caret=${caretOf(this.#draftKey)}
      @click=${(event: Event) => event.stopPropagation()}
      @markdown-input=${(event: MarkdownEditorEvent) => keepDraft(this.#draftKey, event.detail.value, event.detail.caret)}
      @markdown-save=${(event: MarkdownEditorEvent) => {
        this.#change({ note: event.detail.value.trimEnd() }, 'note')
        dropDraft(this.#draftKey)
        this.#ended()
      }}
      @markdown-leave=${this.#ended}
    ></markdown-editor>`
  }

  #tags(): TemplateResult | typeof nothing {
    const { tags } = this.placed.annotation
    return tags.length === 0
      ? nothing
      : html`<ul class="tags" aria-label="Tags">
          ${tags.map(tag => html`<li>${tag}</li>`)}
        </ul>`
  }

  #tagEditor(): TemplateResult {
    return html`<tag-editor
      .tags=${this.placed.annotation.tags}
      .inUse=${this.tagsInUse}
      .begun=${readDraft(this.#tagKey) ?? ''}
      @tags-input=${(event: CustomEvent<string>) => this.#keepTag(event.detail)}
      @click=${(event: Event) => event.stopPropagation()}
      @tags-change=${(event: CustomEvent<readonly string[]>) => this.#change({ tags: cleanTags(event.detail) }, 'tags')}
      @tags-done=${this.#ended}
    ></tag-editor>`
  }

  #keepTag(typed: string): void {
    if (typed.trim() === '') dropDraft(this.#tagKey)
    else keepDraft(this.#tagKey, typed, typed.length)
  }

  #change(changes: AnnotationChanges, label: string): void {
    changeAnnotation(this.#id, changes, label)
  }

  #edit(part: 'note' | 'tags'): void {
    focusedAnnotation.value = this.#id
    editedNote.value = { id: this.#id, part }
  }

  /** Closes the editor; the focus goes back to the card when nothing else has taken it. */
  readonly #ended = (): void => {
    const hadFocus = this.matches(':focus-within')
    endEditing(this.#id)
    if (hadFocus) void this.updateComplete.then(() => this.#button()?.focus({ preventScroll: true }))
  }

  /** The note after this one where they stand, else the one before it. */
  #neighbour(): NoteCard | undefined {
    const root = this.getRootNode()
    const all = root instanceof ShadowRoot ? [...root.querySelectorAll('note-card')] : []
    const at = all.indexOf(this)
    return all[at + 1] ?? all[at - 1]
  }

  #button(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.quote')
  }

  readonly #look = (event: CustomEvent<Pick<AnnotationChanges, 'color' | 'style'>>): void =>
    this.#change(event.detail, event.detail.color === undefined ? 'change of style' : 'change of colour')

  readonly #delete = (): void => {
    const { style } = this.placed.annotation
    // Before this note is gone: notes far from the view are not kept unless the focus is in them.
    const next = this.matches(':focus-within') ? this.#neighbour() : undefined
    if (next !== undefined) next.#button()?.focus({ preventScroll: true })
    deleteAnnotation(this.#id)
    offerUndo(`The ${style} was deleted.`)
  }

  readonly #point = (): void => {
    hoveredAnnotation.value = this.#id
  }

  readonly #leave = (): void => {
    if (hoveredAnnotation.peek() === this.#id) hoveredAnnotation.value = null
  }

  readonly #go = (): void => {
    // Of a mark without a passage a second click folds its words again.
    focusedAnnotation.value = this.placed.span === null && focusedAnnotation.peek() === this.#id ? null : this.#id
    if (this.placed.span !== null) followPassage(this.placed.span)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-card': NoteCard
  }
}
