import { Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Picture, pictures } from '../../cards/card.ts'
import { SignInByCard } from '../../cards/contract.ts'
import { PictureArt } from '../../cards/web/picture-art.tsx'
import { arriveBy } from '../../people/web/arrival.ts'
import { call } from '../../platform/web/client.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './cards.module.css'
import type { Shown } from './class-door.tsx'

/** A card was put down and nobody taps: the door is for the next child again. */
const patienceMs = 45_000

type TapPictureProps = { shown: Shown; onIn: () => void; onBack: () => void }

export function TapPicture({ shown, onIn, onBack }: TapPictureProps) {
  const { say } = useWords()
  const [going, setGoing] = useState<Picture>()
  const [problem, setProblem] = useState<string>()
  const back = useRef(onBack)
  useEffect(() => {
    back.current = onBack
  })
  useEffect(() => {
    if (going) return
    const timer = setTimeout(() => back.current(), patienceMs)
    return () => clearTimeout(timer)
  }, [going, problem])

  const tap = async (picture: Picture) => {
    if (going) return
    setGoing(picture)
    setProblem(undefined)
    try {
      await arriveBy((options) => call(SignInByCard, { body: { code: shown.code, picture } }, options))
      onIn()
    } catch (error) {
      setProblem(error instanceof ApiRefusal ? error.sentence : say('cards.no-network'))
      setGoing(undefined)
    }
  }
  return (
    <div className={styles['showing']}>
      <p className={styles['ask']}>{say('cards.tap')}</p>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <ul className={styles['pictures']}>
        {pictures.map((picture) => (
          <li key={picture}>
            <button
              type="button"
              className={styles['picture']}
              aria-label={say(`cards.picture-${picture}`)}
              aria-busy={going === picture}
              onClick={() => void tap(picture)}
            >
              <PictureArt picture={picture} />
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button look="plain" icon={Undo2} onClick={onBack}>
          {say('cards.not-me')}
        </Button>
      </div>
    </div>
  )
}
