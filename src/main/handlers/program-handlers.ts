import { clipboard } from 'electron'
import type { WrittenName } from '#core/mechanism/entities/written-names.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { aboutProgram } from '../starting/runtime.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { SettingsFile } from '../window/settings-file.ts'

type ProgramCalls = Pick<
  BridgeHandlers,
  'app.about' | 'lexicon.names' | 'settings.read' | 'settings.save' | 'clipboard.write' | 'window.ready-to-close'
>

/** Answers what concerns the program itself. */
export const programHandlers = (
  settings: SettingsFile,
  readNames: () => Promise<Result<readonly WrittenName[]>>,
  readyToClose: () => void,
): ProgramCalls => ({
  'app.about': () => succeed(aboutProgram()),
  'lexicon.names': () => readNames(),
  'settings.read': () => succeed(settings.read()),
  'settings.save': changed => settings.save(changed),
  'clipboard.write': ({ text }) => {
    void clipboard.writeText(text)
    return succeed(null)
  },
  'window.ready-to-close': () => {
    readyToClose()
    return succeed(null)
  },
})
