import { z } from 'zod'
import { askOutside } from '../platform/outside.ts'
import { charactersAtOnce, isLanguage, translatorPatience } from './translation.ts'

/** A server with the API of LibreTranslate, run by the district. */
export type TranslationServer = { address: string; key: string | undefined; local: boolean }

export type Trouble = 'not_reached' | 'refused' | 'unclear'

export class TranslatorTrouble extends Error {
  override readonly name = 'TranslatorTrouble'
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const mostBytes = 512 * 1024

const Languages = z.array(z.looseObject({ code: z.string() })).max(500)
const Translated = z.looseObject({ translatedText: z.array(z.string().max(4 * charactersAtOnce)) })

/** The languages it has, as it codes them. */
export async function askLanguages(server: TranslationServer): Promise<string[]> {
  const found = Languages.safeParse(await ask(server, 'languages', undefined, translatorPatience))
  if (!found.success) throw new TranslatorTrouble('unclear')
  return [...new Set(found.data.map(({ code }) => code).filter(isLanguage))]
}

/** Each in its place. Sent are the words alone: not whose they are, nor for whom. */
export async function askTranslations(
  server: TranslationServer,
  { language, words, patience }: { language: string; words: readonly string[]; patience: number },
): Promise<string[]> {
  const { key } = server
  const asked = { q: words, source: 'auto', target: language, format: 'text', ...(key && { api_key: key }) }
  const found = Translated.safeParse(await ask(server, 'translate', asked, patience))
  if (!found.success || found.data.translatedText.length !== words.length)
    throw new TranslatorTrouble('unclear')
  return found.data.translatedText.map((one) => one.replaceAll('\u0000', '').toWellFormed())
}

async function ask(
  { address, local }: TranslationServer,
  path: string,
  body: object | undefined,
  patience: number,
): Promise<unknown> {
  const url = URL.parse(path, address.endsWith('/') ? address : `${address}/`)
  if (!url) throw new TranslatorTrouble('not_reached')
  const request = body
    ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    : { method: 'GET', headers: {} }
  const answer = await askOutside(url, request, { bytes: mostBytes, local, patience }).catch(() => {
    throw new TranslatorTrouble('not_reached')
  })
  // where it sends us elsewhere nothing is sent: the words are for the district's own server
  if ([400, 401, 403, 429].includes(answer.status)) throw new TranslatorTrouble('refused')
  if (answer.status !== 200) throw new TranslatorTrouble('not_reached')
  try {
    return JSON.parse(answer.body.toString('utf8'))
  } catch {
    throw new TranslatorTrouble('unclear')
  }
}
