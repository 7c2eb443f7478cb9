import { schoolMoment, schoolMomentAfter } from './calendar.ts'
import type { DemoCast } from './cast-shape.ts'
import { demoId } from './seeded.ts'
import { openStudio, type Studio } from './studio.ts'
import { classWorks } from './works-class.ts'
import { highSchoolWritings } from './works-high-school.ts'
import { moreHighSchoolWritings } from './works-high-school-more.ts'
import { jonasWorks } from './works-jonas.ts'
import { moreOfJonas } from './works-jonas-more.ts'
import { mikaWorks } from './works-mika.ts'
import { moreOfMika } from './works-mika-more.ts'
import type {
  AttemptScript,
  DemoFeedback,
  DemoIteration,
  DemoPart,
  DemoWork,
  FeedbackScript,
  PartScript,
  WorkScript,
} from './works-shape.ts'
import { middleSchoolWorks } from './works-middle-school.ts'
import { theoWorks } from './works-theo.ts'
import { elementaryWritings } from './works-writing.ts'
import { moreElementaryWritings } from './works-writing-more.ts'

type Desk = { today: Date; studio: Studio; learner: string }

/** Everything the learners of the demo made over two years. Files are made when they are asked for. */
export function demoWorks(cast: DemoCast, today: Date): DemoWork[] {
  const here = new Set(cast.people.map((person) => person.key))
  const scripts = [
    ...mikaWorks,
    ...moreOfMika,
    ...jonasWorks,
    ...moreOfJonas,
    ...theoWorks,
    ...elementaryWritings,
    ...moreElementaryWritings,
    ...highSchoolWritings,
    ...moreHighSchoolWritings,
    ...classWorks(),
    ...middleSchoolWorks,
  ].filter((script) => here.has(script.learner))
  const studio = openStudio()
  return scripts.map((script) => work(script, { today, studio, learner: script.learner }))
}

function work(script: WorkScript, desk: Desk): DemoWork {
  const key = `${script.learner} ${script.title}`
  return {
    id: demoId(`piece ${key}`),
    learnerKey: script.learner,
    title: script.title,
    shares: script.shares,
    iterations: script.attempts.map((attempt, index) => iteration(attempt, `${key} ${index + 1}`, desk)),
  }
}

function iteration(script: AttemptScript, key: string, desk: Desk): DemoIteration {
  const madeOn = schoolMoment(desk.today, script.daysAgo, key)
  return {
    id: demoId(`iteration ${key}`),
    madeOn,
    ...(script.whatChanged && { whatChanged: script.whatChanged }),
    parts: script.parts.map((part) => written(part, madeOn, desk)),
    feedback: script.feedback.map((given, index) => feedback(given, madeOn, `${key} feedback ${index + 1}`)),
  }
}

function written(script: PartScript, madeOn: Date, { studio, learner }: Desk): DemoPart {
  if (script.kind !== 'made') return script
  const { subject, attempt, look, caption, alt } = script
  const file = () => studio({ subject, attempt, look, hand: learner }, madeOn)
  return { kind: 'media', file, ...(caption && { caption }), alt }
}

function feedback(script: FeedbackScript, madeOn: Date, key: string): DemoFeedback {
  const givenOn = schoolMomentAfter(madeOn, script.after, key)
  const { reply, pin } = script
  const given = { id: demoId(key), byKey: script.by, givenOn, text: script.text, ...(pin && { pin }) }
  if (!reply) return given
  const repliedOn = schoolMomentAfter(givenOn, reply.after, `${key} reply`)
  return { ...given, reply: { id: demoId(`${key} reply`), kind: reply.kind, why: reply.why, repliedOn } }
}
