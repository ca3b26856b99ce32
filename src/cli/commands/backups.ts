import { summaryOf } from '#library/backups/backup-files.ts'
import type { ReadBackup } from '#library/backups/backup-files.ts'
import type { BackupReason } from '#library/backups/backups-to-keep.ts'
import type { RunCommand } from '../command.ts'
import { failed, oneLine, print, printJson, remark } from '../terminal.ts'
import { table } from '../table.ts'
import { withBackups } from '../with-backups.ts'

const reasons: Readonly<Record<BackupReason, string>> = {
  'by-itself': 'by itself',
  asked: 'asked for',
  'new-format': 'before a new format',
  restore: 'before a restore',
  repair: 'before a repair',
}

const describe = (backups: readonly ReadBackup[]): string =>
  backups.length === 0
    ? 'No backups yet; “pathmark backups --make” makes one, and the window makes them by itself.'
    : table(
        ['backup', '>documents', '>marks', '>cards', 'made'],
        backups.map(({ id, backup }) => [
          id,
          String(backup.documents),
          String(backup.annotations),
          String(backup.cards),
          reasons[backup.reason],
        ]),
      )

export const run: RunCommand = invocation =>
  withBackups(invocation, invocation.flags.has('make') ? 'write' : 'read', async backups => {
    if (invocation.flags.has('make')) {
      const made = await backups.make('asked')
      if (!made.ok) return failed(made.error.message)
      const { id, unchanged } = made.value
      remark(unchanged ? `Nothing has changed since the backup ${id}.` : `Made the backup ${id}.`)
    }
    const there = await backups.list()
    if (!there.ok) return failed(there.error.message)
    const { good, bad } = there.value
    if (invocation.json) printJson(good.map(read => ({ ...summaryOf(read), files: read.backup.files.length })))
    else print(describe(good))
    for (const { id, problem } of bad) failed(`The backup ${id} cannot be used: ${oneLine(problem)}.`)
    return bad.length === 0 ? 0 : 1
  })
