import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as collections from '../../src/collections/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import * as showcases from '../../src/showcases/contract.ts'
import { choosing, collect, enrollNextYear } from '../support/collecting.ts'
import { addPieceOf, fetchMedia, placeMedia } from '../support/making.ts'
import { classOf, openSchool, type School } from '../support/school.ts'
import { visit } from '../support/showing.ts'
import { letterOf } from './exhibit.ts'
import { people } from './who-may.ts'
import { audiencesShown, type ShowAct, showActs, showRowOf, type ShownTo } from './who-shows.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  await enrollNextYear(school, 'mika', 'okafor', { opensOn: '2027-01-11', closesOn: '2027-06-30' })
})
afterAll(() => school.close())

const audiences: Record<ShownTo, object[]> = {
  'only me': [],
  'my teachers': [{ audience: 'teachers' }],
  'my family': [{ audience: 'family' }],
  'my class': [{ audience: 'class', spaceId: spaceOf(classOf('division-3')) }],
  'my next teachers': [{ audience: 'next', opensOn: '2026-11-24' }],
  deleted: [{ audience: 'teachers' }, { audience: 'family' }],
}

async function hang(to: ShownTo) {
  const mediaId = await placeMedia(school, 'mika', 'picture')
  const piece = await addPieceOf(school, 'mika', [{ kind: 'media', mediaId }], [])
  const body = choosing({ pieceId: piece.id })
  const id = await collect(school, 'mika', body, audiences[to] as [])
  const showcaseId = newId()
  const asked = { collectionId: id, closesOn: '2026-12-24' }
  await school.as('mika').ask(showcases.ProposeShowcase, { params: { id: showcaseId }, body: asked })
  if (to === 'deleted') await school.as('mika').ask(collections.DeleteCollection, { params: { id } })
  return { id, showcaseId, mediaId, body }
}

type Exhibit = Awaited<ReturnType<typeof hang>>

function attempt(person: string | null, act: ShowAct, { id, showcaseId, mediaId, body }: Exhibit) {
  const ask = (endpoint: Endpoint, of: string, sent?: object, more: object = {}) =>
    school.as(person).ask(endpoint, { params: { id: of, ...more }, ...(sent ? { body: sent } : {}) })
  const status = async (asked: Promise<number>) => {
    const code = person === null ? 'not_signed_in' : 'not_found'
    return { status: await asked, code }
  }
  const preview = async () =>
    (
      await visit(school, `/guest/preview/showcases/${showcaseId}`, {
        cookie: await school.as(person).cookie(),
      })
    ).statusCode
  const asks = { collectionId: id, closesOn: '2026-12-24' }
  const acts: Record<ShowAct, () => Promise<{ status: number; code?: string | undefined }>> = {
    open: () => ask(collections.GetCollection, id),
    who: () => ask(collections.WhoSeesCollection, id),
    picture: () => status(fetchMedia(school, person, mediaId)),
    revise: () => ask(collections.ReviseCollection, id, body, { revision: '2' }),
    share: () => ask(collections.ShareCollection, id, { audiences: [] }),
    delete: () => ask(collections.DeleteCollection, id),
    freeze: () => ask(collections.FreezeCollection, id),
    propose: () => ask(showcases.ProposeShowcase, newId(), asks),
    preview: () => status(preview()),
    'agree as teacher': () => ask(showcases.AnswerShowcase, showcaseId, { as: 'teacher', agrees: true }),
    'agree as guardian': () => ask(showcases.AnswerShowcase, showcaseId, { as: 'guardian', agrees: true }),
    showcases: () => ask(showcases.ListShowcases, id),
    link: () => ask(showcases.GetShowcaseLink, showcaseId),
    close: () => ask(showcases.WithdrawShowcase, showcaseId),
  }
  return acts[act]()
}

const looking = new Set<ShowAct>(['open', 'who', 'picture', 'preview', 'showcases'])

describe.each(audiencesShown)('a collection for: %s', (to) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let exhibit = await hang(to)
    for (const act of showActs) {
      const letter = letterOf(await attempt(person === 'nobody' ? null : person, act, exhibit))
      found.push(`${act}: ${letter}`)
      if (letter === 'y' && !looking.has(act)) exhibit = await hang(to)
    }
    const wanted = showRowOf(to, person).split(' ')
    expect(found).toEqual(showActs.map((act, place) => `${act}: ${wanted[place]}`))
  })
})
