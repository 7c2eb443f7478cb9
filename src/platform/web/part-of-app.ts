import { patiently } from './patient-import.ts'

const coming = new Map<string, Promise<void>>()

/**
 * What the build puts in the place of every `import()`: first its files, then the part. A browser remembers a
 * module that it could not fetch, and until the page is opened anew it fails without being asked for again
 * (https://github.com/whatwg/html/issues/6768); so nothing is imported that has not been fetched.
 */
export async function importPart<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  await Promise.all(files.map((file) => fileHere(new URL(`/${file}`, location.href).href)))
  return load()
}

/** Fetched once; what failed in the end may be tried again. */
function fileHere(address: string): Promise<void> {
  const begun = coming.get(address)
  if (begun) return begun
  const fetched = came(address)
    ? Promise.resolve()
    : patiently(() => (address.endsWith('.css') ? showStyles(address) : fetchWhole(address)))
  coming.set(address, fetched)
  fetched.catch(() => coming.delete(address))
  return fetched
}

/** With the page, before any of this ran. */
function came(address: string): boolean {
  const links = [...document.head.querySelectorAll('link')].filter(({ href }) => href === address)
  return links.some(({ rel, sheet }) => rel === 'modulepreload' || (rel === 'stylesheet' && sheet !== null))
}

/** The browser keeps it, and has it at hand when it imports it. */
async function fetchWhole(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  await answer.arrayBuffer()
}

function showStyles(address: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.crossOrigin = ''
  link.href = address
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve(), { once: true })
    link.addEventListener(
      'error',
      () => {
        link.remove()
        reject(new Error(address))
      },
      { once: true },
    )
    document.head.append(link)
  })
}
