import { v7 as newId } from 'uuid'
import { AddReflection } from '../../src/reflections/contract.ts'
import { CheckGoal, Encourage, EndGoal, SetGoal } from '../../src/goals/contract.ts'
import * as communications from '../../src/communications/contract.ts'
import * as competencies from '../../src/competencies/contract.ts'
import { BringFramework } from '../../src/interop/case/contract.ts'
import { ReportCritique } from '../../src/critiques/contract.ts'
import { TakeBackFiling } from '../../src/filings/contract.ts'
import { SealLetter } from '../../src/letters/contract.ts'
import * as library from '../../src/library/contract.ts'
import * as papers from '../../src/papers/contract.ts'
import * as work from '../../src/work/contract.ts'
import { castMember } from '../support/cast.ts'
import { book, openTimes, planTimes, timesFor } from '../support/appointing.ts'
import { adoptPack, claim, suggest, tag } from '../support/claiming.ts'
import { hangDefense } from '../support/defending.ts'
import { hangEvent } from '../support/exhibiting.ts'
import { adopt, classBoard } from '../support/completing.ts'
import { allowPeers, bringNew, giveCritique, openRound } from '../support/critiquing.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { gatherGroup } from '../support/gathering.ts'
import { holdConference, recordForFamily } from '../support/conferring.ts'
import { invite, respond } from '../support/inviting.ts'
import { addPiece, giveFeedback, text } from '../support/making.ts'
import { apply, bring, oneRoster, zipOf } from '../support/rostering.ts'
import { hangCollection } from '../support/showing.ts'
import { classOf, type School } from '../support/school.ts'

/** A school with work on its walls, and where its pages are found. */
export type Furnished = {
  /** of somebody of the cast, by its name in the demo */
  piece: (title: string) => string
  learner: (key: string) => string
  class: (key: string) => string
  /** Mika's, edited once */
  edited: { pieceId: string; iterationId: string }
  /** Mika's, taken away and still restorable */
  deleted: { pieceId: string }
  /** a round in which Noor has said something about what Mika brought, and Kʼi asked a teacher to look */
  table: { roundId: string; bringingId: string }
  /** of Mika's class, with a response of hers, on the school's shelf; and one of Théo's class without any */
  invited: { id: string; itemId: string; youngId: string }
  /** one that comes with Cairn, one of the district's own, and a file that was only looked at */
  framework: { packId: string; ownId: string; importId: string }
  /** one that was applied, and one that looks wrong */
  roster: { appliedId: string; waitingId: string }
  /** a sheet of Mika's, printed with those of her class */
  paper: string
  /** what Ms. Rivera filed to Otto and can take back; another she has taken back */
  filed: { pieceId: string }
  /** Mika's: one that waits, one whose day has come */
  letters: { sealedId: string; openId: string }
  /** Mika's, with three works in two sections, for her teachers and family, and an open showcase of it */
  collection: { id: string }
  /** a round of Mika's class: hers is prepared, and one meeting was held and closed */
  conference: { roundId: string; id: string; recordedId: string }
  /** Jonas's class: he stands there, a slip was passed on to him and another is held, and he said thanks */
  event: { id: string }
  /** Jonas's: presented once, not yet, and called again */
  defense: { id: string }
  /** Mika and Noor are in it, and something was said and reported; and Mika's class of last year */
  group: { id: string; pieceId: string; earlierId: string }
  /** a round of Mika's class with times, of which Mika's mother has one */
  times: { roundId: string }
}

/** Pictures, recordings, writing, many attempts and their feedback, as the demo has them. */
const shown: Record<string, readonly string[]> = {
  mika: ['Butterfly', 'Recorder: the hill song', 'Our garden bed', 'The Night the River Moved'],
  theo: ['This is me', 'My words', 'Drum'],
  jonas: ['Glass lamp', 'Lab: how heat moves through glass'],
}

export async function furnish(school: School): Promise<Furnished> {
  const piece = await hangDemoWorks(school, shown)
  await speak(school)
  await claimAndTag(school, piece('Butterfly'))
  await askForYear(school)
  return {
    piece,
    learner: (key) => castMember(key).id,
    class: classOf,
    edited: await hangEdited(school),
    deleted: await hangDeleted(school),
    table: await layTable(school),
    invited: await inviteClasses(school),
    framework: await keepFrameworks(school),
    roster: await bringRosters(school),
    paper: await printForClass(school),
    filed: await fileToOtto(school),
    letters: await writeLetters(school),
    times: await offerTimes(school),
    group: await gatherGroup(school),
    event: await hangEvent(school),
    defense: await hangDefense(school),
    collection: await hangCollection(
      school,
      ['Butterfly', 'The Night the River Moved', 'Our garden bed'].map(piece),
    ),
    conference: await holdConference(school, [piece('Butterfly'), piece('Our garden bed')]).then(
      async (held) => ({
        ...held,
        recordedId: await recordForFamily(school, held.roundId),
      }),
    ),
  }
}

