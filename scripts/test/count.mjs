/**
 * How a suite ended. `failures`: what a reader of the last lines needs to know about each test that failed.
 * @typedef {{ passed: number, failed: number, failures: readonly string[] }} Count
 */

/** Lines of a failure's message that are shown again at the end. */
const LINES = 12

/**
 * @param {string} name
 * @param {string} message
 */
const failure = (name, message) => [`✗ ${name}`, ...message.trim().split('\n').slice(0, LINES)].join('\n  ')

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion
 * @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} TestFile
 */

/**
 * @param {string} report of Vitest, as JSON
 * @returns {Count}
 */
export const countOfVitest = report => {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report)
  const failures = []
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status: one }) => one === 'failed')
    for (const { fullName, failureMessages } of failed)
      failures.push(failure(`${name} › ${fullName}`, failureMessages.join('\n')))
    if (status === 'failed' && failed.length === 0) failures.push(failure(name, message))
  }
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failures.length), failures }
}

/**
 * @typedef {{ title: string, file: string, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/**
 * @param {string} report of Playwright, as JSON
 * @returns {Count}
 */
export const countOfPlaywright = report => {
  const { stats, suites, errors } = JSON.parse(report)
  const failures = []
  for (const { title, file, ok, tests } of specsOf({ suites })) {
    if (ok) continue
    const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''))
    failures.push(failure(`${file} › ${title}`, messages.join('\n')))
  }
  for (const { message } of errors ?? []) failures.push(failure('end-to-end', message ?? ''))
  return { passed: stats.expected, failed: Math.max(stats.unexpected + stats.flaky, failures.length), failures }
}
