import { theme } from './appearance.ts'
import { opened } from './article.ts'
import { notify } from './notices.ts'
import { showAs, showsPages } from './pages.ts'

/** Prints the open article as a text, with its marks. Of one that is shown as pages few are drawn, so the reader is told what to do. */
export function printArticle(): void {
  if (opened.peek() === null) notify({ kind: 'information', text: 'Open an article first; then it can be printed.' })
  else if (showsPages.peek())
    notify({
      kind: 'information',
      text: 'What is printed here is the text of an article, with your marks. The pages themselves are printed by any program for PDF files.',
      action: { label: 'Show as text', run: () => showAs('text') },
    })
  else window.print()
}

/** Prints dark on light, whatever the theme; returns a function that stops. */
export function lightenPrints(): () => void {
  const { dataset } = document.documentElement
  const lighten = (): void => void (dataset['theme'] = 'light')
  const restore = (): void => void (dataset['theme'] = theme.peek())
  addEventListener('beforeprint', lighten)
  addEventListener('afterprint', restore)
  return () => {
    removeEventListener('beforeprint', lighten)
    removeEventListener('afterprint', restore)
  }
}
