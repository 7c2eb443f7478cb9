import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/entry/modules.ts'
import { registerRoutes } from '../../src/register/routes.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { cast } from '../support/cast.ts'
import { openSchool, type School } from '../support/school.ts'
import { type Belongings, forge, inviting, layOut, takeStock, telltale, tracesOf } from './trespass.ts'

/**
 * Every endpoint there is, asked by everybody who must not, with every id of Mika's in every place an id can
 * stand. A new endpoint is swept without a word here.
 */
let school: School
let own: Belongings
let stock: string
const logged: string[] = []
beforeAll(async () => {
  school = await openSchool()
  own = await layOut(school)
  stock = await takeStock(school, own)
  const keep = (facts: Record<string, unknown>, sentence: string) =>
    void logged.push(JSON.stringify([facts, sentence]))
  school.program.ground.log = { info: keep, error: keep }
})
afterAll(() => school.close())

/** Those who share no class with her: not even her name is theirs to see. */
const strangers = [
  'ines',
  'theo',
  'jonas',
  'okafor',
  'halvorsen',
  'derek',
  'sofia-f',
  'chen',
  'singh',
  'ravi',
  'marsh',
  'doyle',
  null,
]
/** Those who know her, for whom a private piece is still not there. */
const acquainted = ['noor', 'rivera', 'dubois', 'amara', 'tomas', 'leila']

/** A session that was handed to a class does not go on either: src/handovers tries that. */
const endsSessions = new Set(['SignIn', 'SignOut', 'SignOutEverywhere', 'OpenHandover'])
const swept = routes.map((route) => route.endpoint).filter((one) => !endsSessions.has(one.name))
const refusals = [
  'not_found',
  'not_allowed',
  'not_signed_in',
  'id_taken',
  'wrong_password',
  'too_many_tries',
  'key_refused',
  'wrong_passkey',
]

/** Of each kind one tries every id in every place; the others knock where the id belongs. */
const thorough = new Set<string | null>(['ines', 'rivera', 'ravi'])
const kinds: Record<string, (keyof Belongings)[]> = {
  pieces: ['pieceId'],
  iterations: ['iterationId', 'secondId'],
  shares: ['shareId'],
  deletions: ['deletionId'],
  feedback: ['feedbackId'],
  replies: ['replyId'],
  focuses: ['focusId'],
  returns: ['returnId'],
  exemplars: ['exemplarId'],
  'critique-rounds': ['roundId'],
  bringings: ['bringingId'],
  critiques: ['critiqueId'],
  media: ['mediaId'],
  learners: ['learnerId'],
  classes: ['classId'],
  spaces: ['spaceId'],
  posts: ['pieceId'],
  activities: ['activityId'],
  'activity-closings': ['activityId'],
  'activity-deletions': ['activityId'],
  'activity-copies': ['activityId'],
  'library-items': ['activityId'],
  responses: ['responseId'],
  claims: ['claimId'],
  tags: ['tagId'],
  papers: ['paperId'],
  'paper-attempts': ['iterationId'],
  collections: ['collectionId'],
  showcases: ['showcaseId'],
}
/** Under an id that is free anybody may begin something of their own; under hers nobody. */
const begins = new Set([
  'AddPiece',
  'AnnounceMedia',
  'BeginFramework',
  'AddOwnPrompt',
  'SealLetter',
  'WriteTemplate',
  'OpenConferenceRound',
  'LetProgramIn',
  'AddHook',
  'KeepSchool',
])

/** Her teachers work with what they wrote to her; all else of hers they try like everybody. */
const teachers = new Set<string | null>(['rivera', 'dubois'])
const isTheirs = (key: string | null, trace: string) =>
  teachers.has(key) &&
  [inviting, own.activityId, own.roundId, own.bringingId, own.critiqueId, own.paperId].includes(trace)

function waysIn(key: string | null, endpoint: Endpoint): object[] {
  const known = teachers.has(key) ? { ...own, activityId: newId() } : own
  const { body, query } = endpoint
  // a question that may be left out is left out
  const asked = query?.safeParse({}).success === false ? { query: forge(query, known)[0] } : {}
  const said = body ? forge(body, known).map((one) => ({ ...asked, body: one })) : [asked]
  if (!endpoint.params) return said
  const fitting = kinds[endpoint.path.split('/')[2] ?? '']
  // what the whole district reads, begun under her ids, would bear them for everybody to see
  if (begins.has(endpoint.name) && !fitting)
    return said.map((parts) => ({ params: { id: newId() }, ...parts }))
  const names =
    fitting && (!thorough.has(key) || begins.has(endpoint.name))
      ? fitting
      : (Object.keys(own) as (keyof Belongings)[])
  return names.flatMap((name) =>
    said.map((parts) => ({
      params: { id: known[name], revision: '3', shelf: 'district', learnerId: own.learnerId },
      ...parts,
    })),
  )
}

