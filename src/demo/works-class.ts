import type { Activity } from './activity.ts'
import { activities } from './class-activities.ts'
import { classRows } from './class-rows.ts'
import { attempt, changed, made, piece, said, used, type WorkScript } from './works-shape.ts'

/** Gives out an activity's sentences in turn, so that no two learners next to each other say the same. */
type Turns = <T>(name: string, choices: readonly T[]) => T

/**
 * What the classes made together. A row says who, with which audience, and for each piece the activity,
 * where its attempts begin (after the @) and how many days ago each was made.
 */
export function classWorks(): WorkScript[] {
  const given = new Map<string, number>()
  const inTurn: Turns = (name, choices) => {
    const turn = given.get(name) ?? 0
    given.set(name, turn + 1)
    const choice = choices[turn % choices.length]
    if (choice === undefined) throw new Error(`no words for ${name}`)
    return choice
  }
  return classRows.flatMap(({ by, learners }) =>
    learners.flatMap(([learner, shares, ...pieces], place) =>
      pieces.map((written) => classWork(written, { learner, shares, by, look: place }, inTurn)),
    ),
  )
}

type Maker = { learner: string; shares: string; by: string; look: number }

function classWork(written: string, maker: Maker, inTurn: Turns): WorkScript {
  const [what = '', ...days] = written.split(' ')
  const [name = '', start = '0'] = what.split('@')
  const activity = activities[name]
  if (!activity) throw new Error(`no activity ${name}`)
  const attempts = days.map((day, index) => {
    const turn = Math.min(Number(start) + index, activity.alts.length - 1)
    const picture = made(
      activity.subject,
      turn,
      maker.look,
      activity.alts[turn] ?? '',
      index === 0 ? inTurn(`${name} caption`, activity.captions) : undefined,
    )
    const change = index > 0 ? [changed(inTurn(`${name} change`, activity.changes))] : []
    return attempt(Number(day), ...change, picture, ...answers(activity, name, index, days, maker, inTurn))
  })
  return piece(maker.learner, inTurn(`${name} title`, activity.titles), maker.shares, ...attempts)
}

/** Every attempt that led to another was answered and the answer used; a last one only if it is not new. */
function answers(
  activity: Activity,
  name: string,
  index: number,
  days: string[],
  maker: Maker,
  inTurn: Turns,
) {
  const last = index === days.length - 1
  const shown = maker.shares !== '' && maker.shares !== 'family'
  if (!shown || (last && Number(days[index]) < 24)) return []
  const [feedback, reply] = inTurn(`${name} talk`, activity.talks)
  return [said(maker.by, feedback, last ? undefined : used(reply))]
}
