/** The part of package-lock.json that says what is installed. */
export type Lock = {
  readonly packages: Readonly<Record<string, { license?: string; dev?: boolean; devOptional?: boolean }>>
}

/** Licences that go with AGPL-3.0-or-later and ask nothing of a school. */
const FREE = new Set(
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 MPL-2.0 BlueOak-1.0.0 Unlicense CC0-1.0 Python-2.0 PostgreSQL'.split(
    ' ',
  ),
)

const EXCEPTIONS: readonly { name: RegExp; license: string; because: string }[] = [
  { name: /^@fontsource/, license: 'OFL-1.1', because: 'a typeface, shipped unchanged' },
  { name: /^libheif-js$/, license: 'LGPL-3.0', because: 'reads HEIC; loaded unchanged as its own file' },
  {
    name: /^@img\/sharp-/,
    license: 'LGPL-3.0-or-later',
    because: 'libvips, linked dynamically and replaceable',
  },
  { name: /^combine-errors$/, license: '', because: 'its readme says MIT; its package.json forgets to' },
]

/** Production packages, with all they bring along, whose licence is not on the list. */
export function findUnlicensed(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([path, one]) => path !== '' && one.dev !== true && one.devOptional !== true)
    .map(([path, one]) => ({ name: path.replace(/^.*node_modules\//, ''), license: one.license ?? '' }))
    .filter(({ name, license }) => !isAllowed(name, license))
    .map(({ name, license }) => `${name}: ${license || 'no licence named'}`)
}

/** `(A OR B)` needs one that is allowed, `A AND B` needs both. */
function isAllowed(name: string, license: string): boolean {
  const bare = license.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => isAllowed(name, part.trim()))
  if (bare.includes(' AND ')) return bare.split(' AND ').every((part) => isAllowed(name, part.trim()))
  return FREE.has(bare) || EXCEPTIONS.some((one) => one.name.test(name) && one.license === bare)
}
