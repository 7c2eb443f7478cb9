import type { Entry } from '../../outbox/entry.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { GetPiece } from '../contract.ts'
import type { Tile } from './piece-tile.tsx'
import { type Here, pieceWithWaiting } from './waiting-work.ts'

export { pieceWithWaiting }

type Piece = Answer<typeof GetPiece>

/** A learner's wall with what has not arrived: new work first, and new attempts where their work stands. */
export function tilesWithWaiting(tiles: readonly Tile[], entries: readonly Entry[], here: Here): Tile[] {
  const begun = entries
    .flatMap((entry) => beginsPiece(entry) ?? [])
    .filter((id) => !tiles.some((one) => one.id === id))
  const added = begun.flatMap((id) => pieceWithWaiting(undefined, id, entries, here) ?? []).map(tileOf)
  return [...added.reverse(), ...tiles.map((tile) => grownTile(tile, entries, here))]
}

function grownTile(tile: Tile, entries: readonly Entry[], here: Here): Tile {
  const about = entries.filter((entry) => JSON.stringify(entry.writes).includes(tile.id))
  if (about.length === 0) return tile
  const { id, title, learner, grownAt } = tile
  const stub: Piece = {
    id,
    title,
    learner,
    createdBy: learner,
    createdAt: grownAt,
    deletedAt: null,
    iterations: [],
    shares: [],
    may: {
      revise: false,
      share: false,
      remove: false,
      giveFeedback: false,
      readFeedback: false,
      openLearner: false,
    },
  }
  const grown = pieceWithWaiting(stub, id, about, here) ?? stub
  if (grown.iterations.length === 0) return { ...tile, title: grown.title }
  const { cover, excerpt } = tileOf(grown)
  return {
    ...tile,
    title: grown.title,
    cover,
    excerpt,
    iterations: tile.iterations + grown.iterations.length,
  }
}

/** As the server makes a tile: the first file of the latest attempt, or the beginning of its words. */
function tileOf(piece: Piece): Tile {
  const parts = piece.iterations.at(-1)?.parts ?? []
  const media = parts.find((part) => part.kind === 'media')
  const words = parts.find((part) => part.kind === 'text')
  return {
    id: piece.id,
    title: piece.title,
    learner: piece.learner,
    grownAt: piece.iterations.at(-1)?.madeAt ?? piece.createdAt,
    iterations: piece.iterations.length,
    cover: media?.kind === 'media' ? media.media : null,
    excerpt: words?.kind === 'text' ? words.text.slice(0, 200) : '',
    audiences: [...new Set(piece.shares.map(({ audience }) => audience))],
  }
}

function beginsPiece({ writes, done }: Entry): string | undefined {
  const begins = writes.slice(done).find(({ name }) => name === 'AddPiece')
  return (begins?.sent.params as { id: string } | undefined)?.id
}
