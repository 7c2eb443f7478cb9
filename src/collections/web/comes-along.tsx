import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Select } from '../../ui/field.tsx'
import { GetPiece } from '../../work/contract.ts'
import { ListBeside } from '../contract.ts'
import type { DraftChoice } from '../draft.ts'
import { useBesideWords } from './beside-words.ts'
import styles from './collections.module.css'

type ComesAlongProps = { choice: DraftChoice; onChange: (some: Partial<DraftChoice>) => void }

/** What of a piece is shown, and which words come along: nothing by itself, everything by its learner's tick. */
export function ComesAlong({ choice, onChange }: ComesAlongProps) {
  const { say } = useWords()
  const { labelOf, wordsOf } = useBesideWords()
  const [open, setOpen] = useState(false)
  const params = { params: { id: choice.pieceId } }
  const piece = useRead(GetPiece, params, { enabled: open, quietly: true })
  const words = useRead(ListBeside, params, { enabled: open, quietly: true })
  const attempts = piece.data?.iterations ?? []
  const toggle = (id: string) =>
    onChange({
      beside: choice.beside.includes(id) ? choice.beside.filter((one) => one !== id) : [...choice.beside, id],
    })
  return (
    <details className={styles['along']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('collections.comes-along')}</summary>
      {attempts.length > 1 && (
        <>
          <Select
            label={say('collections.which-attempt')}
            value={choice.iterationId ?? ''}
            onChange={(event) => {
              const iterationId = event.currentTarget.value || undefined
              onChange({ iterationId, secondId: undefined, ...(iterationId ? { growth: false } : {}) })
            }}
          >
            <option value="">{say('collections.latest')}</option>
            {attempts.map(({ id, number }) => (
              <option key={id} value={id}>
                {say('collections.attempt', { number })}
              </option>
            ))}
          </Select>
          {choice.iterationId ? (
            <Select
              label={say('collections.compared-with')}
              value={choice.secondId ?? ''}
              onChange={(event) => onChange({ secondId: event.currentTarget.value || undefined })}
            >
              <option value="">{say('collections.nothing')}</option>
              {attempts
                .filter(({ id }) => id !== choice.iterationId)
                .map(({ id, number }) => (
                  <option key={id} value={id}>
                    {say('collections.attempt', { number })}
                  </option>
                ))}
            </Select>
          ) : (
            <Checkbox
              label={say('collections.growth')}
              checked={choice.growth}
              onChange={() => onChange({ growth: !choice.growth })}
            />
          )}
        </>
      )}
      {(words.data ?? []).map((one) => (
        <Checkbox
          key={one.id}
          label={labelOf(one)}
          hint={wordsOf(one).slice(0, 160) || say('collections.spoken')}
          checked={choice.beside.includes(one.id)}
          onChange={() => toggle(one.id)}
        />
      ))}
      {open && words.data?.length === 0 && attempts.length < 2 && (
        <p className={styles['quiet']}>{say('collections.nothing-along')}</p>
      )}
    </details>
  )
}
