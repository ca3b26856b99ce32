import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addLicences } from '../../../scripts/package/licences.mjs'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const root = join(import.meta.dirname, '../../..')

it('the package brings the licences of its data and of every package that it is built from', async () => {
  const target = join(await newFolder(), 'pathmark')
  await mkdir(target)
  await addLicences({ root, target })
  expect(await readdir(join(target, 'licences'))).toEqual(
    expect.arrayContaining([...(await readdir(join(root, 'docs/licences'))), 'packages.txt']),
  )
  const texts = await readFile(join(target, 'licences', 'packages.txt'), 'utf8')
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const named = (packages: Record<string, string>) =>
    Object.entries(packages).filter(([name, version]) => texts.includes(`\n${name} ${version}: `))
  expect(named(dependencies)).toEqual(Object.entries(dependencies))
  expect(named(devDependencies)).toEqual([])
  expect(texts).toContain('SIL OPEN FONT LICENSE')
  expect(texts).toContain('Apache License')
})
