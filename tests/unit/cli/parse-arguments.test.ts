import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../../src/cli/parse-arguments.ts'

const wrong = (...args: string[]): string => {
  const request = parseArguments(args)
  expect(request.kind).toBe('wrong')
  return request.kind === 'wrong' ? request.message : ''
}

const run = (...args: string[]) => {
  const request = parseArguments(args)
  if (request.kind !== 'run') throw new Error(`${args.join(' ')} came to ${JSON.stringify(request)}`)
  return request
}

describe('arguments that are right', () => {
  test('name a verb, its operands and its options', () => {
    const request = run('annotate', 'an-id', '--quote', 'two words', '--tag', 'a', '--tag=b', '--json')
    expect(request.command.verb).toBe('annotate')
    expect(request.operands).toEqual(['an-id'])
    expect(request.options.get('quote')).toEqual(['two words'])
    expect(request.options.get('tag')).toEqual(['a', 'b'])
    expect(request.flags).toEqual(new Set(['json']))
  })

  test('may put options before the verb', () => {
    const request = run('--library', '/somewhere', '--json', 'list')
    expect(request.command.verb).toBe('list')
    expect(request.options.get('library')).toEqual(['/somewhere'])
  })

  test('may hold a value that begins with a dash after an equals sign', () => {
    expect(run('annotate', 'id', '--quote=-1 °C').options.get('quote')).toEqual(['-1 °C'])
  })

  test('take everything after two dashes as operands', () => {
    expect(run('import', '--', '--odd-name.html', '-x').operands).toEqual(['--odd-name.html', '-x'])
  })

  test('ask for help of the program, or of a verb even when its operands are missing', () => {
    expect(parseArguments(['--help'])).toMatchObject({ kind: 'help', command: null })
    expect(parseArguments(['-h'])).toMatchObject({ kind: 'help', command: null })
    expect(parseArguments(['show', '--help'])).toMatchObject({ kind: 'help', command: { verb: 'show' } })
  })

  test('ask for the versions', () => {
    expect(parseArguments(['--version', '--json'])).toEqual({ kind: 'version', json: true })
  })
})

describe('arguments that are wrong are named in one line', () => {
  test.each([
    [['lisst'], 'There is no command “lisst”'],
    [['constructor'], 'There is no command “constructor”'],
    [['list', '--frobnicate'], 'Unknown option --frobnicate; see “pathmark list --help”'],
    [['list', '--quote', 'x'], 'Unknown option --quote'],
    [['list', '--version'], 'Unknown option --version'],
    [['list', '--__proto__'], 'Unknown option --__proto__'],
    [['list', '-z'], 'Unknown option -z'],
    [['--frobnicate'], 'Unknown option --frobnicate'],
    [['list', '--json=yes'], '--json takes no value'],
    [['annotate', 'id', '--quote'], '--quote needs a value'],
    [['list', '--library='], '--library needs the path of a folder'],
    [['export', '--all', '--out', ''], '--out needs the path of a folder'],
    [['annotate', 'id', '--quote', '--json'], '--quote needs a value'],
    [['annotate', 'id', '--quote', 'a', '--quote', 'b'], '--quote was given twice'],
    [['show'], 'show needs ID'],
    [['show', 'a', 'b'], 'show does not take “b”'],
    [['list', 'a'], 'list does not take “a”'],
    [['import'], 'import needs PATH|URL…'],
    [[], 'No command was given'],
    [['--json'], 'No command was given'],
  ])('%j', (args, message) => {
    expect(wrong(...args)).toContain(message)
    expect(wrong(...args)).not.toContain('\n')
  })
})
