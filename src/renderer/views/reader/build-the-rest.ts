import type { BuiltArticle } from '../../rendering/build-article.ts'
import { notify } from '../../state/notices.ts'

/** Time in which an article is built before it is first painted, in milliseconds: enough for a usual one as a whole. */
const AT_ONCE = 24
/** Least time that must be left in an idle period to build one more chunk. */
const ONE_CHUNK = 4

/** Builds what is not needed at once while nothing else is to be done; returns a function that ends it. */
export function buildTheRest(dom: BuiltArticle): () => void {
  let waiting = 0
  const told = (): void => {
    const { length } = dom.mismatches
    if (length === 0) return
    notify({
      kind: 'warning',
      text: `Parts of this article (${length}) do not agree with its text and cannot be marked. "pathmark check --repair" can mend it.`,
    })
  }
  const go = (deadline: IdleDeadline): void => {
    // A window that is never idle must not stay without the rest: then one chunk is built each time.
    let overdue = deadline.didTimeout
    const isDone = dom.buildWhile(() => {
      const goesOn = overdue || deadline.timeRemaining() > ONE_CHUNK
      overdue = false
      return goesOn
    })
    if (isDone) told()
    else waiting = requestIdleCallback(go, { timeout: 200 })
  }
  const buildAll = (): void => void dom.buildWhile(() => true)
  addEventListener('beforeprint', buildAll)
  const begun = performance.now()
  if (dom.buildWhile(() => performance.now() - begun < AT_ONCE)) told()
  else waiting = requestIdleCallback(go, { timeout: 200 })
  return () => {
    cancelIdleCallback(waiting)
    removeEventListener('beforeprint', buildAll)
  }
}
