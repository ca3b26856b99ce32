import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'

/**
 * Chromium refuses its sandbox under root, so the application is run by somebody else.
 * @typedef {object} OrdinaryUser
 * @property {number} uid
 * @property {number} gid
 * @property {string} home a folder of its own, made when it is missing
 * @property {readonly string[]} prefix the words that go before a command to run it as this user
 */

/** The user `nobody` of Debian: it owns nothing else and needs no account to be made. */
const NOBODY = 65534

/** @returns {{ uid: number, gid: number }} who called sudo, or else nobody */
const whoToBe = () => {
  const uid = Number(process.env['SUDO_UID'] ?? 0)
  const gid = Number(process.env['SUDO_GID'] ?? 0)
  return uid > 0 && gid > 0 ? { uid, gid } : { uid: NOBODY, gid: NOBODY }
}

export const isRoot = () => process.getuid?.() === 0

/**
 * The user to drop to when this process is root; null when that is not possible here.
 * @param {string} home where its files go
 * @param {readonly string[]} readable files that it must be able to read
 * @returns {Promise<OrdinaryUser | null>}
 */
export const ordinaryUser = async (home, readable) => {
  const { uid, gid } = whoToBe()
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--']
  for (const file of readable) {
    const { status } = await runCommand(prefix[0] ?? '', [...prefix.slice(1), 'test', '-r', file])
    if (status !== 0) return null
  }
  for (const folder of [home, join(home, '.config'), join(home, '.cache'), join(home, '.local', 'share')]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  for (const folder of [home, '.config', '.cache', '.local', join('.local', 'share')])
    chownSync(folder === home ? home : join(home, folder), uid, gid)
  return { uid, gid, home, prefix }
}

/**
 * The environment of a command that runs as this user: this process's own, with nothing of root's home left in it.
 * @param {OrdinaryUser} user
 */
export const environmentOf = user => {
  const env = { ...process.env, HOME: user.home, USER: 'pathmark', LOGNAME: 'pathmark' }
  for (const name of [
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_CACHE_HOME',
    'XDG_STATE_HOME',
    'XDG_RUNTIME_DIR',
    'DBUS_SESSION_BUS_ADDRESS',
  ]) {
    delete (/** @type {NodeJS.ProcessEnv} */ (env)[name])
  }
  return env
}
