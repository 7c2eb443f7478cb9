import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { readCaptions, writeCaptions } from './captions.ts'
import type { WriteTranscript } from './contract.ts'
import type { Carrier } from './policy.ts'
import { insertTranscript, isSameTranscript, mediaToTranscribe } from './transcript-store.ts'

/** What was before is kept; words written against an older state than today's are refused, not merged. */
export async function writeTranscript(
  context: Context,
  input: InputOf<typeof WriteTranscript>,
  carriers: Carrier[],
): Promise<void> {
  demand(await mediaToTranscribe(context, input.id, carriers))
  const transcript = { ...input, captions: cleanCaptions(input.captions) }
  if (await insertTranscript(context, transcript)) return
  if (!(await isSameTranscript(context, transcript))) throw new Refusal('changed_elsewhere')
}

function cleanCaptions(source: string): string {
  if (source.trim() === '') return ''
  const cues = readCaptions(source)
  if (!cues) throw new InvalidInput({ captions: 'not_captions' })
  return writeCaptions(cues)
}
