import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './setup.mjs'

/**
 * Makes the PDF files that tests read, from their sources: `node scripts/build-pdf-fixtures.mjs`. It needs pdflatex (Debian's
 * texlive-latex-recommended), groff, chromium and qpdf; the files are committed, so that the tests need none of them.
 * The expected texts beside them are reviewed by hand.
 */
const FOLDER = join(ROOT, 'tests', 'fixtures', 'pdf')
/** @param {string} name */
const source = name => join(FOLDER, 'sources', name)
/** @param {string} name */
const made = name => join(FOLDER, name)

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
const run = (command, args, options = {}) =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options })

const work = mkdtempSync(join(tmpdir(), 'pathmark-pdf-'))
try {
  // Twice, for its references.
  for (let time = 0; time < 2; time += 1)
    run('pdflatex', ['-interaction=batchmode', source('two-columns.tex')], { cwd: work })
  copyFileSync(join(work, 'two-columns.pdf'), made('two-columns.pdf'))
  const page = made('scripts-and-tables.pdf')
  const print = ['--headless', '--no-sandbox', '--no-pdf-header-footer', `--print-to-pdf=${page}`]
  run('chromium', [...print, source('scripts-and-tables.html')])
  writeFileSync(made('manuscript.pdf'), run('groff', ['-Tpdf', '-ms', source('manuscript.ms')]))
} finally {
  rmSync(work, { recursive: true, force: true })
}
run('qpdf', ['--rotate=+90:1', made('manuscript.pdf'), made('rotated.pdf')])
run('qpdf', ['--encrypt', 'secret', 'other', '256', '--', made('manuscript.pdf'), made('user-password.pdf')])
run('qpdf', ['--encrypt', '', 'owner', '128', '--use-aes=y', '--', made('manuscript.pdf'), made('owner-password.pdf')])