/** A small school beside the known one; the next night most of its children are missing. */
async function bringRosters(school: School) {
  const people = Array.from({ length: 9 }, (_, n) => ({
    id: `L${n}`,
    role: n === 8 ? 'teacher' : 'student',
    given: `Pupil ${n}`,
    family: 'of Aspen',
    grades: '02',
  }))
  const classes = [{ id: 'C', title: 'Aspen 2', who: people.map(({ id }) => id) }]
  const first = await bring(school, zipOf(oneRoster({ people, classes })), 'monday.zip')
  await apply(school, first.id)
  const few = { people: people.slice(6), classes: [{ id: 'C', title: 'Aspen 2/3', who: ['L6', 'L7', 'L9'] }] }
  const second = await bring(school, zipOf(oneRoster(few)), 'tuesday.zip')
  return { appliedId: first.id, waitingId: second.id }
}

async function fileToOtto(school: School) {
  const filing = () => ({ id: newId(), iterationId: newId(), learnerId: castMember('otto').id })
  const [kept, gone] = [filing(), filing()]
  const rivera = school.as('rivera')
  const about = { classId: classOf('division-3'), title: 'By the creek', parts: text('A heron.') }
  const body = { ...about, audiences: [], pieces: [kept, gone] }
  await rivera.ask(work.PostForLearners, { params: { id: newId() }, body })
  await rivera.ask(TakeBackFiling, { params: { id: newId() }, body: { iterationId: gone.iterationId } })
  return { pieceId: kept.id }
}

/** The year is planned, and those of Théo's class who are missing were told kindly. */
async function askForYear(school: School) {
  await adopt(school)
  const { chosen } = (await classBoard(school, 'okafor', 'kindergarten')).body
  await school.as('okafor').ask(communications.RemindClass, {
    params: { id: classOf('kindergarten') },
    body: { communicationId: chosen },
  })
}

async function offerTimes(school: School) {
  const roundId = await openTimes(school)
  await planTimes(school, roundId, { stations: 2 })
  await planTimes(school, roundId, { heldOn: '2026-12-02', way: 'phone', place: '' })
  const slotId = (await timesFor(school, 'amara', 'mika', roundId)).times[1]?.slotId ?? ''
  await book(school, 'amara', {
    slotId,
    learner: 'mika',
    more: { comes: 'Her grandmother, who speaks Pulaar' },
  })
  return { roundId }
}

async function printForClass(school: School): Promise<string> {
  const params = { id: classOf('division-3') }
  await school.as('rivera').ask(papers.PrintPapers, { params, body: {} })
  return (await school.as('mika').ask(papers.ListOwnPapers)).body.papers[0]?.id ?? ''
}

async function hangEdited(school: School) {
  const { id: pieceId, iterationId } = await addPiece(school, 'mika', ['teachers'])
  await school.as('mika').ask(work.ReviseIteration, {
    params: { id: iterationId, revision: '2' },
    body: { parts: text('What I found under the ice of Fraser Lake') },
  })
  await giveFeedback(school, 'rivera', iterationId)
  // and another, so that something waits for its teacher
  await addPiece(school, 'noor', ['teachers'])
  return { pieceId, iterationId }
}

async function layTable(school: School) {
  await allowPeers(school)
  const roundId = await openRound(school, {
    tables: [
      ['mika', 'noor', 'kai'],
      ['anh', 'otto'],
    ],
  })
  const { bringingId } = await bringNew(school, 'mika', roundId)
  const critiqueId = await giveCritique(school, 'noor', bringingId)
  await bringNew(school, 'noor', roundId)
  const body = { critiqueId, why: 'I am not sure this is kind.' }
  await school.as('kai').ask(ReportCritique, { params: { id: newId() }, body })
  return { roundId, bringingId }
}

async function inviteClasses(school: School) {
  const rivera = school.as('rivera')
  const id = await invite(school, { dueOn: '2026-12-04', prompts: ['What did you look at longest?'] })
  await respond(school, 'mika', id, ['family'])
  await invite(school, { title: 'Frost on a window', draft: true })
  const itemId = newId()
  const body = { activityId: id, shelf: 'school' as const }
  await rivera.ask(library.PublishItem, { params: { id: itemId }, body })
  const youngId = await invite(school, { by: 'okafor', class: 'kindergarten', title: 'My family drum' })
  return { id, itemId, youngId }
}

