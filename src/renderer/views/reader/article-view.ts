import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { BookOpen, FileWarning, Import, RotateCcw } from 'lucide'
import type { ReadingPosition } from '#core/article/document-entry.ts'
import type { OpenedArticle } from '#core/bridge/calls.ts'
import { icon } from '../../components/icon.ts'
import { importAndOpen } from '../../keyboard/run-command.ts'
import { breakFinderFor } from '../../rendering/hyphenate.ts'
import type { BreakFinder } from '../../rendering/hyphenate.ts'
import { loadFonts } from '../../rendering/load-fonts.ts'
import { directionOf } from '../../rendering/text-direction.ts'
import { openArticle, openFailure, opened, opening, readable } from '../../state/article.ts'
import { library } from '../../state/library.ts'
import { tryPagesAgain, hasPages, showsPages } from '../../state/pages.ts'
import { showNavigation } from '../../state/panels.ts'
import { lastPosition } from '../../state/reading-position.ts'
import { WatchingElement } from '../../state/watch.ts'
import { shownMetadata } from '../../state/citation.ts'
import { openPages } from '../pages/open-pages.ts'
import '../pages/page-bar.ts'
import { startPages } from '../pages/page-session.ts'
import { articleHead } from './article-head.ts'
import './find-bar.ts'
import './link-preview.ts'
import './mark-margin.ts'
import './mark-toolbar.ts'
import { startReading } from './reading-session.ts'
import type { ReadingPlace } from './reading-session.ts'

/** An article that can be put on screen; what was made for that is let go otherwise. */
interface PreparedArticle {
  readonly begin: (place: ReadingPlace) => () => void
  readonly giveUp: () => void
}

/** Patterns for hyphenation by language; those of the window's own language load while the library is being opened. */
const finders = new Map<string, Promise<BreakFinder | null>>([['en', breakFinderFor('en')]])

function finderFor(language: string): Promise<BreakFinder | null> {
  let finder = finders.get(language)
  if (finder === undefined) {
    finder = breakFinderFor(language)
    finders.set(language, finder)
  }
  return finder
}

/** The article that is open, or why none is. It stands in the light DOM: selections and highlights work best there. */
@customElement('article-view')
export class ArticleView extends WatchingElement {
  @query('.article-scroll') private readonly scroller!: HTMLElement | null
  @query('#article') private readonly root!: HTMLElement | null
  @query('.caret') private readonly caret!: HTMLElement | null
  #shown: OpenedArticle | null = null
  #shownAsPages = false
  /** Grows whenever what was shown, or is being prepared, is not to be shown any more. */
  #turn = 0
  #stop: (() => void) | null = null

  protected override createRenderRoot(): this {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#close()
  }

  protected override render() {
    const failed = openFailure.value
    if (failed !== null) return this.#failure(failed.id, failed.failure.message)
    const shown = opened.value
    if (shown === null)
      return library.value?.documents.length === 0 && opening.value === null ? this.#empty() : this.#loading()
    const { article } = shown
    const asPages = showsPages.value
    return html`
      ${hasPages.value ? html`<page-bar></page-bar>` : nothing}
      <find-bar></find-bar>
      <div
        class="article-scroll ${hasPages.value ? 'below-bar' : ''} ${asPages ? 'desk' : ''}"
        tabindex="0"
        role="region"
        aria-label="Article"
        aria-busy=${opening.value !== null}
      >
        ${keyed(
          `${article.id} ${asPages}`,
          html`
            <div class="sheet ${asPages ? 'of-pages' : ''}">
              ${articleHead(shown, shownMetadata.value ?? article.metadata)}
              <article
                id="article"
                data-document=${article.id}
                lang=${article.metadata.language}
                dir=${directionOf(article.text)}
                aria-label=${article.metadata.title}
              ></article>
              <div class="end-mark" aria-hidden="true"></div>
              <div class="caret" hidden></div>
            </div>
          `,
        )}
      </div>
      <mark-margin></mark-margin>
      <mark-toolbar></mark-toolbar>
      <link-preview></link-preview>
    `
  }

