import type { Span } from '../../text/span.ts'
import type { Chunk, VerbChunk } from '../words/chunk-units.ts'
import { isHedged, isNegated } from './modality.ts'
import { directionOf } from './raw-effect.ts'
import type { Agent, RawEffect, RuleName } from './raw-effect.ts'
import { readSubject } from './read-subject.ts'
import { causingVerb, isFinite, subjectIndex } from './subject-index.ts'
import type { Subject } from './read-subject.ts'
import { isWord, nounAt, readTargets } from './read-targets.ts'
import type { Target } from './read-targets.ts'
import type { Trigger, TriggerSign } from './triggers.ts'

/** Finds the agents for which a subject stands, which may need the sentences before. */
export type ResolveSubject = (subject: Subject | null) => {
  readonly agents: readonly Agent[]
  readonly carried: boolean
}

interface Match {
  readonly trigger: Trigger
  readonly end: number
  /** Index of the chunk where its target begins; null when the subject is the target. */
  readonly target: number | null
  /** For "turn X into Y": index of X, which is what acts. */
  readonly middle?: number
}

/** Index of the chunk after the words of `particle` when they stand at `at`, or null. */
const afterParticle = (chunks: readonly Chunk[], text: string, at: number, particle: string): number | null => {
  const first = chunks[at]
  if (!first || first.start < 0) return null
  if (
    !text
      .slice(first.start, first.start + particle.length + 1)
      .toLowerCase()
      .match(new RegExp(`^${particle}\\b`, 'u'))
  )
    return null
  let next = at
  while (next < chunks.length && (chunks[next]?.start ?? 0) < first.start + particle.length) next++
  return next
}

const matchParticles = (text: string, chunks: readonly Chunk[], at: number, trigger: Trigger): Match | null => {
  let here = at + 1
  while (chunks[here]?.kind === 'adverb' && !trigger.particles?.includes((chunks[here] as { lower: string }).lower))
    here++
  for (const particle of trigger.particles ?? []) {
    const next = afterParticle(chunks, text, here, particle)
    if (next !== null) {
      let target = next
      while (chunks[target]?.kind === 'adverb') target++
      const end = chunks[next - 1]?.end ?? 0
      if (trigger.frame === 'subject') return { trigger, end, target: null }
      if (nounAt(chunks, target)) return { trigger, end, target }
      // "leads to increasing X": a verb stands where the target would; it speaks for itself.
      continue
    }
    if (!nounAt(chunks, here)) continue
    const object = readTargets(text, chunks, here)
    const moved = afterParticle(chunks, text, object.next, particle)
    if (moved === null) continue
    if (/^(?:down|up|off|back|in|on|in check)$/.test(particle)) {
      if (!nounAt(chunks, moved)) return { trigger, end: chunks[at]?.end ?? 0, target: here }
    } else if (nounAt(chunks, moved)) return { trigger, end: chunks[at]?.end ?? 0, target: moved, middle: here }
  }
  return null
}

const matchTrigger = (text: string, chunks: readonly Chunk[], at: number, verb: VerbChunk): Match | null => {
  const all = verb.reading?.triggers ?? []
  for (const trigger of all) {
    if (!trigger.particles) continue
    const match = matchParticles(text, chunks, at, trigger)
    if (match) return match
  }
  let target = sharedObject(chunks, at) ?? at + 1
  while (chunks[target]?.kind === 'adverb') target++
  const object = nounAt(chunks, target) !== null
  const nextClause = object && isFinite(chunks[target + 1])
  for (const trigger of all) {
    if (trigger.particles) continue
    if (trigger.frame !== 'subject' && object && !(nextClause && trigger.frame === 'either'))
      return { trigger, end: verb.end, target }
    if (trigger.frame !== 'object' && (!object || nextClause)) return { trigger, end: verb.end, target: null }
  }
  return null
}

