import { handPass } from '../defenses/hand-pass.ts'
import { inviteGuardian } from '../defenses/invite-guardian.ts'
import { callAttempt, setDefense } from '../defenses/set-defense.ts'
import { decideAttempt, writeNote } from '../defenses/write-note.ts'
import { answerPanel, writeOpening } from '../defenses/write-opening.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { dayOf, daysBefore, schoolMoment } from './calendar.ts'
import { personId } from './cast-rows.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { type DefenseScript, demoDefenses } from './defenses.ts'
import { asPerson } from './fill-collections.ts'
import { demoId } from './seeded.ts'

type Filling = {
  cast: DemoCast
  district: DemoDistrict
  today: Date
  defenses?: readonly DefenseScript[]
}

/** Presentations of learning, set and held by doing what people do: one after "not yet", one to come. */
export async function fillDefenses(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district, defenses = demoDefenses } = filling
  const here = new Set(cast.people.filter((one) => one.districtId === district.id).map(({ key }) => key))
  for (const script of defenses.filter(({ learner }) => here.has(learner)))
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, (context) =>
      fillOne(context, filling, script),
    )
}

async function fillOne(context: SystemContext, filling: Filling, script: DefenseScript): Promise<void> {
  const { learner, teacher, title, earlier, fromMinute, place } = script
  const name = (what: string) => demoId(`presentation ${learner} ${what}`)
  const by = (key: string) => asPerson(context, filling, key)
  const heldOn = (daysAgo: number) => dayOf(schoolMoment(filling.today, daysAgo, name('day')))
  const panel = [
    ...script.staff.map((key) => ({ id: name(`seat ${key}`), personId: personId(key) })),
    { id: name('seat guest'), guest: script.guest },
  ]
  const arranged = { fromMinute, place, panel }
  const criteria = script.criteria.map((words, at) => ({ id: name(`criterion ${at}`), words }))
  const [id, first, coming] = [name('whole'), name('first'), name('coming')]
  const begun = { ...by(teacher), now: daysBefore(filling.today, (earlier?.daysAgo ?? 0) + 6) }
  await setDefense(begun, {
    id,
    learnerId: personId(learner),
    title,
    criteria,
    protocol: script.protocol.map(([words, minutes]) => ({ words, minutes })),
    attemptId: earlier ? first : coming,
    heldOn: earlier ? heldOn(earlier.daysAgo) : heldOn(-script.daysAhead),
    ...arranged,
  })
  if (earlier) {
    const then = (key: string) => ({
      ...by(key),
      now: schoolMoment(filling.today, earlier.daysAgo, name('held')),
    })
    await writeOpening(then(learner), { id: first, words: earlier.opening })
    for (const [at, note] of earlier.notes.entries())
      await writeNote(then(script.staff[0] ?? teacher), {
        id: name(`note ${at}`),
        attemptId: first,
        side: note.side,
        words: note.words,
        panelistId: name(`seat ${note.by}`),
        ...(note.about === null ? {} : { criterionId: criteria[note.about]?.id }),
      })
    await decideAttempt(then(teacher), { id: first, outcome: 'again', words: earlier.notYet })
    await answerPanel(then(learner), { id: name('answer'), attemptId: first, words: earlier.answer })
    await callAttempt(by(teacher), {
      id: coming,
      defenseId: id,
      heldOn: heldOn(-script.daysAhead),
      ...arranged,
    })
  }
  const collectionId = script.collection && demoId(`collection ${script.collection}`)
  await writeOpening(by(learner), {
    id: coming,
    words: script.opening,
    ...(collectionId ? { collectionId } : {}),
  })
  await handPass(by(teacher), { id: name('pass'), attemptId: coming, panelistId: name('seat guest') })
  for (const [guardian, shows] of script.asks)
    await inviteGuardian(by(learner), { id: coming, guardianId: personId(guardian), shows })
}
