/**
 * How a suite ended. `failures`: what a reader of the last lines needs to know about each test that failed. `wavering`: the same about
 * those that failed at first and passed when they were run again; they count as passed, and are to be mended.
 * @typedef {{ passed: number, failed: number, failures: readonly string[], wavering: readonly string[] }} Count
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
 * @returns {readonly string[]} paths of the files in which something failed
 */
export const failedFiles = report => {
  /** @type {{ testResults: TestFile[] }} */
  const { testResults } = JSON.parse(report)
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)
}

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
  const failed = Math.max(numFailedTests, failures.length)
  return { passed: numPassedTests, failed, failures, wavering: [] }
}

/**
 * @typedef {{ status: string, results: { error?: { message?: string } }[] }} SpecTest
 * @typedef {{ title: string, file: string, ok: boolean, tests: SpecTest[] }} Spec
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
  const wavering = []
  for (const { title, file, ok, tests } of specsOf({ suites })) {
    const isWavering = tests.some(({ status }) => status === 'flaky')
    if (ok && !isWavering) continue
    const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''))
    const told = failure(`${file} › ${title}`, messages.join('\n'))
    if (ok) wavering.push(told)
    else failures.push(told)
  }
  for (const { message } of errors ?? []) failures.push(failure('end-to-end', message ?? ''))
  const failed = Math.max(stats.unexpected, failures.length)
  return { passed: stats.expected + stats.flaky, failed, failures, wavering }
}
