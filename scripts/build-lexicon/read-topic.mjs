/**
 * One entry of a topic file before it is merged with others of its name.
 * @typedef {{ name: string, type: string, synonyms: string[], family: boolean }} TopicEntry
 */

const TYPES = new Set(['gene-or-protein', 'chemical', 'cell', 'tissue', 'process', 'disease', 'symptom', 'organism'])

/** `{1..15}` or `{α,β}`: the members of a family. */
const MEMBERS = /\{([^{}]+)\}/

/** @param {string} list */
const membersOf = list => {
  const range = /^(\d+)\.\.(\d+)$/.exec(list)
  if (!range) return list.split(',').map(member => member.trim())
  const [from, to] = [Number(range[1]), Number(range[2])]
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
}

/** `CDK{1..3} | cyclin-dependent kinase {}` as one list of names a member; a line without members as one list.
 * @param {string} line
 * @returns {string[][]}
 */
const expandFamily = line => {
  const names = line.split('|').map(name => name.trim())
  const members = MEMBERS.exec(line)
  if (!members) return [names]
  return membersOf(members[1] ?? '').map(member =>
    names.map(name => name.replace(MEMBERS, member).replace('{}', member)),
  )
}

/** The order of lines: by name, without regard to case; capitals first where only the case differs.
 * @param {string} a
 * @param {string} b
 */
export const byName = (a, b) => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  if (x !== y) return x < y ? -1 : 1
  return a < b ? -1 : Number(a > b)
}

/** What is wrong with a line that is read alone.
 * @param {string} line
 */
const faultOf = line => {
  const names = line.split('|').map(name => name.trim())
  if (names.includes('')) return 'has an empty name'
  if (names.join(' | ') !== line) return 'is not written as "name | synonym | synonym"'
  if (new Set(names).size < names.length) return 'says a name twice'
  return null
}

/**
 * Reads a topic file: `{ "about": text, "entries": { TYPE: ["name | synonym | …"] } }`. A line whose name holds `{…}`
 * stands for a family of entries.
 * @param {string} file its name, for the problems
 * @param {unknown} content
 * @returns {{ entries: TopicEntry[], problems: string[] }}
 */
export const readTopic = (file, content) => {
  /** @type {TopicEntry[]} */
  const entries = []
  /** @type {string[]} */
  const problems = []
  const topic = /** @type {{ entries?: Record<string, string[]> }} */ (content)
  for (const [type, lines] of Object.entries(topic.entries ?? {})) {
    if (!TYPES.has(type)) problems.push(`${file}: there is no type "${type}"`)
    const sorted = lines.toSorted(byName)
    const misplaced = lines.find((line, i) => line !== sorted[i])
    if (misplaced !== undefined) problems.push(`${file}: "${misplaced}" is not in its place; sort by name`)
    for (const line of lines) {
      const fault = faultOf(line)
      if (fault) problems.push(`${file}: "${line}" ${fault}`)
      for (const [name = '', ...synonyms] of expandFamily(line))
        entries.push({ name, type, synonyms, family: MEMBERS.test(line) })
    }
  }
  return { entries, problems }
}
