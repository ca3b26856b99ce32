import { succeed } from '#core/result/result.ts'
import type { BridgeHandlers } from '../bridge/answer-calls.ts'
import type { KeptDraftsFile } from '../window/drafts-file.ts'

type DraftCalls = Pick<BridgeHandlers, 'drafts.keep' | 'drafts.read' | 'drafts.flush'>

/** Answers what keeps the reader's typing before it is saved. */
export const draftHandlers = (opening: Promise<KeptDraftsFile>): DraftCalls => ({
  'drafts.keep': async ({ drafts: changed }) => (await opening).drafts().keep(changed),
  'drafts.read': async () => succeed((await opening).drafts().read()),
  'drafts.flush': async () => (await opening).flush(),
})
