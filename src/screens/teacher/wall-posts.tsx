import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { GetWall } from '../../work/contract.ts'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { NotReached } from './not-reached.tsx'
import { useReadOn } from './read-on.ts'
import { Loading } from '../../ui/ways.tsx'

/** The wall of a class or a space by hand, newest first. A piece posted twice stands where it was posted last. */
export function WallPosts({ spaceId }: { spaceId: string }) {
  const { say } = useWords()
  const wall = useReadOn(GetWall, spaceId)
  if (!wall.data && wall.error) return <NotReached error={wall.error} onTryAgain={wall.refetch} />
  if (!wall.data) return <Loading />
  const posts = wall.data.pages.flatMap((page) => page.posts)
  const pieces = [...new Map(posts.map(({ piece }) => [piece.id, piece])).values()]
  if (pieces.length === 0) {
    const { may, space } = wall.data.pages[0] ?? {}
    const of = space?.classId === null ? '-space' : ''
    return (
      <EmptyState title={say('teacher.wall-empty')}>
        <p>{say(may?.post ? `teacher.wall-empty-meaning${of}` : `teacher.wall-empty-own${of}`)}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <PieceWall pieces={pieces} showLearner showAudience={wall.data.pages[0]?.space.classId !== null} />
      {wall.hasNextPage && (
        <div>
          <Button busy={wall.isFetchingNextPage} onClick={() => void wall.fetchNextPage()}>
            {say('teacher.older')}
          </Button>
        </div>
      )}
    </>
  )
}
