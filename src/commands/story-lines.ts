import { sayIn } from '../platform/words.ts'
import type { Listed, RosterStory } from '../rosters/roster-story.ts'

const named = 10

/** What an import would do or did, for somebody at a terminal: counts, then a few names, then what was wrong. */
export function linesOf(story: RosterStory): string[] {
  const say = (key: string, values: Record<string, unknown> = {}) => sayIn('en', `rosters.${key}`, values)
  const list = (key: string, { count, some }: Listed) =>
    count === 0
      ? []
      : [`${say(key)}: ${count}`, ...some.slice(0, named).map((one) => `    ${one}`), ...more(count, say)]
  const counted = (key: string, count: number) => (count === 0 ? [] : [`${say(key)}: ${count}`])
  const groups = (['join', 'leave', 'return', 'rename', 'together'] as const).flatMap((key) => {
    const [head, ...names] = list(key, story.people[key])
    return head === undefined ? [] : [`${head} (${say('kinds', story.people[key])})`, ...names]
  })
  const places = [
    ...(['opened', 'renamed', 'gone'] as const).flatMap((key) => list(`schools-${key}`, story.schools[key])),
    ...(['opened', 'changed', 'closed'] as const).flatMap((key) =>
      list(`classes-${key}`, story.classes[key]),
    ),
  ]
  const ties = (['enrollments', 'guardianships', 'duties'] as const).flatMap((kind) =>
    Object.entries(story[kind]).flatMap(([what, count]) => counted(`${kind}-${what}`, count)),
  )
  const at = ({ file, row }: { file: string; row: number }) => (row === 0 ? file : `${file}:${row}`)
  return [
    `${story.format}. ${say('holds', story.holds)}`,
    ...(story.changesNothing ? [say('no-change')] : []),
    ...groups,
    ...list('moves', story.moves),
    ...places,
    ...ties,
    ...counted('rejected', story.rejected.count).map(() => say('rejected', { count: story.rejected.count })),
    ...story.rejected.some.map((one) => `    ${at(one)}  ${say(`rejected-${one.code}`, one)}`),
    ...(story.oddities.length === 0 ? [] : [say('oddities', { count: story.oddities.length })]),
    ...story.oddities.map((one) => `    ${at(one)}  ${say(`odd-${one.code}`, one)} (${one.count})`),
    ...(story.anomalies.length === 0 ? [] : [`${say('stop')}:`]),
    ...story.anomalies.map((one) => `    ${say(`anomaly-${one.code}`, one)}`),
  ]
}

function more(count: number, say: (key: string, values: Record<string, unknown>) => string): string[] {
  return count > named ? [`    ${say('and-more', { count: count - named })}`] : []
}
