import type { Entry } from '../../outbox/entry.ts'
import type { Sent } from '../../platform/web/client.ts'
import { MakeClaim, TagPiece } from '../../self-assessment/contract.ts'
import type { LitStar, Sky } from '../../self-assessment/web/glow-words.ts'

/** The sky with what was tagged and said on this device and has not arrived: its stars are lit at once. */
export function withWaiting(sky: Sky, waiting: readonly Pick<Entry, 'writes' | 'keptAt'>[]): Sky {
  const lights = waiting.flatMap(({ writes, keptAt }) =>
    writes.flatMap(({ name, sent }) => {
      if (name !== MakeClaim.name && name !== TagPiece.name) return []
      const { params, body } = sent as Sent<typeof MakeClaim> | Sent<typeof TagPiece>
      const light: LitStar['lights'][number] = {
        kind: name === TagPiece.name ? 'tag' : 'claim',
        id: params.id,
        at: new Date(keptAt).toISOString(),
        piece: null,
        words: 'words' in body ? (body.words ?? '') : '',
      }
      return [{ competencyId: body.competencyId, light }]
    }),
  )
  if (lights.length === 0) return sky
  return { ...sky, stars: sky.stars.map((star) => lit(star, lights)) }
}

function lit(star: LitStar, waiting: readonly { competencyId: string; light: LitStar['lights'][number] }[]) {
  const known = new Set(star.lights.map(({ id }) => id))
  const more = waiting.filter(({ competencyId, light }) => competencyId === star.id && !known.has(light.id))
  return { ...star, lights: [...star.lights, ...more.map(({ light }) => light)] }
}
