import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { addOwnPrompt } from './add-own-prompt.ts'
import { addReflection } from './add-reflection.ts'
import { closeOwnPrompt } from './close-own-prompt.ts'
import * as contract from './contract.ts'
import { deleteReflection, restoreReflection } from './delete-reflection.ts'
import { listPrompts } from './list-prompts.ts'
import { insertSkip, readOwnPrompts, readSchoolPrompts } from './prompt-store.ts'
import { reviseOwnPrompt } from './revise-own-prompt.ts'
import { reviseReflection } from './revise-reflection.ts'
import { shareReflection } from './share-reflection.ts'
import {
  readDeletedReflections,
  readEarlierReflections,
  readPieceReflections,
  readReflections,
} from './store.ts'

export const reflectionRoutes: Route[] = [
  route(contract.ListPrompts, listPrompts),
  route(contract.SkipPrompt, (context, input) => insertSkip(context, input).then(() => done)),
  route(contract.AddOwnPrompt, (context, input) => addOwnPrompt(context, input).then(() => done)),
  route(contract.ReviseOwnPrompt, (context, input) => reviseOwnPrompt(context, input).then(() => done)),
  route(contract.CloseOwnPrompt, (context, input) => closeOwnPrompt(context, input.id).then(() => done)),
  route(contract.ListOwnPrompts, (context, input) => readOwnPrompts(context, input.id)),
  route(contract.ListSchoolPrompts, readSchoolPrompts),
  route(contract.AddReflection, (context, input) => addReflection(context, input).then(() => done)),
  route(contract.ReviseReflection, (context, input) => reviseReflection(context, input).then(() => done)),
  route(contract.ListReflectionRevisions, (context, input) => readEarlierReflections(context, input.id)),
  route(contract.ShareReflection, (context, input) => shareReflection(context, input).then(() => done)),
  route(contract.DeleteReflection, (context, input) => deleteReflection(context, input.id).then(() => done)),
  route(contract.RestoreReflection, (context, input) =>
    restoreReflection(context, input.id).then(() => done),
  ),
  route(contract.ListDeletedReflections, readDeletedReflections),
  route(contract.ListReflections, readReflections),
  route(contract.ListPieceReflections, (context, input) => readPieceReflections(context, input.id)),
]
