import type { ClassLearner } from './stack-draft.ts'

/** What stands under a face: the usual given name, with as much of the family name as tells two apart. */
export function shortNames(
  learners: readonly Pick<ClassLearner, 'id' | 'name' | 'givenName'>[],
): ReadonlyMap<string, string> {
  return new Map(
    learners.map((one) => {
      const others = learners.filter(({ givenName }) => plain(givenName) === plain(one.givenName))
      const family = one.name.slice(one.givenName.length).trim()
      if (others.length < 2 || family === '') return [one.id, one.givenName]
      const initial = [...family][0] ?? ''
      const alike = others.filter(({ name, givenName }) =>
        name.slice(givenName.length).trim().startsWith(initial),
      )
      return [one.id, alike.length > 1 ? one.name : `${one.givenName} ${initial}`]
    }),
  )
}

/** Whoever's name begins so, in any of its words, whatever the accents; those without a picture first. */
export function namesBeginning<T extends { id: string; name: string }>(
  learners: readonly T[],
  typed: string,
  counts: ReadonlyMap<string, number>,
): readonly T[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const begins = ({ name }: T) => {
    const whole = plain(name)
    return whole.startsWith(wanted) || whole.split(/[\s-]+/).some((word) => word.startsWith(wanted))
  }
  const rank = (one: T) => (plain(one.name).startsWith(wanted) ? 0 : 2) + (counts.has(one.id) ? 1 : 0)
  return learners.filter(begins).toSorted((one, other) => rank(one) - rank(other))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLocaleLowerCase().trim()
}
