import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { compiledFile } from '#library/importing-apart/load-compiled.ts'
import { unsealCompiled } from '#library/importing-apart/sealed-code.ts'

/** Says of each script in its folder `import` whether V8 takes the code that was compiled of it; runs as an import process does. */
const folder = join(import.meta.dirname, 'import')
const names = readdirSync(folder).filter(name => name.endsWith('.cjs') && name !== 'import-program.cjs')
const taken = names.map(name => {
  const file = join(folder, name)
  const source = readFileSync(file)
  const cachedData = unsealCompiled(source, readFileSync(compiledFile(file)))
  const script = new Script(source.toString('latin1'), { filename: file, ...(cachedData && { cachedData }) })
  return [name, script.cachedDataRejected === false]
})
process.stdout.write(JSON.stringify(Object.fromEntries(taken)), () => process.exit())
