import { Pause, Play } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { sayLength } from '../moment.ts'
import { mediaOf } from '../pair.ts'
import type { Attempt, Pair } from './attempt.ts'
import { sourceOf, titleOf } from './recording.ts'
import { SoundBars, useShape } from './sound-bars.tsx'
import { evenVolume } from './sound-shape.ts'
import { type Side, useTwoSounds } from './two-sounds.ts'
import styles from './listen-to-both.module.css'

/** Two recordings and one play button: switching keeps the moment of the tune, so that the ear can compare. */
export function ListenToBoth({ earlier, later }: Pair) {
  const { say } = useWords()
  const [even, setEven] = useState(false)
  const parts = { earlier: mediaOf(earlier, 'audio')[0], later: mediaOf(later, 'audio')[0] }
  const sources = {
    earlier: parts.earlier && sourceOf(parts.earlier),
    later: parts.later && sourceOf(parts.later),
  }
  const shapes = { earlier: useShape(sources.earlier), later: useShape(sources.later) }
  const volume = even
    ? { earlier: evenVolume(shapes.earlier, shapes.later), later: evenVolume(shapes.later, shapes.earlier) }
    : { earlier: 1, later: 1 }
  const sounds = useTwoSounds(volume)
  const press = (event: KeyboardEvent) => {
    const side = { a: 'earlier', b: 'later' }[event.key.toLowerCase()] as Side | undefined
    if (!side || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    sounds.hear(side)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key pressed on any of its buttons switches; the same is done by pressing a sound
    <div className={styles['listen']} role="group" aria-label={say('growth.listen')} onKeyDown={press}>
      {sounds.broken && <Notice kind="problem">{say('growth.cannot-play')}</Notice>}
      {(['earlier', 'later'] as const).map((side) => (
        <OneSound
          key={side}
          letter={side === 'earlier' ? 'A' : 'B'}
          attempt={side === 'earlier' ? earlier : later}
          title={parts[side] ? titleOf(parts[side]) : ''}
          heard={sounds.heard === side}
          at={sounds.at[side]}
          length={sounds.length[side]}
          onHear={() => sounds.hear(side)}
          bars={
            <SoundBars
              shape={shapes[side]}
              played={sounds.length[side] > 0 ? sounds.at[side] / sounds.length[side] : 0}
              heard={sounds.heard === side}
            />
          }
        />
      ))}
      {(['earlier', 'later'] as const).map((side) => (
        <audio
          key={side}
          ref={sounds.ref[side]}
          src={sources[side]?.address}
          preload="auto"
          {...sounds.listeners(side)}
        />
      ))}
      <div className={styles['transport']}>
        <Button look="primary" icon={sounds.playing ? Pause : Play} onClick={sounds.toggle}>
          {say(sounds.playing ? 'growth.pause' : 'growth.play')}
        </Button>
        <input
          type="range"
          min={0}
          max={1000}
          value={Math.round(sounds.share * 1000)}
          aria-label={say('growth.moment')}
          aria-valuetext={say('growth.moment-of', {
            at: sayLength(sounds.at[sounds.heard]),
            length: sayLength(sounds.length[sounds.heard]),
          })}
          onChange={(event) => sounds.seek(Number(event.target.value) / 1000)}
        />
      </div>
      <div className={styles['more']}>
        <Checkbox
          label={say('growth.even')}
          checked={even}
          disabled={!shapes.earlier || !shapes.later}
          onChange={(event) => setEven(event.target.checked)}
        />
        <p className={styles['keys']}>{say('growth.listen-keys')}</p>
      </div>
    </div>
  )
}

type OneSoundProps = {
  letter: string
  attempt: Attempt
  title: string
  heard: boolean
  at: number
  length: number
  onHear: () => void
  bars: ReactNode
}

function OneSound({ letter, attempt, title, heard, at, length, onHear, bars }: OneSoundProps) {
  const { say } = useWords()
  return (
    <button
      type="button"
      className={classNames(styles['sound'], heard && styles['on'])}
      aria-pressed={heard}
      onClick={onHear}
    >
      <span className={styles['letter']} aria-hidden>
        {letter}
      </span>
      <span className={styles['name']}>
        <span className="unseen">{letter}: </span>
        {say('ui.attempt-number', { number: attempt.number })}
        {heard && <span className={styles['hearing']}>{say('growth.you-hear')}</span>}
        <span className="unseen">. {title}</span>
      </span>
      <span className={styles['time']}>
        {sayLength(at)} / {sayLength(length)}
      </span>
      {bars}
    </button>
  )
}
