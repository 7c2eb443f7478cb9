/** Work is filmed, recorded and kept awake by our own pages alone; nothing here asks where a child is. */
export const permissionsPolicy = [
  ...['camera', 'microphone', 'screen-wake-lock', 'fullscreen', 'autoplay'].map((own) => `${own}=(self)`),
  ...[
    'geolocation',
    'display-capture',
    'usb',
    'serial',

    'hid',
    'midi',
    'payment',
    'browsing-topics',
  ].map((none) => `${none}=()`),
].join(', ')

/** What a browser lets our pages do: nothing from elsewhere, and nothing inline but what a page’s own policy names by its hash. */
export function securityHeaders(origin: string) {
  const secure = origin.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginResourcePolicy: { policy: 'same-origin' as const },
    crossOriginOpenerPolicy: { policy: 'same-origin' as const },
  }
}

/**
 * What the worker that reads codes may do, and no page: compile WebAssembly from our own address. Reading
 * scripts out of text stays forbidden to it too.
 */
export const workerPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
