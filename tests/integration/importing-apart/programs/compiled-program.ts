import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { compiledFile } from '#library/importing-apart/load-compiled.ts'

/** Says of each script in its folder `import` whether V8 takes the code that was compiled of it; runs as an import process does. */
const folder = join(import.meta.dirname, 'import')
const names = readdirSync(folder).filter(name => name.endsWith('.cjs') && name !== 'import-program.cjs')
const taken = names.map(name => {
  const file = join(folder, name)
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: readFileSync(compiledFile(file)),
  })
  return [name, script.cachedDataRejected === false]
})
process.stdout.write(JSON.stringify(Object.fromEntries(taken)), () => process.exit())
