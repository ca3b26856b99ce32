import { batch, computed, signal } from '@preact/signals-core'
import type { AcrossOverview } from '#core/bridge/calls.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import type { AcrossQuery } from '#core/mechanism/across/across-query.ts'
import type { AcrossGraph } from '#core/mechanism/across/across-graph.ts'
import type { AcrossGroups } from '#core/mechanism/across/across-groups.ts'
import type { AcrossStatement } from '#core/mechanism/across/across-statements.ts'
import type { Failure } from '#core/result/result.ts'
import { callBridge, listen } from './bridge.ts'
import { flushSaves } from './saving.ts'

/** Whether the mechanisms of the whole library stand in the article's place. */
export const acrossShown = signal(false)
export const acrossForm = signal<'table' | 'map'>('table')
export const acrossQuery = signal<AcrossQuery>(wholeLibrary)
/** What the index comes to; null until it has been asked for. */
export const acrossOverview = signal<AcrossOverview | null>(null)
/** The last answers; they stay on screen until the next one is there. */
export const acrossGroups = signal<AcrossGroups | null>(null)
export const acrossGraph = signal<AcrossGraph | null>(null)
/** The statements of the groups that are unfolded, by the group's name; null while they are on their way. */
export const unfoldedGroups = signal<ReadonlyMap<string, readonly AcrossStatement[] | null>>(new Map())
/** The statements on what was chosen on the map; null when nothing is chosen. */
export const chosenStatements = signal<readonly AcrossStatement[] | null>(null)
export const acrossFailure = signal<Failure | null>(null)
/** How far the reading of changed documents is; null when it takes no time worth telling. */
export const acrossProgress = signal<{ readonly done: number; readonly total: number } | null>(null)

/** Grows whenever the field for a name is wanted. */
export const acrossSearchTurn = signal(0)

/** Gives the keyboard to the field for a name. */
export function searchAcross(): void {
  acrossSearchTurn.value += 1
}

/** Whether anything is filtered. */
export const acrossFiltered = computed(() => {
  const { grouping: _grouping, order: _order, ...filters } = acrossQuery.value
  return Object.entries(filters).some(([name, value]) => value !== wholeLibrary[name as keyof AcrossQuery])
})

/** Only the answer to the last question counts. */
let turn = 0

async function ask(): Promise<void> {
  turn += 1
  const mine = turn
  const query = acrossQuery.peek()
  const [groups, graph] = await Promise.all([
    callBridge('across.groups', query),
    acrossForm.peek() === 'map' ? callBridge('across.graph', query) : null,
  ])
  if (mine !== turn) return
  batch(() => {
    acrossFailure.value = !groups.ok ? groups.error : graph?.ok === false ? graph.error : null
    if (groups.ok) acrossGroups.value = groups.value
    if (graph?.ok === true) acrossGraph.value = graph.value
  })
}

async function load(group: string): Promise<void> {
  const query = acrossQuery.peek()
  const result = await callBridge('across.statements', { query, group })
  if (query !== acrossQuery.peek() || !unfoldedGroups.peek().has(group)) return
  if (result.ok) unfoldedGroups.value = new Map([...unfoldedGroups.peek(), [group, result.value]])
  else acrossFailure.value = result.error
}

/** Asks for the groups, and for the graph where it is shown; what is unfolded stays so as far as it is still there. */
async function askAgain(): Promise<void> {
  const unfolded = [...unfoldedGroups.peek().keys()]
  chosenStatements.value = null
  await Promise.all([ask(), ...unfolded.map(load)])
}

/** Brings the library's index up to date and shows what it says. */
export async function loadAcross(): Promise<void> {
  // What the reader has just decided counts; what the disk refuses is told elsewhere.
  await flushSaves()
  const overview = await callBridge('across.overview', undefined)
  acrossProgress.value = null
  if (!overview.ok) {
    acrossFailure.value = overview.error
    return
  }
  const { document } = acrossQuery.peek()
  const isGone = document !== null && !overview.value.documents.some(({ id }) => id === document)
  if (isGone) acrossQuery.value = { ...acrossQuery.peek(), document: null }
  await askAgain()
  acrossOverview.value = overview.value
}

/**
 * Follows how far the reading of changed documents is, and brings what is shown up to date when mechanisms were looked for anew.
 * Returns a function that stops.
 */
export function followAcross(): () => void {
  const stops = [
    listen('across.progress', progress => {
      acrossProgress.value = progress
    }),
    listen('mechanisms.finding', ({ finding }) => {
      if (finding.status === 'done' && acrossShown.peek()) void loadAcross()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Filters, groups or sorts in another way. Other filters fold everything, as there may be nothing left to unfold. */
export async function changeAcrossQuery(changes: Partial<AcrossQuery>): Promise<void> {
  const onlyOrder = Object.keys(changes).every(name => name === 'order')
  acrossQuery.value = { ...acrossQuery.peek(), ...changes }
  if (!onlyOrder) unfoldedGroups.value = new Map()
  await askAgain()
}

export const clearAcrossFilters = (): Promise<void> => {
  const { grouping, order } = acrossQuery.peek()
  return changeAcrossQuery({ ...wholeLibrary, grouping, order })
}

export async function showAcrossAs(form: 'table' | 'map'): Promise<void> {
  acrossForm.value = form
  chosenStatements.value = null
  if (form === 'map') await ask()
}

/** Unfolds a group, or folds it. */
export function toggleGroup(name: string): void {
  const unfolded = new Map(unfoldedGroups.peek())
  if (unfolded.delete(name)) {
    unfoldedGroups.value = unfolded
    return
  }
  unfoldedGroups.value = unfolded.set(name, null)
  void load(name)
}

/** Has the statements on some edges of the map listed; none of them when there are no edges. */
export async function chooseEdges(edges: readonly string[]): Promise<void> {
  const query = acrossQuery.peek()
  const result = await callBridge('across.edges', { query, edges: edges.slice(0, 2_000) })
  if (query !== acrossQuery.peek()) return
  if (result.ok) chosenStatements.value = result.value
  else acrossFailure.value = result.error
}
