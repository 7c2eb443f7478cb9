import type { Context } from '../platform/context.ts'
import { beginConference } from '../conferences/begin-conference.ts'
import type { Storage } from '../files/storage.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { keepRehearsal } from '../rehearsals/keep-rehearsal.ts'
import { answerWalkthrough } from '../walkthroughs/answer-walkthrough.ts'
import { sendWalkthrough } from '../walkthroughs/send-walkthrough.ts'
import { personId } from './cast-rows.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { asPerson } from './fill-collections.ts'
import { demoRoundId } from './fill-conferences.ts'
import { insertPrepared, prepareFile } from './fill-media.ts'
import { murmur } from './murmur.ts'
import { demoId, seeded } from './seeded.ts'

type Filling = { ground: Ground; storage: Storage; cast: DemoCast; district: DemoDistrict; today: Date }

const voices = {
  mika: { name: 'rehearsal.wav', seconds: 14, pitch: 235 },
  otto: { name: 'walkthrough.wav', seconds: 20, pitch: 245 },
  joerg: { name: 'answer.wav', seconds: 8, pitch: 118 },
} as const

/** Mika tried her conference out; Otto recorded his for a father on the night shift, who answered by voice. */
export async function fillWalkthroughs({ ground, storage, cast, district, today }: Filling): Promise<void> {
  const father = cast.people.find(({ key, districtId }) => key === 'joerg' && districtId === district.id)
  if (!father) return
  const prepared = new Map(
    await Promise.all(
      Object.entries(voices).map(async ([key, { name, seconds, pitch }]) => {
        const file = { name, bytes: murmur(seeded(`voice ${key}`), seconds, pitch) }
        return [key, await prepareFile(storage, mediaOf(key), file)] as const
      }),
    ),
  )
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    for (const [key, file] of prepared)
      await insertPrepared(context.db, [file], {
        personId: personId(key),
        districtId: district.id,
        at: today,
      })
    const by = (key: string) => asPerson(context, { cast, district }, key)
    const mediaId = mediaOf('mika')
    const seconds = voices.mika.seconds
    await keepRehearsal(by('mika'), {
      id: demoId('rehearsal of mika'),
      roundId: demoRoundId,
      seconds,
      mediaId,
      pages: [
        { kind: 'welcome', pieceId: null, seconds: Math.floor(seconds / 3) },
        { kind: 'goal', pieceId: null, seconds: seconds - Math.floor(seconds / 3) },
      ],
    })
    await meet(by, `${father.givenName} ${father.familyName}`)
  })
}

async function meet(by: (key: string) => Context, name: string): Promise<void> {
  const id = demoId('walkthrough of otto')
  const people = [{ role: 'guardian' as const, personId: personId('joerg'), name }]
  await beginConference(by('otto'), { id, roundId: demoRoundId, learnerId: personId('otto'), people })
  await sendWalkthrough(by('otto'), {
    id,
    mediaId: mediaOf('otto'),
    preparationId: demoId('conference of otto'),
    marks: [0, 6, 13],
  })
  await answerWalkthrough(by('joerg'), {
    id: demoId('answer to otto'),
    conferenceId: id,
    kind: 'noticed',
    words: '',
    mediaId: mediaOf('joerg'),
  })
}

const mediaOf = (key: string) => demoId(`voice of ${key}`)
