import { Pause, Play, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import day from '../../ui/shown-day.module.css'
import { type Step, stepAt } from '../defense.ts'
import styles from './defenses.module.css'

/** The order of the presentation with its times. It counts quietly and rings nothing; the next step is said once. */
export function ProtocolClock({ protocol }: { protocol: readonly Step[] }) {
  const { say } = useWords()
  const [passed, setPassed] = useState(0)
  const [since, setSince] = useState<number>()
  const [, tick] = useState(0)
  useEffect(() => {
    if (since === undefined) return
    const timer = setInterval(() => tick((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [since])
  const seconds = passed + (since === undefined ? 0 : (Date.now() - since) / 1000)
  const { step, left } = stepAt(protocol, seconds)
  const isOver = step === protocol.length
  const pause = () => {
    setPassed(seconds)
    setSince(undefined)
  }
  return (
    <div className={day['stack']}>
      <ol className={styles['steps']}>
        {protocol.map(({ words, minutes }, at) => (
          <li key={`${at} ${words}`} aria-current={seconds > 0 && at === step ? 'step' : undefined}>
            {words} · {say('defenses.step-minutes', { count: minutes })}
          </li>
        ))}
      </ol>
      {seconds > 0 && (
        <>
          <p className={styles['clock']} role="timer" aria-live="off">
            {`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}
          </p>
          <p role="status">{isOver ? say('defenses.clock-over') : protocol[step]?.words}</p>
        </>
      )}
      <div className={day['buttons']}>
        {since === undefined ? (
          <Button icon={Play} disabled={isOver} onClick={() => setSince(Date.now())}>
            {say(passed > 0 ? 'defenses.clock-on' : 'defenses.clock-start')}
          </Button>
        ) : (
          <Button icon={Pause} onClick={pause}>
            {say('defenses.clock-pause')}
          </Button>
        )}
        {seconds > 0 && (
          <Button
            look="plain"
            icon={RotateCcw}
            onClick={() => {
              setPassed(0)
              setSince(undefined)
            }}
          >
            {say('defenses.clock-anew')}
          </Button>
        )}
      </div>
    </div>
  )
}
