import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { defaultSettings, settingsSchema } from '#core/bridge/settings.ts'
import type { Settings } from '#core/bridge/settings.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { systemCode } from '#library/store/disk-failure.ts'
import { previousPath, writeDurably } from '#library/store/durable-file.ts'
import { readJson } from '#library/store/read-json.ts'
import { serialise } from '#library/store/serialise.ts'
import { setAside } from '#library/store/set-aside.ts'

/** The reader's settings in a file of their own; they are no part of a library. */
export interface SettingsFile {
  read(): Settings
  save(settings: Settings): Promise<Result<null>>
}

type StoredSettings = Settings | 'missing' | 'damaged'

const readSettings = (path: string): StoredSettings => {
  try {
    const read = readJson(readFileSync(path))
    if ('problem' in read || read.checksum === 'wrong') return 'damaged'
    return v.parse(settingsSchema, read.fields)
  } catch (error) {
    // Settings can be chosen again: what keeps them from being read is no reason not to start.
    if (systemCode(error) === null && !v.isValiError(error)) throw error
    return systemCode(error) === 'ENOENT' ? 'missing' : 'damaged'
  }
}

/** What takes the place of settings that cannot be read: those before the last change, or the usual ones. */
const insteadOf = (path: string): Settings => {
  const previous = readSettings(previousPath(path))
  return typeof previous === 'string' ? defaultSettings : previous
}

/** @param path of `settings.json` */
export const openSettings = (path: string): SettingsFile => {
  const stored = readSettings(path)
  let settings = typeof stored === 'string' ? insteadOf(path) : stored
  /** True until what is damaged is kept under another name; it must not pass for the version before the next change. */
  let isDamaged = stored === 'damaged'
  const write = async (): Promise<Result<null>> => {
    const aside = isDamaged ? await setAside(path, new Date().toISOString()) : succeed('')
    if (!aside.ok) return aside
    const written = await writeDurably(path, serialise(settings), { keepPrevious: !isDamaged })
    if (written.ok) isDamaged = false
    return written
  }
  let written: Promise<Result<null>> = Promise.resolve(succeed(null))
  return {
    read: () => settings,
    // One write after the other, each of what holds then: an earlier one that takes long may not be the last on the disk.
    save: changed => {
      settings = changed
      written = written.then(write)
      return written
    },
  }
}
