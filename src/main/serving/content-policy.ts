/**
 * What the window's page may load and do: its own files and nothing else. Article content stands in this page; it can name no script, no
 * style and no address that is fetched. Styles from templates are set through the object model, which needs no `'unsafe-inline'`.
 * `data:` pictures are those that an article carries in itself. Text becomes markup or a worker's address through three policies only:
 * Lit's for its own templates, DOMPurify's for what it has purified, and the window's for its own workers.
 */
export const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify pathmark-workers',
].join('; ')

/** For an article's pictures and fonts, should one ever be shown as a page of its own: it can do nothing, and has an origin of its own. */
export const RESOURCE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** For a drawing, the same; it says in itself how it looks. */
export const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/** What the page may not ask for, whoever answers. The handlers of `lock-down.ts` refuse all of it as well. */
const REFUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

export const PERMISSIONS_POLICY = REFUSED_FEATURES.map(feature => `${feature}=()`).join(', ')
