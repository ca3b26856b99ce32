const { app, utilityProcess } = require('electron')

/* Runs one program after the other as a utility process, with the settings of an import process, and ends with the status of the first that fails. */
const [file, settings, ...runs] = JSON.parse(process.env.PATHMARK_RUNS ?? '[]')

const run = (/** @type {readonly string[]} */ parameters) =>
  new Promise(resolve => {
    const child = utilityProcess.fork(file, [...parameters], {
      env: {},
      execArgv: [settings],
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', resolve)
  })

const runAll = async () => {
  await app.whenReady()
  for (const parameters of runs) {
    const status = await run(parameters)
    if (status !== 0) return status
  }
  return 0
}

runAll().then(
  status => app.exit(status),
  error => {
    console.error(error)
    app.exit(1)
  },
)
