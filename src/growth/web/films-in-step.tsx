import { Captions, CaptionsOff, Minus, Pause, Play, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sayLength } from '../moment.ts'
import { mediaOf } from '../pair.ts'
import type { Pair } from './attempt.ts'
import { type RecordedPart, sourceOf, titleOf } from './recording.ts'
import { useTwoFilms } from './two-films.ts'
import styles from './films-in-step.module.css'

const sounds = ['earlier', 'later', 'none'] as const
type Sound = (typeof sounds)[number]
const sides = ['earlier', 'later'] as const

/** Two films run, stop and go to a moment together; one can begin later than the other, and one is heard. */
export function FilmsInStep({ earlier, later }: Pair) {
  const { say } = useWords()
  const [sound, setSound] = useState<Sound>('later')
  const films = useTwoFilms()
  const parts = { earlier: mediaOf(earlier, 'video')[0], later: mediaOf(later, 'video')[0] }
  const number = { earlier: earlier.number, later: later.number }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key pressed on any of its buttons plays or stops, as the play button does
    <div
      className={styles['films']}
      role="group"
      aria-label={say('growth.watch')}
      onKeyDown={(event) => onKey(event, films.toggle)}
    >
      {films.broken && <Notice kind="problem">{say('growth.cannot-play')}</Notice>}
      <div className={styles['pair']}>
        {sides.map((side) => {
          const part = parts[side]
          if (!part) return null
          return (
            <figure key={side} className={styles['film']}>
              <video
                ref={films.ref[side]}
                src={sourceOf(part)?.address}
                playsInline
                preload="auto"
                muted={sound !== side}
                aria-label={say('growth.picture-of', { number: number[side], seen: titleOf(part) })}
                width={part.media.width ?? undefined}
                height={part.media.height ?? undefined}
                {...films.listeners}
              >
                <CaptionTrack part={part} />
              </video>
              <figcaption>
                {say('ui.attempt-number', { number: number[side] })}
                <span className={styles['time']}>
                  {sayLength(films.at[side])} / {sayLength(films.length[side])}
                </span>
              </figcaption>
            </figure>
          )
        })}
      </div>
      <div className={styles['transport']}>
        <Button look="primary" icon={films.playing ? Pause : Play} onClick={films.toggle}>
          {say(films.playing ? 'growth.pause' : 'growth.play-both')}
        </Button>
        <input
          type="range"
          min={0}
          max={Math.max(0.1, films.total)}
          step={0.1}
          value={films.elapsed}
          aria-label={say('growth.moment')}
          aria-valuetext={say('growth.moment-of', {
            at: sayLength(films.elapsed),
            length: sayLength(films.total),
          })}
          onChange={(event) => films.seek(Number(event.target.value))}
        />
      </div>
      <div className={styles['more']}>
        <Segments
          label={say('growth.sound')}
          value={sound}
          onChange={setSound}
          choices={sounds.map((value) => ({
            value,
            label:
              value === 'none' ? say('growth.no-sound') : say('ui.attempt-number', { number: number[value] }),
          }))}
        />
        <Offset number={number.later} offset={films.offset} onChange={films.shift} />
        {sides.some((side) => parts[side]?.media.transcript?.captions) && (
          <Button
            icon={films.captions ? Captions : CaptionsOff}
            aria-pressed={films.captions}
            onClick={() => films.showCaptions(!films.captions)}
          >
            {say('growth.captions')}
          </Button>
        )}
      </div>
    </div>
  )
}

function CaptionTrack({ part }: { part: RecordedPart }) {
  const { transcript } = part.media
  if (!transcript?.captions) return null
  return <track kind="captions" src={transcript.captions} srcLang={transcript.locale} />
}

type OffsetProps = { number: number; offset: number; onChange: (offset: number) => void }

function Offset({ number, offset, onChange }: OffsetProps) {
  const { say, locale } = useWords()
  const seconds = new Intl.NumberFormat(`${locale}-CA`, { maximumFractionDigits: 1 }).format(Math.abs(offset))
  const said = offset === 0 ? 'growth.together' : offset > 0 ? 'growth.ahead' : 'growth.behind'
  return (
    <fieldset className={styles['offset']}>
      <legend>{say('growth.offset', { number })}</legend>
      <Button
        look="plain"
        aria-label={say('growth.earlier', { number })}
        onClick={() => onChange(offset - 0.1)}
      >
        <Minus aria-hidden />
      </Button>
      <output>{say(said, { seconds })}</output>
      <Button
        look="plain"
        aria-label={say('growth.later', { number })}
        onClick={() => onChange(offset + 0.1)}
      >
        <Plus aria-hidden />
      </Button>
    </fieldset>
  )
}

/** K plays and stops, as in every player; only while something in here is in hand. */
function onKey(event: KeyboardEvent, toggle: () => void) {
  if (event.key.toLowerCase() !== 'k' || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  toggle()
}
