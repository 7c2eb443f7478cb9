import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { GetWall } from '../../work/contract.ts'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { NotReached } from './not-reached.tsx'
import { useReadOn } from './read-on.ts'
import { Loading } from '../../ui/ways.tsx'

/** The wall of a class, newest first. A piece posted twice stands where it was posted last. */
export function WallPosts({ spaceId }: { spaceId: string }) {
  const { say } = useWords()
  const wall = useReadOn(GetWall, spaceId)
  if (!wall.data && wall.error) return <NotReached error={wall.error} onTryAgain={wall.refetch} />
  if (!wall.data) return <Loading />
  const posts = wall.data.pages.flatMap((page) => page.posts)
  const pieces = [...new Map(posts.map(({ piece }) => [piece.id, piece])).values()]
  if (pieces.length === 0) {
    const mayPost = wall.data.pages[0]?.may.post
    return (
      <EmptyState title={say('teacher.wall-empty')}>
        <p>{say(mayPost ? 'teacher.wall-empty-meaning' : 'teacher.wall-empty-own')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <PieceWall pieces={pieces} showLearner />
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
