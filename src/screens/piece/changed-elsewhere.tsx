import { useState } from 'react'
import { GetMedia } from '../../media/contract.ts'
import { MediaView } from '../../media/web/media-view.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Time } from '../../ui/time.tsx'
import type { Kept } from '../../work/web/capture-form.tsx'
import { Parts } from '../../work/web/parts.tsx'
import type { Iteration, Piece } from './read-piece.ts'
import styles from './piece.module.css'

/** What was typed here, and what becomes of it: over the state that was seen, or back to typing. */
export type Clash = { kept: Kept; onGoOver: (seen: number) => void; onStay: () => void }

type ChangedElsewhereProps = { clash: Clash; piece: Piece; now: Iteration }

/** Two devices edited one attempt. Nothing is merged and nothing is lost: whichever goes under is kept. */
export function ChangedElsewhere({ clash, piece, now }: ChangedElsewhereProps) {
  const { say } = useWords()
  const [both, setBoth] = useState(false)
  return (
    <Dialog
      open
      title={say('piece.changed-title')}
      onClose={clash.onStay}
      actions={
        <>
          <Button look="plain" onClick={clash.onStay}>
            {say('piece.stay')}
          </Button>
          {!both && <Button onClick={() => setBoth(true)}>{say('piece.look-at-both')}</Button>}
          <Button look="primary" onClick={() => clash.onGoOver(now.revision)}>
            {say('piece.keep-mine')}
          </Button>
        </>
      }
    >
      <p>{say('piece.changed-meaning')}</p>
      {both && (
        <>
          <section className={styles['revision']}>
            <h3>{say('piece.mine')}</h3>
            {clash.kept.whatChanged && <p className={styles['aside']}>{clash.kept.whatChanged}</p>}
            {clash.kept.parts.map((part, place) => (
              <TypedPart key={place} part={part} piece={piece} />
            ))}
          </section>
          <section className={styles['revision']}>
            <h3>
              {say('piece.other')}
              {now.editedAt && (
                <small className={styles['quiet']}>
                  {' '}
                  <Time at={now.editedAt} as="moment" />
                </small>
              )}
            </h3>
            {now.whatChanged && <p className={styles['aside']}>{now.whatChanged}</p>}
            <Parts parts={now.parts} size="beside" />
          </section>
        </>
      )}
    </Dialog>
  )
}

function TypedPart({ part, piece }: { part: Kept['parts'][number]; piece: Piece }) {
  if (part.kind === 'text') return <Parts size="beside" parts={[part]} />
  const caption = part.caption ?? ''
  if (part.kind === 'link') return <Parts size="beside" parts={[{ ...part, caption }]} />
  const known = piece.iterations
    .flatMap((iteration) => iteration.parts)
    .find((one) => one.kind === 'media' && one.media.id === part.mediaId)
  const alt = part.alt ?? ''
  if (known?.kind === 'media') return <Parts size="beside" parts={[{ ...known, caption, alt }]} />
  return <NewMedia id={part.mediaId} caption={caption} alt={alt} />
}

function NewMedia({ id, caption, alt }: { id: string; caption: string; alt: string }) {
  const { data: media } = useRead(GetMedia, { params: { id } })
  return media ? <MediaView media={media} caption={caption} alt={alt} size="beside" /> : null
}
