import { person } from '../access/relations.ts'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { type Database, sql } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import type { SystemContext } from '../platform/transaction.ts'
import { mostDays, type Picture } from './card.ts'
import type { GetClassDoor } from './contract.ts'
import { isOnlyLearner, mayHandCards } from './policy.ts'

export type Door = { deviceId: string; classId: string; districtId: string }

/** The class at whose door the device stands that asks; whoever holds no such device finds nothing there. */
export async function doorHere({ ground, classTokenHash }: Doorstep): Promise<Door> {
  const door = classTokenHash && (await deviceOf(ground.database, classTokenHash, ground.now()))
  if (!door) throw new Refusal('not_found')
  return door
}

async function deviceOf(database: Database, tokenHash: Buffer, now: Date): Promise<Door | undefined> {
  const found = await sql<Door>`
    select device_id as "deviceId", class_id as "classId", district_id as "districtId"
    from class_device_here(${tokenHash}, ${now}::timestamptz)`.execute(database)
  return found.rows[0]
}

export async function readDoor({ db }: SystemContext, door: Door): Promise<OutputOf<typeof GetClassDoor>> {
  const found = await sql<{ name: string; closesAt: Date }>`
    select c.name, d.closes_at as "closesAt" from class_device d join class c on c.id = d.class_id
    where d.id = ${door.deviceId}`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Refusal('not_found')
  return { class: row.name, closesAt: row.closesAt.toISOString() }
}

export type ShownCard = { id: string; learnerId: string; givenName: string; picture: Picture }

/** The standing card of this class with that code, while its learner is in the class and nothing else. */
export async function cardAtDoor(
  { db }: SystemContext,
  door: Door,
  codeHash: Buffer,
): Promise<ShownCard | undefined> {
  const found = await sql<ShownCard>`
    select k.id, k.learner_id as "learnerId", n.given_name as "givenName", k.picture
    from standing_card k join person n on n.id = k.learner_id
    where k.class_id = ${door.classId} and k.code_hash = ${codeHash} and ${isOnlyLearner(sql<string>`n.id`)}
      and exists (select 1 from open_enrollment e
        where e.class_id = k.class_id and e.person_id = k.learner_id and e.role = 'student')`.execute(db)
  return found.rows[0]
}

/** Answers when the device leaves the door; undefined when class, day or id are not the viewer's to choose. */
export async function keepClassDevice(
  { db, viewer, now }: Context,
  device: { id: string; classId: string; closesOn: string; tokenHash: Buffer; device: string },
): Promise<Date | undefined> {
  const kept = await sql<{ closesAt: Date }>`
    insert into class_device (id, district_id, class_id, token_hash, device, opened_by, opened_at, closes_at)
    select ${device.id}, s.district_id, s.class_id, ${device.tokenHash}, ${device.device}, ${viewer.personId}::uuid,
      ${now}::timestamptz, (${device.closesOn}::date + 1)::timestamp at time zone d.time_zone
    from space s join district d on d.id = s.district_id
    where s.class_id = ${device.classId} and ${mayHandCards(person(viewer.personId))}
      and ${device.closesOn}::date between cairn_today() and cairn_today() + ${mostDays}::integer
    on conflict (id) do update set token_hash = excluded.token_hash
      where class_device.opened_by = excluded.opened_by and class_device.class_id = excluded.class_id
    returning closes_at as "closesAt"`.execute(db)
  return kept.rows[0]?.closesAt
}

/** False when the device stands at no door of the viewer's. */
export async function insertDeviceClosing({ db, viewer, now }: Context, id: string): Promise<boolean> {
  const closed = await sql`
    insert into class_device_closing (class_device_id, district_id, closed_by, closed_at)
    select d.id, d.district_id, ${viewer.personId}::uuid, ${now}::timestamptz
    from class_device d join space s on s.class_id = d.class_id
    where d.id = ${id} and ${mayHandCards(person(viewer.personId))}
    on conflict (class_device_id) do update set class_device_id = excluded.class_device_id
    returning class_device_id`.execute(db)
  return closed.rows.length > 0
}
