import { fileProgressInWords } from '#core/article/file-progress.ts'
import { checkLibrary } from '#library/checking/check-library.ts'
import type { CheckReport } from '#library/checking/check-library.ts'
import type { RunCommand } from '../command.ts'
import { withImporter } from '../importer.ts'
import { progressLine } from '../progress-line.ts'
import { failed, oneLine, print, printJson } from '../terminal.ts'
import { currentTime, isToBeMade, libraryFolder, programName, withLibrary } from '../with-library.ts'

const tell = ({ problems }: CheckReport, folder: string, repair: boolean): void => {
  for (const { path, problem, repaired } of problems) {
    print(`${repaired ? 'repaired' : 'problem '}  ${oneLine(path)}: ${oneLine(problem)}`)
  }
  const left = problems.filter(problem => !problem.repaired).length
  const all = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  if (problems.length === 0) print(`Every file of the library in ${folder} is as it should be.`)
  else if (left === 0) print('Everything was repaired.')
  else if (repair) print(`${left} of ${all} could not be repaired.`)
  else print(`${all}; “pathmark check --repair” restores what can be restored.`)
}

export const run: RunCommand = async invocation => {
  const folder = libraryFolder(invocation)
  const repair = invocation.flags.has('repair')
  // Opening makes a library that is missing. One that is there is not opened: opening would mend what is to be told.
  if (await isToBeMade(folder)) {
    const made = await withLibrary(invocation, 'read', async () => 0)
    if (made !== 0) return made
  }
  const line = progressLine('Reading again', { quiet: false })
  const checked = await withImporter(invocation.program, importer =>
    checkLibrary({
      folder,
      repair,
      resources: invocation.program.resources,
      program: programName(invocation.program),
      now: currentTime,
      importer,
      progress: (fileName, progress) => line.tellPart(0, 1, `${fileProgressInWords(progress)} of ${fileName}`),
    }),
  )
  line.clear()
  if (!checked.ok) return failed(checked.error.message)
  const report = checked.value
  if (invocation.json) printJson(report)
  else tell(report, folder, repair)
  return report.ok ? 0 : 1
}
