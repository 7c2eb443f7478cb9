import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { countActivities, readActivities } from './activity-list-store.ts'
import { readActivityRevisions } from './activity-store.ts'
import { closeActivity } from './close-activity.ts'
import * as contract from './contract.ts'
import { deleteActivity } from './delete-activity.ts'
import { readInvitations } from './invitation-store.ts'
import { openActivity } from './open-activity.ts'
import { publishActivity } from './publish-activity.ts'
import { reopenActivity } from './reopen-activity.ts'
import { respondToActivity } from './respond-to-activity.ts'
import { readActivityWaiting, readPieceActivities, readResponses } from './response-store.ts'
import { restoreActivity } from './restore-activity.ts'
import { reviseActivity } from './revise-activity.ts'
import { readDeletedActivities } from './standing-store.ts'
import { withdrawResponse } from './withdraw-response.ts'
import { writeActivity } from './write-activity.ts'

export const activityRoutes: Route[] = [
  route(contract.ListActivities, readActivities),
  route(contract.GetActivity, openActivity),
  route(contract.WriteActivity, (context, input) => writeActivity(context, input).then(() => done)),
  route(contract.ReviseActivity, (context, input) => reviseActivity(context, input).then(() => done)),
  route(contract.ListActivityRevisions, (context, input) => readActivityRevisions(context, input.id)),
  route(contract.PublishActivity, (context, input) => publishActivity(context, input).then(() => done)),
  route(contract.CloseActivity, (context, input) => closeActivity(context, input).then(() => done)),
  route(contract.ReopenActivity, (context, input) => reopenActivity(context, input).then(() => done)),
  route(contract.DeleteActivity, (context, input) => deleteActivity(context, input).then(() => done)),
  route(contract.RestoreActivity, (context, input) => restoreActivity(context, input).then(() => done)),
  route(contract.ListDeletedActivities, (context, input) => readDeletedActivities(context, input.id)),
  route(contract.ListInvitations, readInvitations),
  route(contract.Respond, (context, input) => respondToActivity(context, input).then(() => done)),
  route(contract.WithdrawResponse, (context, input) => withdrawResponse(context, input).then(() => done)),
  route(contract.ListResponses, (context, input) => readResponses(context, input.id)),
  route(contract.ListActivityWaiting, (context, input) => readActivityWaiting(context, input.id)),
  route(contract.ListPieceActivities, (context, input) => readPieceActivities(context, input.id)),
  route(contract.CountActivities, countActivities),
]