async function keepFrameworks(school: School) {
  const singh = school.as('singh')
  const [ownId, itemId, importId] = [newId(), newId(), newId()]
  const pack = await singh.ask(competencies.AdoptPack, { body: { pack: 'bc/core-competencies' } })
  const own = { title: 'How we walk together', judgedBy: 'learner' }
  await singh.ask(competencies.BeginFramework, { params: { id: ownId }, body: own })
  const write = (id: string, more: object) =>
    singh.ask(competencies.WriteCompetency, {
      params: { id },
      body: { frameworkId: ownId, revision: 1, ...more },
    })
  await write(itemId, {
    statement: 'I leave a place better than I found it',
    french: 'Je laisse un lieu plus beau',
  })
  await write(newId(), { statement: 'I pick up what others dropped', parentId: itemId })
  const table = 'code,statement,parent\nT1,Reading a map,\nT2,Building a cairn,T9\nT3,,\n'
  const file = Buffer.from(table).toString('base64')
  const body = { name: 'trail.csv', file, title: 'Trail skills' }
  await singh.ask(BringFramework, { params: { id: importId }, body })
  return { packId: pack.body.frameworkId, ownId, importId }
}

async function writeLetters(school: School) {
  const seal = async (opensOn: string, body: string) => {
    const id = newId()
    await school.as('mika').ask(SealLetter, { params: { id }, body: { opensOn, body } })
    return id
  }
  const sealedId = await seal('2031-06-20', 'Do you still draw wings?')
  const { now } = school.clock
  school.clock.now = new Date(now.getTime() - 30 * 24 * 3_600_000)
  const openId = await seal('2026-11-10', 'Dear me in November: is the loose tooth out?')
  school.clock.now = now
  return { sealedId, openId }
}

async function hangDeleted(school: School) {
  const { id: pieceId } = await addPiece(school, 'mika')
  await school.as('mika').ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId } })
  return { pieceId }
}

/** What Mika said and what she wants, with a look at it, her mother's words, and a goal that ended. */
async function speak(school: School): Promise<void> {
  const mika = school.as('mika')
  const [goalId, endedId] = [newId(), newId()]
  await mika.ask(AddReflection, {
    params: { id: newId() },
    body: {
      stage: 'looking_back',
      promptWords: 'What are you getting better at? Which work shows it?',
      body: 'Looking longer. My butterfly shows it.',
      audiences: ['teachers', 'family'],
    },
  })
  const words = { wish: 'Read a chapter book alone', plan: 'If it is loud, then I go to the stairs' }
  await mika.ask(SetGoal, {
    params: { id: goalId },
    body: { form: 'woop', words, audiences: ['teachers', 'family'] },
  })
  await mika.ask(CheckGoal, {
    params: { id: newId() },
    body: { goalId, standing: 'closer', words: 'Two chapters' },
  })
  await school
    .as('amara')
    .ask(Encourage, { params: { id: newId() }, body: { goalId, words: 'I hear you read.' } })
  await mika.ask(SetGoal, {
    params: { id: endedId },
    body: { form: 'step', words: { step: 'Tie a bowline' } },
  })
  await mika.ask(EndGoal, { params: { id: endedId }, body: { kind: 'reached' } })
}

/** What Mika says she can do and what her butterfly needed of her, with a thought of her teacher's; Théo's is scribed. */
async function claimAndTag(school: School, pieceId: string): Promise<void> {
  const { competency } = await adoptPack(school)
  const evidence = [{ pieceId }, { place: 'sport', words: 'I look up before I pass.' }]
  await claim(school, 'mika', {
    competencyId: competency('Critical and Reflective Thinking'),
    words: 'I can say which attempt is truer, and why.',
    reflection: 'Looking ten times helped.',
    evidence,
    audiences: ['teachers', 'family'],
  })
  const said = { learnerId: castMember('theo').id, words: 'I can share the blue.' }
  await claim(school, 'okafor', { ...said, competencyId: competency('Collaborating') })
  await tag(school, 'mika', { pieceId, competencyId: competency('Reflecting and assessing') })
  await suggest(school, 'rivera', {
    pieceId,
    competencyId: competency('Questioning and investigating'),
    words: 'You asked what the edge is really like.',
  })
}