const passiveMatch = (verb: VerbChunk, text: string, chunks: readonly Chunk[], at: number): Match | null => {
  for (const trigger of verb.reading?.triggers ?? []) {
    if (trigger.particles && trigger.sign === 'converts') {
      const match = matchParticles(text, chunks, at, trigger)
      if (match) return match
    }
    if (!trigger.particles && trigger.frame !== 'subject') return { trigger, end: verb.end, target: null }
    if (
      trigger.particles?.some(
        particle =>
          afterParticle(chunks, text, at + 1, particle) !== null && /^(?:down|up|off|back|on|about)$/.test(particle),
      )
    ) {
      return { trigger, end: chunks[at + 1]?.end ?? verb.end, target: null }
    }
  }
  return null
}

/** "X was increased and decreased by Y": a participle that shares the auxiliary of the one before it. */
const sharesAuxiliary = (chunks: readonly Chunk[], at: number): boolean => {
  const verb = chunks[at]
  return verb?.kind === 'verb' && verb.form === 'passive' && verb.units.length === 1 && isJoined(chunks, at)
}

const isJoined = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at - 1]?.kind === 'conjunction' || isWord(chunks[at - 1], ',')

/** The phrase after "by" in the verb's own clause, or the phrase of a form in -ing: "by Y", "by blocking Y". */
const byPhrase = (chunks: readonly Chunk[], from: number): number | null => {
  for (let i = from; i < chunks.length; i++) {
    const chunk = chunks[i]
    if (
      !chunk ||
      (isFinite(chunk) && !sharesAuxiliary(chunks, i)) ||
      chunk.kind === 'relative' ||
      chunk.kind === 'subordinator' ||
      isWord(chunk, ';', ':')
    )
      return null
    if (isWord(chunk, 'by') && nounAt(chunks, i + 1)) return i + 1
  }
  return null
}

/** Animals that were killed and antibodies that were raised: what was done to find something out. */
const isHandled = (lemma: string, { type, span }: Target, text: string): boolean =>
  (lemma === 'kill' && type === 'organism') ||
  (lemma === 'raise' && /antibod|antiser/iu.test(text.slice(span.start, span.end)))

/** What a passive verb is said of: its subject, or what "its release" points back to. */
const passiveTargets = (subject: Subject | null, resolve: ResolveSubject): readonly Target[] => {
  if (subject?.kind === 'named') return subject.targets
  if (!/^(?:its|their)$/.test(subject?.chunk.units[0]?.lower ?? '')) return []
  return resolve(subject).agents.map(({ span, mention }) => ({
    span,
    mention,
    type: mention.type,
    turn: 1,
    turnWord: null,
    negated: false,
  }))
}

/** "relieved by blocking X": the blocking acts. */
const byDoing = (text: string, chunks: readonly Chunk[], at: number): ReturnType<ResolveSubject> => {
  const gerund = chunks[at + 2]
  const isDoing = isWord(chunks[at + 1], 'by') && gerund?.kind === 'verb' && gerund.form === 'ing'
  const objects = isDoing && nounAt(chunks, at + 3) ? readTargets(text, chunks, at + 3).targets : []
  return {
    agents: objects.map(({ span, mention }) => ({
      span: { start: gerund?.start ?? span.start, end: span.end },
      mention,
    })),
    carried: false,
  }
}

/** "by X but also by Y", "by X and by Y": who else acts. */
const alsoBy = (
  text: string,
  chunks: readonly Chunk[],
  by: number | null,
  resolve: ResolveSubject,
): readonly Agent[] => {
  if (by === null) return []
  let i = readTargets(text, chunks, by).next
  if (isWord(chunks[i], ',')) i++
  if (chunks[i]?.kind !== 'conjunction') return []
  i++
  while (chunks[i]?.kind === 'adverb') i++
  return isWord(chunks[i], 'by') && nounAt(chunks, i + 1) ? resolve(readSubject(text, chunks, i + 1)).agents : []
}

