import { app } from 'electron'

/**
 * Keeps Chromium itself off the network: no name can be resolved, so nothing that it would like to fetch for its own purposes (components,
 * lists, dictionaries, reports, preconnections) finds a server. Must run before the app is ready.
 */
export const quietChromium = (): void => {
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('dns-prefetch-disable')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-quic')
}
