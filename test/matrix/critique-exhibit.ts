import { v7 as newId } from 'uuid'
import * as critiques from '../../src/critiques/contract.ts'
import * as work from '../../src/work/contract.ts'
import { allowPeers, giveCritique, kindWords, openRound } from '../support/critiquing.ts'
import { addPiece, fetchMedia, placeMedia } from '../support/making.ts'
import { idOf, type School } from '../support/school.ts'
import type { CritiqueAct, CritiqueStanding } from './who-may-critique.ts'

/** An attempt of Mika's with a picture, on a table of Ms. Rivera's, and what was said about it there. */
export type CritiqueExhibit = {
  roundId: string
  bringingId: string
  critiqueId: string
  mediaId: string
  pieceId: string
  /** for whoever tries to bring something */
  own: Record<string, string>
}

export async function layTable(school: School, standing: CritiqueStanding): Promise<CritiqueExhibit> {
  const other = standing === 'at a table without Noor' ? 'kai' : 'noor'
  await allowPeers(school)
  const roundId = await openRound(school, { tables: [['mika', other]] })
  const mediaId = await placeMedia(school, 'mika', 'picture')
  const ids = { pieceId: newId(), iterationId: newId(), bringingId: newId() }
  await school.as('mika').ask(work.AddPiece, {
    params: { id: ids.pieceId },
    body: { iteration: { id: ids.iterationId, parts: [{ kind: 'media' as const, mediaId }] } },
  })
  await school.as('mika').ask(critiques.BringPiece, {
    params: { id: ids.bringingId },
    body: { roundId, iterationId: ids.iterationId },
  })
  const critiqueId = await giveCritique(school, other, ids.bringingId)
  await settle(school, standing, { roundId, critiqueId, bringingId: ids.bringingId })
  const own = {
    mika: (await addPiece(school, 'mika')).iterationId,
    noor: (await addPiece(school, 'noor')).iterationId,
  }
  return { roundId, bringingId: ids.bringingId, critiqueId, mediaId, pieceId: ids.pieceId, own }
}

async function settle(
  school: School,
  standing: CritiqueStanding,
  ids: { roundId: string; critiqueId: string; bringingId: string },
): Promise<void> {
  // decisions of one moment would leave open which of them came last
  school.clock.now = new Date(school.clock.now.getTime() + 1000)
  if (standing === 'taken back')
    await school.as('mika').ask(critiques.TakeBackPiece, { params: { id: ids.bringingId } })
  if (standing === 'after the round')
    await school.as('rivera').ask(critiques.EndCritiqueRound, { params: { id: ids.roundId } })
  if (standing === 'where peers may not') await allowPeers(school, false)
  if (standing === 'with its words hidden')
    await school.as('rivera').ask(critiques.HideCritique, {
      params: { id: newId() },
      body: { critiqueId: ids.critiqueId, hidden: true },
    })
}

/** Does one act as one person, and says how it was answered. */
export async function attemptWithCritique(
  school: School,
  person: string | null,
  act: CritiqueAct,
  to: CritiqueExhibit,
): Promise<{ status: number; code: string | undefined }> {
  const by = school.as(person)
  const { critiqueId, bringingId, roundId } = to
  const params = { id: newId() }
  switch (act) {
    case 'round':
      return by.ask(critiques.GetCritiqueRound, { params: { id: roundId } })
    case 'see':
      return by.ask(critiques.GetBringing, { params: { id: bringingId } })
    case 'picture':
      return asAnswer(person, await fetchMedia(school, person, to.mediaId))
    case 'give':
      return given(await by.ask(critiques.GiveCritique, { params, body: { bringingId, words: kindWords } }))
    case 'edit':
      return by.ask(critiques.ReviseCritique, {
        params: { id: critiqueId, revision: '2' },
        body: { words: kindWords },
      })
    case 'answer':
      return by.ask(critiques.AnswerCritique, { params, body: { critiqueId, kind: 'used' } })
    case 'report':
      return by.ask(critiques.ReportCritique, { params, body: { critiqueId, why: 'Look.' } })
    case 'hide':
      return by.ask(critiques.HideCritique, { params, body: { critiqueId, hidden: true } })
    case 'seat':
      return by.ask(critiques.ChangeTables, {
        params: { id: roundId, revision: '2' },
        body: { tables: [['mika', 'anh'].map(idOf)] },
      })
    case 'bring':
      return by.ask(critiques.BringPiece, {
        params,
        body: { roundId, iterationId: to.own[person ?? ''] ?? newId() },
      })
    case 'take back':
      return by.ask(critiques.TakeBackPiece, { params: { id: bringingId } })
    case 'end':
      return by.ask(critiques.EndCritiqueRound, { params: { id: roundId } })
    case 'page':
      return onPage(await by.ask(critiques.ListPieceCritiques, { params: { id: to.pieceId } }), critiqueId)
  }
}

/** Having given already, one may have given. */
const given = (answer: { status: number; code: string | undefined }) =>
  answer.code === 'given_already' ? { status: 200, code: undefined } : answer

const onPage = (answer: { status: number; code: string | undefined; text: string }, critiqueId: string) =>
  answer.status === 200 && !answer.text.includes(critiqueId) ? { status: 404, code: 'not_found' } : answer

const asAnswer = (person: string | null, status: number) =>
  person === null
    ? { status: 401, code: 'not_signed_in' }
    : { status, code: status === 200 ? undefined : 'not_found' }
