import { readFileSync } from 'node:fs'
import { systemCode } from './store/disk-failure.ts'

/** Start time is field 22 of `/proc/<pid>/stat` (proc(5)); the second one may hold spaces and parentheses. */
const FIELD_AFTER_NAME = 22 - 3

/**
 * What tells a process from an earlier or later one of the same number: the boot it runs in and its start time within
 * that boot. Null where the system does not say, or when there is no such process.
 */
export const processStart = (pid: number): string | null => {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[FIELD_AFTER_NAME]
    return start === undefined ? null : `${boot} ${start}`
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

/** True when the process runs; `started` is what `processStart` gave for it, null when it could not tell. */
export const isRunning = (pid: number, started: string | null): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false
  }
  const current = processStart(pid)
  return started === null || current === null || current === started
}
