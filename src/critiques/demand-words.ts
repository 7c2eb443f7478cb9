import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { countOwnMedia } from './critique-store.ts'
import { protocolOf, type Said, stepsAmiss } from './protocol.ts'

type Asked = { question: string; leaves: readonly string[]; protocol: string; protocolVersion: string }

/** Every step that is open is said, none that is closed; a voice is one's own. */
export async function demandWords(context: Context, asked: Asked, words: readonly Said[]): Promise<void> {
  const protocol = protocolOf(asked.protocol, asked.protocolVersion)
  if (!protocol || stepsAmiss(protocol, asked, words).length > 0)
    throw new Refusal('invalid', { fields: 'words' })
  const media = words.flatMap(({ mediaId }) => mediaId ?? [])
  if (new Set(media).size < media.length) throw new Refusal('invalid', { fields: 'words' })
  if ((await countOwnMedia(context, media)) !== media.length) throw new Refusal('not_found')
}
