import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { defaultSettings, settingsSchema } from '#core/bridge/settings.ts'
import type { Settings } from '#core/bridge/settings.ts'
import { succeed } from '#core/result/result.ts'
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
  let written: Promise<Result<null>> = Promise.resolve(succeed(null))
  return {
    read: () => settings,
    // One write after the other, each of what holds then: an earlier one that takes long may not be the last on the disk.
    save: changed => {
      settings = changed
      written = written.then(() => writeDurably(path, `${JSON.stringify(settings, null, 2)}\n`))
      return written
    },
  }
}
