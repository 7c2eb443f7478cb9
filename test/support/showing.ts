import { v7 as newId } from 'uuid'
import type { Choice } from '../../src/showcases/show-choice.ts'
import * as contract from '../../src/showcases/contract.ts'
import { WriteTemplate } from '../../src/collections/contract.ts'
import { audienceOf, choosing, collect, collectionOf } from './collecting.ts'
import { classOf } from './school.ts'
import { addPieceOf, placeMedia } from './making.ts'
import type { School } from './school.ts'

export const midnightTonight = { closesOn: '2026-11-24' }

/** A collection of somebody's with a picture and words, and a showcase of it that nobody has agreed to. */
export async function proposeShowcase(school: School, key: string, more: object = {}) {
  const mediaId = await placeMedia(school, key, 'picture')
  const parts = [
    { kind: 'media' as const, mediaId, alt: 'a lamp of green glass', caption: '' },
    { kind: 'text' as const, text: 'It lights one page.' },
  ]
  const piece = await addPieceOf(school, key, parts, ['teachers'])
  const body = choosing({ pieceId: piece.id, why: 'Nobody helped me.', highlight: true } satisfies Partial<
    Pick<Choice, 'why' | 'highlight'>
  > & { pieceId: string })
  const collectionId = await collect(school, key, { ...body, cover: body.sections[0]?.choices[0]?.id ?? '' })
  const id = newId()
  const asked = await school
    .as(key)
    .ask(contract.ProposeShowcase, { params: { id }, body: { collectionId, ...midnightTonight, ...more } })
  if (asked.status !== 200) throw new Error(asked.text)
  return {
    id,
    collectionId,
    pieceId: piece.id,
    iterationId: piece.iterationId,
    shareId: piece.shareIds[0] ?? '',
    mediaId,
  }
}

export const answer = (school: School, key: string, id: string, as: 'teacher' | 'guardian', agrees = true) =>
  school.as(key).ask(contract.AnswerShowcase, { params: { id }, body: { as, agrees } })

export async function pathTo(school: School, key: string, id: string): Promise<string> {
  const link = await school.as(key).ask(contract.GetShowcaseLink, { params: { id } })
  if (link.status !== 200) throw new Error(link.text)
  return link.body.path
}

/** Jonas is in grade 12, where his teacher's word is enough. */
export async function openShowcase(school: School, more: object = {}) {
  const shown = await proposeShowcase(school, 'jonas', more)
  await answer(school, 'halvorsen', shown.id, 'teacher')
  return { ...shown, path: await pathTo(school, 'jonas', shown.id) }
}

/** Somebody with nothing but an address. */
export const visit = (school: School, url: string, headers: Record<string, string> = {}) =>
  school.program.app.inject({ method: 'GET', url, headers })

export const tryPasscode = (school: School, url: string, passcode: string) =>
  school.program.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
    payload: new URLSearchParams({ passcode }).toString(),
  })

/** Mika's collection in two sections, and a showcase of it that her teacher and her mother agreed to. */
export async function hangCollection(school: School, [first = '', second = '', third = '']: string[]) {
  const body = {
    ...collectionOf({
      look: 'dawn',
      sections: [
        {
          title: 'It grew',
          choices: [
            { pieceId: first, why: 'I looked ten times for every line.', highlight: true, growth: true },
          ],
        },
        {
          title: 'More of me',
          choices: [{ pieceId: second, why: 'I wrote it at night.' }, { pieceId: third }],
        },
      ],
    }),
    title: 'How I learned to look',
  }
  const cover = body.sections[0]?.choices[0]?.id ?? ''
  const id = await collect(school, 'mika', { ...body, cover }, audienceOf('teachers', 'family'))
  const showcaseId = newId()
  await school.as('mika').ask(contract.ProposeShowcase, {
    params: { id: showcaseId },
    body: { collectionId: id, ...midnightTonight },
  })
  await answer(school, 'rivera', showcaseId, 'teacher')
  await answer(school, 'amara', showcaseId, 'guardian')
  const waiting = { collectionId: id, ...midnightTonight, passcode: 'birch bark' }
  await school.as('mika').ask(contract.ProposeShowcase, { params: { id: newId() }, body: waiting })
  const template = {
    title: 'Ready to show',
    words: 'For our conference.',
    sections: [{ title: 'One to be proud of', belongs: 'One piece you would show to anybody.' }],
  }
  await school
    .as('rivera')
    .ask(WriteTemplate, { params: { id: newId() }, body: { ...template, classId: classOf('division-3') } })
  return { id, showcaseId }
}