/** Index where the target of the verb at `at` begins when it shares the object of a verb joined to it: "inhibits and reverses X". */
const sharedObject = (chunks: readonly Chunk[], at: number): number | null => {
  const next = chunks[at + 2]
  const joined =
    chunks[at + 1]?.kind === 'conjunction' && next?.kind === 'verb' && next.form === (chunks[at] as VerbChunk).form
  return joined && nounAt(chunks, at + 3) ? at + 3 : null
}

const ruleOf = (verb: VerbChunk): RuleName =>
  verb.form === 'ing' ? 'gerund' : verb.form === 'infinitive' ? 'infinitive' : 'active'

/** Every effect that the verb at `at` states. */
export const effectsOfVerb = (
  text: string,
  chunks: readonly Chunk[],
  at: number,
  resolve: ResolveSubject,
): RawEffect[] => {
  const verb = chunks[at]
  if (verb?.kind !== 'verb' || !verb.reading || verb.reading.triggers.length === 0) return []
  const passive = verb.form === 'passive' || verb.form === 'reduced'
  const match = passive ? passiveMatch(verb, text, chunks, at) : matchTrigger(text, chunks, at, verb)
  if (!match) return []
  // "X is induced to become Y": what X is made to do is said by the next verb.
  const next = chunks[at + 1]
  if (passive && next?.kind === 'verb' && next.form === 'infinitive') return []
  const index = subjectIndex(chunks, at)
  const subject = index === null ? null : readSubject(text, chunks, index, index < at ? at : -1)
  // "We increased the dose": what was done to find something out.
  if (match.trigger.sign !== 'converts' && index !== null && nounAt(chunks, index)?.head.lower === 'we') return []
  const trigger: Span = { start: verb.word.start, end: match.end }
  const hedged = isHedged(chunks, at)
  const subjectNegated = index !== null && nounAt(chunks, index)?.negated === true
  const negated = isNegated(chunks, at) || subjectNegated
  const make = (
    agents: readonly Agent[],
    carried: boolean,
    targets: readonly Target[],
    sign: TriggerSign,
    rule: RuleName,
  ): RawEffect[] =>
    targets.flatMap(target =>
      (agents.length > 0 ? agents : [null]).flatMap(agent => {
        if (isHandled(match.trigger.lemma, target, text)) return []
        if (agent && agent.span.start < target.span.end && target.span.start < agent.span.end) return []
        // Cells that "give rise to" cells become them.
        const becomes = match.trigger.lemma === 'give' && agent?.mention.type === 'cell' && target.type === 'cell'
        const direction = directionOf(
          becomes ? 'converts' : sign,
          target,
          text.slice(target.span.start, target.span.end),
        )
        return [{ agent, carried, direction, target, trigger, negated: negated !== target.negated, hedged, rule }]
      }),
    )

  if (passive && match.target === null) {
    const acted = passiveTargets(subject, resolve)
    const by = byPhrase(chunks, at + 1)
    const named = by === null ? null : readSubject(text, chunks, by)
    const { agents, carried } = by === null ? byDoing(text, chunks, at) : resolve(named)
    return make([...agents, ...alsoBy(text, chunks, by, resolve)], carried, acted, match.trigger.sign, 'passive')
  }
  if (match.target === null) {
    if (subject?.kind !== 'named' || isWord(chunks[at + 1], 'into')) return []
    const causing = verb.form === 'infinitive' ? causingVerb(chunks, at) : null
    const cause = causing === null ? null : subjectIndex(chunks, causing)
    const { agents, carried } = resolve(cause === null ? null : readSubject(text, chunks, cause))
    return make(agents, carried, subject.targets, match.trigger.sign, 'subject')
  }
  const { targets } = readTargets(text, chunks, match.target)
  const acting =
    match.middle === undefined || match.trigger.sign !== 'converts' ? subject : readSubject(text, chunks, match.middle)
  const { agents, carried } = resolve(acting)
  return make(agents, carried, targets, match.trigger.sign, ruleOf(verb))
}
