import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { askForTime } from './ask-for-time.ts'
import { assignSlot, bookSlot } from './book-slot.ts'
import { cancelSlots } from './cancel-slots.ts'
import * as contract from './contract.ts'
import { giveBackSlot } from './give-back-slot.ts'
import { readInterpreterTimes } from './interpreter-store.ts'
import { planDay } from './plan-day.ts'
import { countAgreedTimes, listAgreedTimes, readOwn, readPlan, readTimes } from './read-store.ts'

export const appointmentRoutes: Route[] = [
  route(contract.ListConferenceTimes, readTimes),
  route(contract.BookSlot, (context, input) => bookSlot(context, input).then(() => done)),
  route(contract.GiveBackSlot, (context, input) => giveBackSlot(context, input.id).then(() => done)),
  route(contract.AskForTime, (context, input) => askForTime(context, input).then(() => done)),
  route(contract.PlanConferenceDay, (context, input) => planDay(context, input).then(() => done)),
  route(contract.CancelConferenceDay, (context, input) =>
    cancelSlots(context, 'day', input.id).then(() => done),
  ),
  route(contract.CancelConferenceSlot, (context, input) =>
    cancelSlots(context, 'slot', input.id).then(() => done),
  ),
  route(contract.AssignSlot, (context, input) => assignSlot(context, input).then(() => done)),
  route(contract.GetConferencePlan, (context, input) => readPlan(context, input.id)),
  route(contract.ListInterpreterTimes, readInterpreterTimes),
  route(contract.ListOwnConferences, readOwn),
  route(contract.CountAgreedTimes, (context, input) => countAgreedTimes(context, input.id)),
  route(contract.ListAgreedTimes, listAgreedTimes),
]
