import type { Entry } from '../../outbox/entry.ts'

/** Where people's own words stand in what is sent. */
const places = ['title', 'text', 'body', 'why', 'whatChanged', 'caption', 'alt', 'words', 'tryNext']

/** What somebody wrote, out of whatever form it was to be sent in: so that it can be read and copied. */
export function wordsIn({ writes }: Entry): string[] {
  const found: string[] = []
  const look = (value: unknown, name = ''): void => {
    if (typeof value === 'string' && places.includes(name) && value.trim() !== '') found.push(value)
    if (Array.isArray(value)) return value.forEach((one) => look(one, name))
    if (typeof value !== 'object' || value === null) return
    for (const [inner, content] of Object.entries(value)) look(content, inner)
  }
  look(writes.map(({ sent }) => sent.body))
  return found
}
