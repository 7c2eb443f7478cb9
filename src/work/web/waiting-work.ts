import type { Media } from '../../media/web/media-view-renditions.ts'
import type { Entry, Write } from '../../outbox/entry.ts'
import type { Answer, Sent } from '../../platform/web/client.ts'
import type {
  AddIteration,
  AddPiece,
  GetPiece,
  RenamePiece,
  ReviseIteration,
  SharePiece,
} from '../contract.ts'

type Piece = Answer<typeof GetPiece>
type Iteration = Piece['iterations'][number]
type Part = Iteration['parts'][number]
type NewPart = Sent<typeof AddIteration>['body']['parts'][number]

/** What is known of the one whose work it is, and of files that have not arrived. */
export type Here = { me: { id: string; name: string }; mediaOf: (id: string) => Media }

/**
 * A piece as its learner made it, with everything that has not arrived yet: what they see is what they did,
 * whatever the network does.
 */
export function pieceWithWaiting(
  piece: Piece | undefined,
  id: string,
  entries: readonly Entry[],
  here: Here,
): Piece | undefined {
  return entries.reduce<Piece | undefined>(
    (before, entry) =>
      entry.writes
        .slice(entry.done)
        .reduce((now, write) => apply(now, id, write, madeAt(entry), here), before),
    piece,
  )
}

function apply(
  piece: Piece | undefined,
  id: string,
  write: Write,
  at: string,
  here: Here,
): Piece | undefined {
  if (write.name === 'AddPiece') return piece ?? begin(write.sent as Sent<typeof AddPiece>, id, at, here)
  if (!piece) return undefined
  switch (write.name) {
    case 'AddIteration':
      return withAttempt(piece, write.sent as Sent<typeof AddIteration>, at, here)
    case 'ReviseIteration':
      return withEdit(piece, write.sent as Sent<typeof ReviseIteration>, at, here)
    case 'RenamePiece': {
      const { params, body } = write.sent as Sent<typeof RenamePiece>
      return params.id === piece.id ? { ...piece, title: body.title } : piece
    }
    case 'SharePiece':
      return withShare(piece, write.sent as Sent<typeof SharePiece>, at, here)
    case 'WithdrawShare': {
      const { params } = write.sent as { params: { id: string } }
      return { ...piece, shares: piece.shares.filter((share) => share.id !== params.id) }
    }
    default:
      return piece
  }
}

function begin(
  { params, body }: Sent<typeof AddPiece>,
  id: string,
  at: string,
  here: Here,
): Piece | undefined {
  if (params.id !== id) return undefined
  const piece: Piece = {
    id,
    title: body.title ?? '',
    learner: here.me,
    createdBy: here.me,
    createdAt: at,
    deletedAt: null,
    iterations: [],
    shares: [],
    may: {
      revise: true,
      share: true,
      remove: false,
      giveFeedback: false,
      readFeedback: false,
      openLearner: false,
    },
  }
  const { id: iterationId, parts, whatChanged } = body.iteration
  const attempt = {
    params: { id: iterationId },
    body: { pieceId: id, parts, whatChanged: whatChanged ?? '' },
  }
  return (body.shares ?? []).reduce(
    (now, { id: shareId, ...share }) =>
      withShare(now, { params: { id: shareId }, body: { pieceId: id, ...share } }, at, here),
    withAttempt(piece, attempt, at, here),
  )
}

function withAttempt(
  piece: Piece,
  { params, body }: Sent<typeof AddIteration>,
  at: string,
  here: Here,
): Piece {
  if (body.pieceId !== piece.id || piece.iterations.some(({ id }) => id === params.id)) return piece
  const attempt: Iteration = {
    id: params.id,
    number: (piece.iterations.at(-1)?.number ?? 0) + 1,
    madeAt: at,
    madeBy: here.me,
    revision: 1,
    editedAt: null,
    whatChanged: body.whatChanged ?? '',
    parts: body.parts.map((part) => shownPart(part, piece, here)),
  }
  return { ...piece, iterations: [...piece.iterations, attempt] }
}

function withEdit(
  piece: Piece,
  { params, body }: Sent<typeof ReviseIteration>,
  at: string,
  here: Here,
): Piece {
  const edited = (one: Iteration): Iteration => ({
    ...one,
    revision: Math.max(one.revision, Number(params.revision)),
    editedAt: at,
    whatChanged: body.whatChanged ?? '',
    parts: body.parts.map((part) => shownPart(part, piece, here)),
  })
  return { ...piece, iterations: piece.iterations.map((one) => (one.id === params.id ? edited(one) : one)) }
}

function withShare(piece: Piece, { params, body }: Sent<typeof SharePiece>, at: string, { me }: Here): Piece {
  if (body.pieceId !== piece.id || piece.shares.some(({ id }) => id === params.id)) return piece
  const share = {
    id: params.id,
    audience: body.audience,
    space: body.spaceId === undefined ? null : { id: body.spaceId, name: '' },
    sharedBy: me,
    sharedAt: at,
    may: { withdraw: true },
  }
  return { ...piece, shares: [...piece.shares, share] }
}

/** A file that was there before is shown as the server has it, a new one from this device. */
function shownPart(part: NewPart, piece: Piece, { mediaOf }: Here): Part {
  if (part.kind !== 'media') return { caption: '', ...part } as Part
  const known = piece.iterations
    .flatMap((iteration) => iteration.parts)
    .find((one) => one.kind === 'media' && one.media.id === part.mediaId)
  const media = known?.kind === 'media' ? known.media : mediaOf(part.mediaId)
  return { kind: 'media', media, caption: part.caption ?? '', alt: part.alt ?? '' }
}

/** The device's clock, set right as far as we know. */
function madeAt({ made }: Entry): string {
  return new Date(Date.parse(made.claimed) + made.offset).toISOString()
}
