import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { announceMedia } from './announce-media.ts'
import { AnnounceMedia, GetMedia } from './contract.ts'
import { readOwnMedia } from './store.ts'

export const mediaRoutes: Route[] = [
  route(AnnounceMedia, (context, input) => announceMedia(context, input).then(() => done)),
  route(GetMedia, async (context, input) => {
    const media = await readOwnMedia(context, input.id)
    if (!media) throw new Refusal('not_found')
    return media
  }),
]
