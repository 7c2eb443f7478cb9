import type { Context } from '../platform/context.ts'
import type { Ground } from '../platform/transaction.ts'
import { askTranslations, type TranslationServer, TranslatorTrouble } from './ask-translator.ts'
import { serverOf } from './keep-translator.ts'
import { keepTranslations, knownTranslations, readReading } from './store.ts'
import { canBeAsked, charactersAtOnce, mostAtOnce, translatorPatience, type Wording } from './translation.ts'
import { latestTranslator } from './translator-store.ts'

/** Runs work in a transaction of whoever reads. */
export type AsReader = <T>(work: (context: Context) => Promise<T>) => Promise<T>
type Made = Wording & { translated: string }

/**
 * Has translated what the reader may see and what nobody had translated yet; `gather` says what that is, in the
 * reader's own transaction. False when something stays as it was written. No transaction is open meanwhile.
 */
export async function translateWords(
  ground: Ground,
  asReader: AsReader,
  gather: (context: Context) => Promise<readonly Wording[]>,
): Promise<boolean> {
  const wanted = await asReader(async (context) => {
    const { language } = await readReading(context)
    const server = serverOf(ground, context.viewer.districtId, await latestTranslator(context.db))
    if (language === null || !server) return undefined
    const wordings = await gather(context)
    const known = await knownTranslations(context.db, language, wordings)
    return {
      language,
      server,
      missing: wordings.filter((one) => canBeAsked(one) && known(one) === undefined),
    }
  })
  if (!wanted) return false
  const { language, server, missing } = wanted
  const made = await askInTurns(ground, { server, language, wordings: missing.slice(0, mostAtOnce) })
  if (made.length > 0) await asReader((context) => keepTranslations(context, language, made))
  return made.length === missing.length
}

type Asking = { server: TranslationServer; language: string; wordings: readonly Wording[] }

/** A few at a time and no longer than somebody waits; what came is kept though the rest did not. */
async function askInTurns(ground: Ground, { server, language, wordings }: Asking): Promise<Made[]> {
  const end = performance.now() + translatorPatience
  const made: Made[] = []
  let characters = 0
  try {
    for (const turn of turnsOf(wordings)) {
      characters += turn.reduce((sum, { words }) => sum + words.length, 0)
      const patience = Math.floor(end - performance.now())
      if (patience < 500 || characters > charactersAtOnce) break
      const words = turn.map((one) => one.words)
      const translated = await askTranslations(server, { language, words, patience })
      made.push(...turn.map((one, place) => ({ ...one, translated: translated[place] ?? '' })))
    }
  } catch (error) {
    if (!(error instanceof TranslatorTrouble)) throw error
    ground.log.info({ trouble: error.trouble }, 'a translation was not made')
  }
  return made
}

const charactersInTurn = 8_000

function turnsOf(wordings: readonly Wording[]): Wording[][] {
  const turns: Wording[][] = []
  let room = 0
  for (const one of wordings) {
    if (one.words.length > room) {
      turns.push([])
      room = charactersInTurn
    }
    room -= one.words.length
    turns.at(-1)?.push(one)
  }
  return turns
}
