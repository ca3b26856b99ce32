import { describe, expect, it } from 'vitest'
import { refusal, refusedSwitch } from '../../../src/main/starting/start-switches.ts'

describe('a packaged Pathmark', () => {
  it.each([
    [[]],
    [['--library', '/notes']],
    [['--library=/notes', 'pathmark://open/a']],
    [['-lang=de', '-disable-gpu']],
    [['--force-device-scale-factor=2', '--ozone-platform-hint=auto', '--lang=de']],
    // The system puts links after two dashes, and Chromium reads no switch there.
    [['--', 'pathmark://open/a', '--inspect']],
  ])('starts with %j', args => {
    expect(refusedSwitch(args)).toBeNull()
  })

  it.each([
    '--no-sandbox',
    '-no-sandbox',
    '--disable-web-security',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--js-flags=--allow-natives-syntax',
    '--load-extension=/tmp/x',
    '--user-data-dir=/tmp/x',
    '--proxy-server=evil.example',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--renderer-cmd-prefix=xterm -e gdb',
    '--gpu-launcher=sh',
    '--utility-cmd-prefix=sh',
    '--browser-subprocess-path=/tmp/x',
    '--log-net-log=/tmp/x',
    '--disable-features=IsolateOrigins',
    '--enable-logging',
    '--NO-SANDBOX',
    '--library-x',
    '-r',
    '-',
  ])('does not start with %s', argument => {
    expect(refusedSwitch([argument])).toBe(argument)
    expect(refusedSwitch(['--library', '/notes', argument, '--', 'pathmark://open/a'])).toBe(argument)
  })

  it('takes no switch for the folder of a library, as Chromium does not either', () => {
    expect(refusedSwitch(['--library', '--no-sandbox'])).toBe('--no-sandbox')
  })

  it('says so in one line that cannot act upon a terminal', () => {
    expect(refusal('--no-sandbox')).toMatch(/^Pathmark was not started: .*--no-sandbox.*--library FOLDER/)
    expect(refusal('--x\u001b\u0085y')).toContain('does not take --x??y.')
    expect(refusal(`--x\u001b[2J\n${'y'.repeat(500)}`)).toMatch(/^[^\p{Cc}]{1,250}$/u)
  })
})
