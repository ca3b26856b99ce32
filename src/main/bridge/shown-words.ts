import type { CallName, CallValue, ImportSummary, LibraryState } from '#core/bridge/calls.ts'
import type { BridgeEvents, EventName } from '#core/bridge/events.ts'
import type { Finding } from '#core/mechanism/finding.ts'
import type { Result } from '#core/result/result.ts'

type Words = (text: string) => string

/** What is told in words inside an answer that is no failure. A call that tells nothing is not here. */
const inAnswers: { readonly [Name in CallName]?: (value: CallValue<Name>, words: Words) => CallValue<Name> } = {
  'library.state': (state, words) => shownState(state, words),
  'library.create': (state, words) => shownState(state, words),
  'library.reopen': (state, words) => shownState(state, words),
  'libraries.list': (libraries, words) => libraries.map(one => ({ ...one, where: words(one.where) })),
  'libraries.forget': (libraries, words) => libraries.map(one => ({ ...one, where: words(one.where) })),
  'library.import': (summary, words) => shownImport(summary, words),
  'library.import-address': (summary, words) => shownImport(summary, words),
  'library.import-again': (summary, words) => shownImport(summary, words),
  'library.import-beside': (summary, words) => shownImport(summary, words),
  'trash.move': (outcome, words) => ({ ...outcome, failures: outcome.failures.map(words) }),
  'trash.restore': (outcome, words) => ({ ...outcome, failures: outcome.failures.map(words) }),
  'shelf.change': (outcome, words) => ({ ...outcome, failures: outcome.failures.map(words) }),
  'across.overview': (overview, words) => ({ ...overview, failures: overview.failures.map(words) }),
  'export.markdown': (path, words) => (path === null ? null : words(path)),
  'citation.export': (path, words) => (path === null ? null : words(path)),
  'backups.list': (list, words) => ({
    ...list,
    unreadable: list.unreadable.map(one => ({ ...one, problem: words(one.problem) })),
  }),
  'backups.compare': (plan, words) => ({ ...plan, failures: plan.failures.map(words) }),
  'backups.restore': (outcome, words) => ({ ...outcome, failures: outcome.failures.map(words) }),
  'mechanisms.open': (opened, words) => ({ ...opened, finding: shownFinding(opened.finding, words) }),
}

const inEvents: { readonly [Name in EventName]?: (value: BridgeEvents[Name], words: Words) => BridgeEvents[Name] } = {
  'library.warnings': (warnings, words) => warnings.map(words),
  'library.remark': (remark, words) => words(remark),
  'mechanisms.finding': ({ id, finding }, words) => ({ id, finding: shownFinding(finding, words) }),
}

function shownImport(summary: ImportSummary, words: Words): ImportSummary {
  const { failures, remarks, marks } = summary
  return {
    ...summary,
    failures: failures.map(words),
    remarks: remarks.map(words),
    marks: marks.map(report => ({ ...report, warnings: report.warnings.map(words) })),
  }
}

/** The library's own folder stays: the reader wants to know where it is. */
function shownState(state: LibraryState, words: Words): LibraryState {
  const { readOnlyReason, warnings } = state
  return {
    ...state,
    readOnlyReason: readOnlyReason === null ? null : words(readOnlyReason),
    warnings: warnings.map(words),
  }
}

function shownFinding(finding: Finding, words: Words): Finding {
  return finding.status === 'failed' ? { ...finding, message: words(finding.message) } : finding
}

/** An answer as the window may see it: `words` has been at every line in it that tells what happened. */
export function shownAnswer<Name extends CallName>(
  name: Name,
  result: Result<CallValue<Name>>,
  words: Words,
): Result<CallValue<Name>> {
  if (!result.ok) return { ok: false, error: { code: result.error.code, message: words(result.error.message) } }
  const show = inAnswers[name]
  return show === undefined ? result : { ok: true, value: show(result.value, words) }
}

/** The same for what the window is told without having asked. */
export function shownEvent<Name extends EventName>(
  name: Name,
  value: BridgeEvents[Name],
  words: Words,
): BridgeEvents[Name] {
  return inEvents[name]?.(value, words) ?? value
}
