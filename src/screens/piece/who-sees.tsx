import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords, type Words } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Faces } from '../../ui/faces.tsx'
import { WhoSees } from '../../work/contract.ts'
import { audiences } from '../../work/piece.ts'
import type { Piece } from './read-piece.ts'
import { SharingDialog } from './sharing-dialog.tsx'
import { WhoLooked } from './who-looked.tsx'
import styles from './piece.module.css'

/** Who can see this work, as faces and words, and for whoever may, the one press that changes it. */
export function WhoSeesPiece({ piece }: { piece: Piece }) {
  const words = useWords()
  const { say } = words
  const [open, setOpen] = useState(false)
  const { data: seen } = useRead(WhoSees, { params: { id: piece.id } })
  const mine = piece.may.share
  const mayChange = mine || piece.shares.some((share) => share.may.withdraw)
  const people = (seen?.faces ?? []).map(({ tie, ...person }) => ({
    ...person,
    tie: say(mine && tie === 'learner' ? 'spaces.you' : `spaces.tie-${tie}`),
  }))
  return (
    <section className={styles['audience']} aria-label={say('ui.who-can-see')}>
      <div className={styles['who']}>
        <Faces people={people} sentence={sentenceOf(words, piece, seen)} />
        {mayChange && (
          <Button look="plain" icon={Pencil} onClick={() => setOpen(true)}>
            {say('spaces.change')}
          </Button>
        )}
      </div>
      <WhoLooked looks={seen?.looks ?? []} nobodyYet={mine && piece.shares.length > 0 && Boolean(seen)} />
      {open && <SharingDialog piece={piece} onClose={() => setOpen(false)} />}
    </section>
  )
}

/** "You, Ms. Rivera and your family"; teachers by name as long as they are few. */
function sentenceOf(words: Words, piece: Piece, seen: Answer<typeof WhoSees> | undefined): string {
  const { say, sayList } = words
  const mine = piece.may.share
  if (piece.shares.length === 0) return mine ? say('spaces.only-you') : say('spaces.only-them')
  const teachers = (seen?.faces ?? []).filter(({ tie }) => tie === 'teacher').map(({ name }) => name)
  const named = teachers.length > 0 && teachers.length <= 2 ? teachers : undefined
  const inOrder = audiences.flatMap((one) => piece.shares.filter(({ audience }) => audience === one))
  const groups = inOrder.flatMap(({ audience, space }) => {
    // a space that whoever looks is not told of is seen by its faces alone
    if (audience === 'class') return space ? [space.name || say('spaces.class')] : []
    if (audience === 'teachers') return named ?? [teachersIn(words, space, mine)]
    return [say(mine ? 'spaces.your-family' : 'spaces.the-family')]
  })
  return sayList([mine ? say('spaces.you') : piece.learner.name, ...new Set(groups)])
}

/** Shown by responding to an activity, a piece is for the teachers of that class alone. */
function teachersIn({ say }: Words, space: { name: string } | null, mine: boolean): string {
  if (space) return say('spaces.teachers-of', { name: space.name })
  return say(mine ? 'spaces.your-teachers' : 'spaces.the-teachers')
}
