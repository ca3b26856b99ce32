import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { UpdateReport } from '#core/revision/update-report.ts'
import { versionPaths } from '../library-files.ts'
import { readReport, readVersions } from './read-version.ts'

/** The report of an update, and whether the reader has still to look at it. */
export interface KeptReport {
  readonly report: UpdateReport
  readonly open: boolean
}

/**
 * The report of the update that brought the version that is read; null when none did. `folder` is the document's. Stands by
 * itself, so that a document is read without what updates it.
 */
export const readUpdateReport = async (folder: string): Promise<Result<KeptReport | null>> => {
  const versions = await readVersions(folder)
  if (!versions.ok) return versions
  if (versions.value === null) return succeed(null)
  const { current, reportOpen } = versions.value
  const stored = await readReport(versionPaths(folder, current).report)
  if (!stored.ok) return stored
  if (stored.value === null) return succeed(null)
  const { format: _format, ...report } = stored.value
  return succeed({ report, open: reportOpen })
}
