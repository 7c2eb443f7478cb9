import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import { readClassEvidence, readConstellation, readInForce } from './constellation-store.ts'
import * as contract from './contract.ts'
import { deleteClaim, restoreClaim } from './delete-claim.ts'
import { findEarlierWork } from './earlier-work-store.ts'
import { makeClaim } from './make-claim.ts'
import { reviseClaim } from './revise-claim.ts'
import { shareClaim } from './share-claim.ts'
import { readClaims, readDeletedClaims, readEarlierClaims } from './store.ts'
import { suggestTag, withdrawSuggestion } from './suggest-tag.ts'
import { removeTag, tagPiece } from './tag-piece.ts'
import { readPieceTags } from './tag-store.ts'

export const selfAssessmentRoutes: Route[] = [
  route(contract.ListClaims, (context, input) => readClaims(context, input.id)),
  route(contract.MakeClaim, (context, input) => makeClaim(context, input).then(() => done)),
  route(contract.ReviseClaim, (context, input) => reviseClaim(context, input).then(() => done)),
  route(contract.ListClaimRevisions, (context, input) => readEarlierClaims(context, input.id)),
  route(contract.ShareClaim, (context, input) => shareClaim(context, input).then(() => done)),
  route(contract.DeleteClaim, (context, input) => deleteClaim(context, input.id).then(() => done)),
  route(contract.RestoreClaim, (context, input) => restoreClaim(context, input.id).then(() => done)),
  route(contract.ListDeletedClaims, readDeletedClaims),
  route(contract.ListPieceTags, (context, input) => readPieceTags(context, input.id)),
  route(contract.TagPiece, (context, input) => tagPiece(context, input).then(() => done)),
  route(contract.RemoveTag, (context, input) => removeTag(context, input.id).then(() => done)),
  route(contract.SuggestTag, (context, input) => suggestTag(context, input).then(() => done)),
  route(contract.WithdrawSuggestion, (context, input) =>
    withdrawSuggestion(context, input.id).then(() => done),
  ),
  route(contract.AnswerSuggestion, (context, input) => answerSuggestion(context, input).then(() => done)),
  route(contract.ListInForce, readInForce),
  route(contract.GetConstellation, readConstellation),
  route(contract.FindEarlierWork, findEarlierWork),
  route(contract.GetClassEvidence, (context, input) => readClassEvidence(context, input.id)),
]
