const door = '/sign-in'

/** The sign-in page, with where the person wanted to go. */
export function doorFor(wanted: string): string {
  return wanted === '/' || wanted.startsWith(door) ? door : `${door}?to=${encodeURIComponent(wanted)}`
}

/** Where to go after signing in: only ever an address of ours, whatever somebody wrote into the link. */
export function wayBack(search: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '/'
  if (!wanted.startsWith('/') || /^\/[/\\]/.test(wanted) || wanted.startsWith(door)) return '/'
  // Browsers drop these before they read an address, which would make "/\t/elsewhere" an address elsewhere.
  return /[\u0000-\u001f]/.test(wanted) ? '/' : wanted
}
