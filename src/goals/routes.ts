import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { checkGoal } from './check-goal.ts'
import * as contract from './contract.ts'
import { deleteGoal, restoreGoal } from './delete-goal.ts'
import { endGoal, reopenGoal } from './end-goal.ts'
import { giveEncouragement, withdrawEncouragement } from './give-encouragement.ts'
import { reviseGoal } from './revise-goal.ts'
import { setGoal } from './set-goal.ts'
import { shareGoal } from './share-goal.ts'
import { readDeletedGoals, readEarlierGoals, readGoals } from './store.ts'

export const goalRoutes: Route[] = [
  route(contract.ListGoals, (context, input) => readGoals(context, input.id)),
  route(contract.SetGoal, (context, input) => setGoal(context, input).then(() => done)),
  route(contract.ReviseGoal, (context, input) => reviseGoal(context, input).then(() => done)),
  route(contract.ListGoalRevisions, (context, input) => readEarlierGoals(context, input.id)),
  route(contract.ShareGoal, (context, input) => shareGoal(context, input).then(() => done)),
  route(contract.CheckGoal, (context, input) => checkGoal(context, input).then(() => done)),
  route(contract.EndGoal, (context, input) => endGoal(context, input).then(() => done)),
  route(contract.ReopenGoal, (context, input) => reopenGoal(context, input.id).then(() => done)),
  route(contract.DeleteGoal, (context, input) => deleteGoal(context, input.id).then(() => done)),
  route(contract.RestoreGoal, (context, input) => restoreGoal(context, input.id).then(() => done)),
  route(contract.ListDeletedGoals, readDeletedGoals),
  route(contract.Encourage, (context, input) => giveEncouragement(context, input).then(() => done)),
  route(contract.TakeEncouragementBack, (context, input) =>
    withdrawEncouragement(context, input.id).then(() => done),
  ),
]
