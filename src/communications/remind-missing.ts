import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { noteAct, noteActOfOffice } from '../logbook/store.ts'
import { markPutAway, remindMissing, remindsAt } from './reminder-store.ts'

type Asked = { id: string; communicationId: string }

/** One step for everybody who is missing; sent again it tells nobody twice. */
export async function remindClass(context: Context, { id, communicationId }: Asked): Promise<void> {
  await remind(context, { classId: id }, communicationId)
  await noteActOfOffice(context, { act: 'learners.reminded', classId: id })
}

export async function remindSchool(context: Context, { id, communicationId }: Asked): Promise<void> {
  await remind(context, { schoolId: id }, communicationId)
  await noteAct(context, { act: 'learners.reminded', schoolId: id })
}

async function remind(
  context: Context,
  place: { classId: string } | { schoolId: string },
  communicationId: string,
): Promise<void> {
  demand(await remindsAt(context, place, communicationId))
  await remindMissing(context, place, communicationId)
}

export async function putReminderAway(context: Context, communicationId: string): Promise<void> {
  if (!(await markPutAway(context, communicationId))) throw new Refusal('not_found')
}
