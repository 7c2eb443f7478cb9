import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ListFeedback } from '../../feedback/contract.ts'
import { picturesOf } from '../../media/web/media-view-renditions.ts'
import { type Answer, call } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { GetPiece } from '../../work/contract.ts'

/** Fetches the piece that comes next, its feedback and its first picture, so that it shows at once. */
export function usePiecesAhead(pieceId: string | undefined) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!pieceId) return
    const sent = { params: { id: pieceId } }
    void queries
      .fetchQuery({
        queryKey: queryKeyOf(GetPiece, sent),
        queryFn: ({ signal }) => call(GetPiece, sent, { signal }),
      })
      .then(warmPicture, () => undefined)
    void queries.prefetchQuery({
      queryKey: queryKeyOf(ListFeedback, sent),
      queryFn: ({ signal }) => call(ListFeedback, sent, { signal }),
    })
  }, [queries, pieceId])
}

function warmPicture(piece: Answer<typeof GetPiece>) {
  const parts = piece.iterations.at(-1)?.parts ?? []
  const media = parts.flatMap((part) => (part.kind === 'media' ? [part.media] : []))[0]
  const pictures = media ? picturesOf(media).filter(({ width }) => width <= 2000) : []
  if (pictures.length === 0) return
  const image = new Image()
  image.sizes = '(min-width: 64rem) 58rem, 100vw'
  image.srcset = pictures.map(({ url, width }) => `${url} ${width}w`).join(', ')
}
