import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { applyRosterImport } from './apply-roster.ts'
import {
  ApplyRosterImport,
  GetRosterImport,
  GetRosterProgress,
  ListRosterImports,
  UndoRosterImport,
} from './contract.ts'
import { listRosterImports, showRosterImport, showRosterProgress } from './follow-rosters.ts'
import { undoRosterImport } from './undo-roster.ts'

export const rosterRoutes: Route[] = [
  route(ListRosterImports, listRosterImports),
  route(GetRosterImport, (context, input) => showRosterImport(context, input.id)),
  route(GetRosterProgress, showRosterProgress),
  openRoute(ApplyRosterImport, (doorstep, input) => applyRosterImport(doorstep, input).then(() => done)),
  route(UndoRosterImport, (context, input) => undoRosterImport(context, input.id).then(() => done)),
]
