import { ArrowDown, ArrowUp, CircleHelp, Equal, ThumbsDown, ThumbsUp } from 'lucide'
import type { IconNode } from 'lucide'
import type { Study } from '#core/mechanism/mechanism.ts'

type OutcomeDirection = Study['outcomes'][number]['direction']

/** Each direction of an outcome as an icon, a word and a tone. A rise is neither good nor bad by itself. */
export const outcomeLooks: Record<
  OutcomeDirection,
  { readonly word: string; readonly icon: IconNode; readonly tone: 'good' | 'bad' | 'plain' }
> = {
  up: { word: 'up', icon: ArrowUp, tone: 'plain' },
  down: { word: 'down', icon: ArrowDown, tone: 'plain' },
  better: { word: 'better', icon: ThumbsUp, tone: 'good' },
  worse: { word: 'worse', icon: ThumbsDown, tone: 'bad' },
  unchanged: { word: 'unchanged', icon: Equal, tone: 'plain' },
  unclear: { word: 'unclear', icon: CircleHelp, tone: 'plain' },
}
