import type { Storage } from '../files/storage.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { classId } from './cast-rows.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { insertPrepared, type Prepared, prepareFile } from './fill-media.ts'
import { rowsOfInvitation } from './invitation-rows.ts'
import { type InvitationScript, invitations } from './invitations.ts'
import { openStudio, type Studio } from './studio.ts'
import type { DemoWork } from './works-shape.ts'

type Filling = { ground: Ground; storage: Storage; studio: Studio; cast: DemoCast; today: Date }

/** What the teachers invited their classes to, with the work that is there already as responses. */
export async function fillInvitations(
  { ground, storage, cast }: { ground: Ground; storage: Storage; cast: DemoCast },
  works: readonly DemoWork[],
): Promise<void> {
  const filling = { ground, storage, studio: openStudio(), cast, today: ground.now() }
  for (const script of invitations) {
    const of = cast.classes.find((one) => one.id === classId(script.class))
    const district = cast.districts.find(({ schools }) => schools.some(({ id }) => id === of?.schoolId))
    if (district) await fillOne(filling, district, script, works)
  }
}

async function fillOne(
  { ground, storage, studio, cast, today }: Filling,
  district: DemoDistrict,
  script: InvitationScript,
  works: readonly DemoWork[],
): Promise<void> {
  const rows = rowsOfInvitation({ cast, district, today }, script, works)
  const prepared: Prepared[] = []
  for (const { shown, row } of rows.pictures) {
    const file = await studio({ ...shown, hand: script.by }, rows.writtenAt)
    prepared.push(await prepareFile(storage, row.media_id, file))
  }
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async ({ db }) => {
    await insertPrepared(db, prepared, { personId: rows.by, districtId: district.id, at: rows.writtenAt })
    await db.insertInto('activity').values(rows.activity).execute()
    await db.insertInto('activity_revision').values(rows.revision).execute()
    if (rows.learners.length > 0) await db.insertInto('activity_learner').values(rows.learners).execute()
    for (const { row } of rows.pictures) await db.insertInto('activity_media').values(row).execute()
    if (rows.publication) await db.insertInto('activity_publication').values(rows.publication).execute()
    if (rows.closing) await db.insertInto('activity_closing').values(rows.closing).execute()
    if (rows.item) await db.insertInto('library_item').values(rows.item).execute()
    if (rows.responses.length > 0) await db.insertInto('response').values(rows.responses).execute()
  })
}