/** The office brings what is no file, no provider or no server at all: its being refused as such tells nothing of anybody. */
const readsFiles = new Set([
  'BringFramework',
  'BringRoster',
  'KeepProvider',
  'KeepRosterServer',
  'AddHook',
  'KeepTranslator',
  'TryTranslator',
])

/** Her teachers may set it for her; who sits on a panel twice over is refused as such. */
const arranged = new Set(['SetDefense'])

/** A list of one's own may have moved on, which is nobody else's business. */
const ownLists = new Set(['KeepPhrases'])

const unforgivable = (
  answer: { status: number; code: string | undefined; text: string },
  traces: string[],
) => {
  if (answer.status !== 200 && !refusals.includes(answer.code ?? '')) return `${answer.status} ${answer.text}`
  const told = traces.find((trace) => answer.text.includes(trace))
  return told === undefined ? undefined : `told ${told}: ${answer.text.slice(0, 300)}`
}

/** Who answers for a school invites its families and lets its learners in, by name: and nothing of the work. */
const invites = new Set<string | null>(['chen', 'singh'])
const namesPeople = new Set(['ListFamilies', 'ListFirstPasswords'])
const isName = (trace: string) => trace === own.learnerId || /^\p{Lu}/u.test(trace)
const tracesFor = (key: string | null, endpoint: Endpoint, traces: string[]) =>
  invites.has(key) && namesPeople.has(endpoint.name) ? traces.filter((trace) => !isName(trace)) : traces

/** The office of her district keeps her record, as src/register tries: her name and her ways in are its business. */
const keepsRecords = new Set<string | null>(['singh'])
const ofRecords = new Set(registerRoutes.map(({ endpoint }) => endpoint.name))

/** Whoever leads her school keeps its classes: who is in them, and from when until when (src/schools). */
const keepsClasses = new Set<string | null>(['singh', 'chen'])
const ofClasses = new Set([
  'GetKeptClass',
  'FindForClass',
  'KeepClass',
  'ArchiveClass',
  'ArchiveClasses',
  'ReopenClass',
  'EnrollPerson',
  'UnenrollPerson',
])

/** What her class is for its learners at the moment is her teachers' to set (src/spaces). */
const rulesSpaces = new Set(['SetSpaceRule'])

async function sweep(key: string | null, traces: string[]): Promise<string[]> {
  const found: string[] = []
  for (const endpoint of swept) {
    if (keepsClasses.has(key) && ofClasses.has(endpoint.name)) continue
    if (keepsRecords.has(key) && ofRecords.has(endpoint.name)) continue
    if (teachers.has(key) && rulesSpaces.has(endpoint.name)) continue
    for (const parts of waysIn(key, endpoint)) {
      const answer = await school.as(key).ask(endpoint, parts)
      if (readsFiles.has(endpoint.name) && answer.code === 'invalid' && !answer.text.includes(telltale))
        continue
      if (ownLists.has(endpoint.name) && answer.code === 'changed_elsewhere') continue
      if (arranged.has(endpoint.name) && teachers.has(key) && answer.code === 'invalid') continue
      const trouble = unforgivable(answer, tracesFor(key, endpoint, traces))
      if (trouble !== undefined) found.push(`${endpoint.name} ${JSON.stringify(parts)}: ${trouble}`)
      // those for whoever is not signed in yet say that there is nothing
      if (key === null && endpoint.signedIn !== false && answer.code !== 'not_signed_in')
        found.push(`${endpoint.name} signed out: ${answer.text.slice(0, 300)}`)
    }
  }
  return found
}

test.each(strangers)(
  'nothing of hers is there for %s',
  async (key) => {
    expect(await sweep(key, tracesOf(own))).toEqual([])
  },
  600_000,
)

test.each(acquainted)(
  'a piece she keeps to herself is not there for %s',
  async (key) => {
    const theirsToSee = new Set([own.learnerId, ...tracesOf(own).filter((trace) => /^\p{Lu}/u.test(trace))])
    expect(
      await sweep(
        key,
        tracesOf(own).filter((trace) => !theirsToSee.has(trace) && !isTheirs(key, trace)),
      ),
    ).toEqual([])
  },
  600_000,
)

test('and afterwards all of it is as she left it', async () => {
  expect(await takeStock(school, own)).toBe(stock)
})

test('what was logged meanwhile holds no name, no word, no cookie and no key', async () => {
  const log = logged.join('\n')
  expect(logged.length).toBeGreaterThan(300)
  const names = cast.people
    .flatMap((one) => [one.givenName, one.familyName, one.username ?? '', one.id])
    .filter((name) => name.length > 4)
  const cookies = await Promise.all([...strangers, ...acquainted].map((key) => school.as(key).cookie()))
  const tokens = cookies.filter(Boolean).map((cookie) => cookie.slice(cookie.indexOf('=') + 1))
  const hidden = [telltale, 'key=', 'argon2', 'cairn-stones', ...Object.values(own), ...names, ...tokens]
  expect(hidden.filter((one) => log.includes(one))).toEqual([])
})
