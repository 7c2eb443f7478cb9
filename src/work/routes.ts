import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { addIteration } from './add-iteration.ts'
import { addPiece } from './add-piece.ts'
import { readClassDay } from './class-day-store.ts'
import * as contract from './contract.ts'
import { deleteWork } from './delete-work.ts'
import { readDeletions } from './deletion-store.ts'
import { openPiece } from './open-piece.ts'
import { readChildren, readPortfolio, readRevisions } from './piece-store.ts'
import { postForLearners } from './post-for-learners.ts'
import { renamePiece } from './rename-piece.ts'
import { restoreWork } from './restore-work.ts'
import { reviseIteration } from './revise-iteration.ts'
import { sharePiece } from './share-piece.ts'
import { readWall, readWhoSees, readWhoWouldSee } from './share-store.ts'
import { withdrawShare } from './withdraw-share.ts'

export const workRoutes: Route[] = [
  route(contract.GetPortfolio, readPortfolio),
  route(contract.GetPiece, openPiece),
  route(contract.AddPiece, (context, input) => addPiece(context, input).then(() => done)),
  route(contract.RenamePiece, (context, input) => renamePiece(context, input).then(() => done)),
  route(contract.AddIteration, addIteration),
  route(contract.ReviseIteration, (context, input) => reviseIteration(context, input).then(() => done)),
  route(contract.ListRevisions, (context, input) => readRevisions(context, input.id)),
  route(contract.SharePiece, (context, input) => sharePiece(context, input).then(() => done)),
  route(contract.WithdrawShare, (context, input) => withdrawShare(context, input).then(() => done)),
  route(contract.DeleteWork, (context, input) => deleteWork(context, input).then(() => done)),
  route(contract.RestoreWork, (context, input) => restoreWork(context, input).then(() => done)),
  route(contract.ListDeletions, readDeletions),
  route(contract.WhoSees, (context, input) => readWhoSees(context, input.id)),
  route(contract.WhoWouldSee, (context, input) => readWhoWouldSee(context, input.id)),
  route(contract.GetWall, readWall),
  route(contract.PostForLearners, (context, input) => postForLearners(context, input).then(() => done)),
  route(contract.GetClassDay, (context, input) => readClassDay(context, input.id)),
  route(contract.ListChildren, readChildren),
]
