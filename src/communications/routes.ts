import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { adoptPlan } from './adopt-plan.ts'
import * as contract from './contract.ts'
import { readYearPlan } from './plan-store.ts'
import { putReminderAway, remindClass, remindSchool } from './remind-missing.ts'
import { readReminders } from './reminder-store.ts'
import { setWindow } from './set-window.ts'
import { countCompleteness, readClassCompleteness, readSchoolCompleteness } from './store.ts'

export const communicationRoutes: Route[] = [
  route(contract.GetClassCompleteness, readClassCompleteness),
  route(contract.GetSchoolCompleteness, readSchoolCompleteness),
  route(contract.CountCompleteness, countCompleteness),
  route(contract.RemindClass, (context, input) => remindClass(context, input).then(() => done)),
  route(contract.RemindSchool, (context, input) => remindSchool(context, input).then(() => done)),
  route(contract.ListReminders, readReminders),
  route(contract.PutReminderAway, (context, input) => putReminderAway(context, input.id).then(() => done)),
  route(contract.GetYearPlan, readYearPlan),
  route(contract.AdoptPlan, (context, input) => adoptPlan(context, input).then(() => done)),
  route(contract.SetWindow, (context, input) => setWindow(context, input).then(() => done)),
]
