import { demand } from '../access/may.ts'
import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { announceMedia } from './announce-media.ts'
import { AnnounceMedia, GetMedia, GetUploadLimit, ListTranscripts, WriteTranscript } from './contract.ts'
import type { Carrier } from './policy.ts'
import { readOwnMedia } from './store.ts'
import { mediaToTranscribe, readTranscripts } from './transcript-store.ts'
import { writeTranscript } from './write-transcript.ts'

/** `most` is how many bytes one file may weigh here. */
export const mediaRoutes = (carriers: Carrier[], most: number): Route[] => [
  route(AnnounceMedia, (context, input) =>
    announceMedia(context, input, { carriers, most }).then(() => done),
  ),
  route(GetUploadLimit, async () => ({ bytes: most })),
  route(GetMedia, async (context, input) => {
    const media = await readOwnMedia(context, input.id)
    if (!media) throw new Refusal('not_found')
    return media
  }),
  route(WriteTranscript, (context, input) => writeTranscript(context, input, carriers).then(() => done)),
  route(ListTranscripts, async (context, input) => {
    demand(await mediaToTranscribe(context, input.id, carriers))
    return readTranscripts(context, input.id)
  }),
]
