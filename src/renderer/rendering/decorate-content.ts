import { assetOfReference } from '#core/article/asset.ts'

/** Gives every table a box that scrolls by itself, named by its caption, so that a narrow window does not squeeze it. */
export function wrapTables(content: ParentNode): void {
  for (const table of content.querySelectorAll('table')) {
    const box = document.createElement('div')
    box.className = 'table-scroll'
    box.setAttribute('role', 'region')
    const caption = table.querySelector('caption')?.textContent?.trim()
    box.setAttribute('aria-label', caption === undefined || caption === '' ? 'Table' : `Table: ${caption}`)
    table.replaceWith(box)
    box.append(table)
  }
}

/** Tells links that leave the article from those within it; following one is up to the reading view. */
export function markLinks(content: ParentNode): void {
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!(link.getAttribute('href') ?? '').startsWith('#')) link.classList.add('external')
  }
}

/** Has the article's own pictures loaded from where the window may load them, when they come near to being seen. */
export function showPictures(content: ParentNode, resources: string): void {
  for (const picture of content.querySelectorAll('img')) {
    const name = assetOfReference(picture.getAttribute('src') ?? '')
    picture.loading = 'lazy'
    picture.decoding = 'async'
    if (name !== null) picture.src = resources + name
  }
}
