import { useState } from 'react'
import { picturesOf } from '../../media/web/media-view-renditions.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListReflections } from '../../reflections/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Picture } from '../../ui/picture.tsx'
import { usePortfolio } from '../../work/web/piece-wall-portfolio.ts'
import type { Tile } from '../../work/web/piece-tile.tsx'
import { longestPlaceWords, places } from '../claim.ts'
import type { Change, ClaimDraft } from './claim-draft.ts'
import type { useOneFile } from './one-file.ts'
import { placeSigns } from './place-signs.ts'
import styles from './claims.module.css'

type WhatShowsItProps = {
  draft: ClaimDraft
  change: Change
  photo: ReturnType<typeof useOneFile>
  learnerId: string
  scribes: boolean
}

const fewest = 6

/** Second step: work, words said before, and what happened where no class sees it. All of it may be left out. */
export function WhatShowsIt({ draft, change, photo, learnerId, scribes }: WhatShowsItProps) {
  const { say } = useWords()
  return (
    <>
      <Pieces learnerId={learnerId} chosen={draft.pieces} onChoose={(pieces) => change({ pieces })} />
      <Said
        learnerId={learnerId}
        chosen={draft.reflections}
        onChoose={(reflections) => change({ reflections })}
      />
      <RadioTiles
        label={say('self-assessment.outside')}
        value={draft.place}
        onChange={(place) => change({ place })}
        choices={places.map((value) => ({
          value,
          label: say(`self-assessment.place-${value}`),
          icon: placeSigns[value],
        }))}
      />
      {draft.place && (
        <>
          <TextArea
            label={say('self-assessment.outside-words')}
            rows={2}
            maxLength={longestPlaceWords}
            value={draft.placeWords}
            onChange={(event) => change({ placeWords: event.currentTarget.value })}
          />
          {!scribes && (
            <Field
              label={say('self-assessment.outside-photo')}
              hint={say('self-assessment.outside-photo-hint')}
              optional
              type="file"
              accept="image/*,video/*,audio/*,application/pdf"
              onChange={(event) => void photo.take(event.currentTarget.files?.[0]).catch(() => undefined)}
            />
          )}
        </>
      )}
    </>
  )
}

type ChoosingProps = {
  learnerId: string
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}

const toggled = (chosen: readonly string[], id: string) =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]

/** The latest work first, by its picture; the rest when asked for. */
function Pieces({ learnerId, chosen, onChoose }: ChoosingProps) {
  const { say } = useWords()
  const [all, setAll] = useState(false)
  const { pieces = [] } = usePortfolio(learnerId)
  if (pieces.length === 0) return null
  const shown = all ? pieces : pieces.slice(0, fewest)
  return (
    <fieldset className={styles['evidence']}>
      <legend>{say('self-assessment.which-work')}</legend>
      <ul className={styles['works']}>
        {shown.map((piece) => (
          <li key={piece.id}>
            <label className={styles['work']}>
              <input
                type="checkbox"
                checked={chosen.includes(piece.id)}
                onChange={() => onChoose(toggled(chosen, piece.id))}
              />
              <Cover piece={piece} />
              <span>{piece.title || piece.excerpt.slice(0, 60) || say('self-assessment.untitled')}</span>
            </label>
          </li>
        ))}
      </ul>
      {!all && pieces.length > fewest && (
        <Button look="plain" onClick={() => setAll(true)}>
          {say('self-assessment.more-work')}
        </Button>
      )}
    </fieldset>
  )
}

function Cover({ piece }: { piece: Tile }) {
  const pictures = piece.cover ? picturesOf(piece.cover) : []
  if (!piece.cover || pictures.length === 0)
    return (
      <span className={styles['bare']} aria-hidden>
        {piece.excerpt}
      </span>
    )
  return (
    <span className={styles['cover']}>
      <Picture
        renditions={pictures}
        alt=""
        thumbhash={piece.cover.placeholder}
        sizes="9rem"
        width={4}
        height={3}
        cover
      />
    </span>
  )
}

const mostSaid = 4

/** What they said lately, to point at again. */
function Said({ learnerId, chosen, onChoose }: ChoosingProps) {
  const { say } = useWords()
  const { data } = useRead(ListReflections, { params: { id: learnerId }, query: {} }, { quietly: true })
  const told = (data?.reflections ?? []).filter(({ body }) => body !== '').slice(0, mostSaid)
  if (told.length === 0) return null
  return (
    <details className={styles['more']} open={chosen.length > 0}>
      <summary>{say('self-assessment.which-words')}</summary>
      {told.map(({ id, body }) => (
        <Checkbox
          key={id}
          label={body.length > 120 ? `${body.slice(0, 120)}…` : body}
          checked={chosen.includes(id)}
          onChange={() => onChoose(toggled(chosen, id))}
        />
      ))}
    </details>
  )
}
