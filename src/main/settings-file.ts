import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { defaultSettings, settingsSchema } from '#core/bridge/settings.ts'
import type { Settings } from '#core/bridge/settings.ts'
import type { Result } from '#core/result/result.ts'
import { writeDurably } from '#library/store/durable-file.ts'

/** The reader's settings in a file of their own; they are no part of a library. */
export interface SettingsFile {
  read(): Settings
  save(settings: Settings): Promise<Result<null>>
}

/** Settings can be chosen again, so a missing or damaged file means the usual ones, field by field. */
const readSettings = (path: string): Settings => {
  try {
    return v.parse(settingsSchema, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return defaultSettings
  }
}

/** @param path of `settings.json` */
export const openSettings = (path: string): SettingsFile => {
  let settings = readSettings(path)
  return {
    read: () => settings,
    save: async changed => {
      settings = changed
      return writeDurably(path, `${JSON.stringify(changed, null, 2)}\n`)
    },
  }
}
