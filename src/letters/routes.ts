import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { deleteLetter, restoreLetter } from './delete-letter.ts'
import { openLetter } from './open-letter.ts'
import { sealLetter } from './seal-letter.ts'
import { readDeletedLetters, readLetters } from './store.ts'

export const letterRoutes: Route[] = [
  route(contract.SealLetter, (context, input) => sealLetter(context, input).then(() => done)),
  route(contract.ListLetters, readLetters),
  route(contract.ReadLetter, (context, input) => openLetter(context, input.id)),
  route(contract.DeleteLetter, (context, input) => deleteLetter(context, input.id).then(() => done)),
  route(contract.RestoreLetter, (context, input) => restoreLetter(context, input.id).then(() => done)),
  route(contract.ListDeletedLetters, readDeletedLetters),
]
