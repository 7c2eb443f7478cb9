import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { GetRounds } from '../contract.ts'
import { ExemplarForm } from './exemplar-form.tsx'
import { Exemplars } from './exemplars.tsx'
import { FocusForm } from './focus-form.tsx'
import { FocusWords } from './focus-words.tsx'
import { GiveBackForm } from './give-back-form.tsx'
import { OneReturn } from './one-return.tsx'
import styles from './rounds.module.css'

export type Rounds = Answer<typeof GetRounds>

type RoundBesideProps = {
  piece: { id: string; title: string; learner: { id: string; name: string } }
  iterationId: string
}

/** What surrounds an attempt: what to look at this time, whether it went back, and what stands beside it. */
export function RoundBeside({ piece, iterationId }: RoundBesideProps) {
  const { data: rounds } = useRead(GetRounds, { params: { id: piece.id } })
  if (!rounds) return null
  const focus = rounds.focuses.find((one) => one.iterationId === iterationId)
  const returns = rounds.returns.filter((one) => one.iterationId === iterationId)
  const { setFocus, giveBack, placeExemplar } = rounds.may
  const nothing = !focus && returns.length === 0 && rounds.exemplars.length === 0
  if (nothing && !setFocus && !giveBack && !placeExemplar) return null
  return (
    <div className={styles['round']}>
      {focus && <FocusWords focus={focus} />}
      {returns.map((one) => (
        <OneReturn key={one.id} given={one} pieceId={piece.id} />
      ))}
      <Exemplars exemplars={rounds.exemplars} />
      <RoundActs
        key={iterationId}
        {...{ piece, iterationId, rounds }}
        focus={focus?.words ?? ''}
        waits={returns.some((one) => one.nextNumber === null && one.answer === null)}
      />
    </div>
  )
}

type RoundActsProps = RoundBesideProps & { rounds: Rounds; focus: string; waits: boolean }

/** The three things one may do around an attempt, one at a time. */
function RoundActs({ piece, iterationId, rounds, focus, waits }: RoundActsProps) {
  const { say } = useWords()
  const [doing, setDoing] = useState<'focus' | 'giving back' | 'exemplar'>()
  const leave = () => setDoing(undefined)
  const { may } = rounds
  if (doing === 'focus') return <FocusForm iterationId={iterationId} before={focus} onLeave={leave} />
  if (doing === 'giving back') {
    return <GiveBackForm iterationId={iterationId} learner={piece.learner} onLeave={leave} />
  }
  if (doing === 'exemplar') return <ExemplarForm piece={piece} onLeave={leave} />
  return (
    <div className={styles['acts']}>
      {may.setFocus && (
        <Button look="plain" onClick={() => setDoing('focus')}>
          {say(focus ? 'rounds.change-focus' : 'rounds.set-focus')}
        </Button>
      )}
      {may.giveBack && !waits && (
        <Button look="plain" onClick={() => setDoing('giving back')}>
          {say('rounds.give-back')}
        </Button>
      )}
      {may.placeExemplar && (
        <Button look="plain" onClick={() => setDoing('exemplar')}>
          {say('rounds.place-exemplar')}
        </Button>
      )}
    </div>
  )
}
