import type { InputOf, OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import { askLanguages, askTranslations, TranslatorTrouble } from './ask-translator.ts'
import type { TryTranslator } from './contract.ts'
import { serverMeant } from './keep-translator.ts'
import { nameOfLanguage, translatorPatience } from './translation.ts'

/** No child's words: what everybody says in the morning. */
const sentence = 'Good morning.'

type Tried = OutputOf<typeof TryTranslator>

/** No transaction is open while the other side thinks. */
export async function tryTranslator(
  { ground, asker }: Doorstep,
  input: InputOf<typeof TryTranslator>,
): Promise<Tried> {
  if (!asker) throw new Refusal('not_signed_in')
  const server = await asViewer(ground, asker, (context) => serverMeant(ground, context, input))
  let languages: Tried['languages'] = []
  try {
    const codes = await askLanguages(server)
    languages = codes.map((code) => ({ code, name: nameOfLanguage(code) }))
    const language = codes.find((code) => !code.startsWith('en'))
    if (language === undefined) return { languages, sample: null, trouble: 'unclear' }
    const asked = { language, words: [sentence], patience: translatorPatience }
    const [sample = null] = await askTranslations(server, asked)
    return { languages, sample, trouble: null }
  } catch (error) {
    if (error instanceof TranslatorTrouble) return { languages, sample: null, trouble: error.trouble }
    throw error
  }
}
