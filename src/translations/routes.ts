import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { endTranslator, keepTranslator, readTranslator } from './keep-translator.ts'
import { readReading } from './store.ts'
import { nameOfLanguage } from './translation.ts'
import { mayReadTranslated } from './translator-store.ts'
import { tryTranslator } from './try-translator.ts'

export const translationRoutes: Route[] = [
  route(contract.GetTranslator, readTranslator),
  openRoute(contract.KeepTranslator, (doorstep, input) => keepTranslator(doorstep, input).then(() => done)),
  route(contract.EndTranslator, (context) => endTranslator(context).then(() => done)),
  openRoute(contract.TryTranslator, tryTranslator),
  route(contract.GetReadingLanguages, async (context) => {
    if (!(await mayReadTranslated(context))) throw new Refusal('not_found')
    const { offered } = await readReading(context)
    return { languages: offered.map((code) => ({ code, name: nameOfLanguage(code) })) }
  }),
]