  #empty() {
    return html`
      <div class="article-scroll">
        <section class="failure">
          ${icon(BookOpen, 32)}
          <h1>Your library is empty</h1>
          <p>
            Bring in an article to read it here, mark it, and see its mechanisms beside it. The file that you choose
            stays as it is.
          </p>
          <p class="actions">
            <button
              class="button primary"
              ?disabled=${library.value?.writable !== true}
              @click=${() => void importAndOpen()}
            >
              ${icon(Import, 16)} Bring in files…
            </button>
          </p>
        </section>
      </div>
    `
  }

  #loading() {
    return html`
      <div class="article-scroll" role="status" aria-label="Opening the article">
        <div class="sheet skeleton" aria-hidden="true">
          <div class="bar title"></div>
          <div class="bar title short"></div>
          ${[92, 100, 97, 64, 0, 98, 94, 100, 71].map(width => html`<div class="bar" .style="inline-size: ${width}%"></div>`)}
        </div>
      </div>
    `
  }

  #failure(id: string, message: string) {
    return html`
      <div class="article-scroll">
        <section class="failure" role="alert">
          ${icon(FileWarning, 32)}
          <h1>This article could not be opened</h1>
          <p>${message}</p>
          <p class="actions">
            <button class="button primary" @click=${() => void openArticle(id)}>
              ${icon(RotateCcw, 16)} Try again
            </button>
            <button class="button" @click=${() => showNavigation('library')}>Choose another article</button>
            ${
              opened.value === null
                ? nothing
                : html` <button
                    class="button quiet"
                    @click=${() => {
                      openFailure.value = null
                    }}
                  >
                    Back to the article that was open
                  </button>`
            }
          </p>
        </section>
      </div>
    `
  }

  /** The page's usual letters load while the library is being opened. */
  protected override firstUpdated(): void {
    void loadFonts(this.#families(), 'a')
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const shown = openFailure.peek() === null ? opened.peek() : null
    const asPages = showsPages.peek()
    const isSame = shown === this.#shown
    if (isSame && asPages === this.#shownAsPages) return
    this.#close()
    this.#shown = shown
    this.#shownAsPages = asPages
    if (!isSame) tryPagesAgain()
    if (shown === null) return
    // Shown in another form, it stays where the reader is.
    const position = (isSame ? lastPosition(shown.article.id) : null) ?? shown.entry.position
    void this.#show(shown, position)
  }

  async #show(shown: OpenedArticle, position: ReadingPosition): Promise<void> {
    const turn = this.#turn
    const isWanted = (): boolean => turn === this.#turn
    const start = await (this.#shownAsPages
      ? this.#preparePages(shown, position, isWanted)
      : this.#prepareText(shown, position))
    const { scroller, root, caret } = this
    if (!isWanted() || start === null || scroller === null || root === null || caret === null) {
      start?.giveUp()
      return
    }
    scroller.scrollTop = 0
    this.#stop = start.begin({ scroller, root, caret })
    if (document.activeElement === document.body) scroller.focus({ preventScroll: true })
    // The frame after the next callback has the article on screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('pathmark:article-shown')
        readable.value = shown
      }),
    )
  }

  async #prepareText(shown: OpenedArticle, position: ReadingPosition): Promise<PreparedArticle> {
    const { metadata, text } = shown.article
    const [findBreaks] = await Promise.all([finderFor(metadata.language), loadFonts(this.#families(), text)])
    return { begin: place => startReading(place, shown, findBreaks, position), giveUp: () => {} }
  }

  async #preparePages(
    shown: OpenedArticle,
    position: ReadingPosition,
    isWanted: () => boolean,
  ): Promise<PreparedArticle | null> {
    const ready = await openPages(shown, isWanted)
    if (ready === null) return null
    const begin = (place: ReadingPlace) => {
      const drawing = ready.draw()
      const stop = startPages(place, shown, ready.pages, drawing, position)
      return () => {
        stop()
        drawing.dispose()
        ready.close()
      }
    }
    return { begin, giveUp: () => ready.close() }
  }

  /** The font of the page as it is set now. */
  #families(): readonly string[] {
    const sheet = this.scroller?.querySelector('.sheet')
    return sheet == null ? [] : [getComputedStyle(sheet).fontFamily]
  }

  #close(): void {
    this.#turn += 1
    this.#stop?.()
    this.#stop = null
    this.#shown = null
  }
}
