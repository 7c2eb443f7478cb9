import { Camera, CameraOff, CloudOff, QrCode, SwitchCamera, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLeftAlone } from '../../platform/web/left-alone.ts'
import { useWords } from '../../platform/web/words.tsx'
import {
  DeviceRefusal,
  type Facing,
  hasTwoCameras,
  type RecordingProblem,
} from '../../recordings/web/recording-devices.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { codeOrOther } from '../card.ts'
import { keepFacing, keptFacing } from './camera-facing.ts'
import styles from './card-camera.module.css'
import { openSightings } from './sightings.ts'

type Sight = 'opening' | 'looking' | 'resting' | RecordingProblem

/** Why a card did not open, as a sign for whoever does not read. */
export type Refused = 'card' | 'network'

type CardCameraProps = {
  /** the code of a card; nothing for another square, whatever it says */
  onSquare: (code: string | undefined) => void
  /** nothing is read while the last card is looked up */
  still: boolean
  refused: Refused | undefined
  /** the code that was shown before and put back: it may still be held up */
  before: string | undefined
}

/** Looks for a card until it sees one; nothing of what the camera shows is kept or sent anywhere. */
export function CardCamera(props: CardCameraProps) {
  const { say } = useWords()
  const { video, sight, facing, turn, look } = useCamera(props)
  const dark = sight !== 'looking' && sight !== 'opening'
  const Sign = props.refused === 'network' ? CloudOff : X
  return (
    <>
      <div className={styles['frame']} data-sight={sight}>
        <video
          ref={video}
          className={facing === 'user' ? styles['mirror'] : undefined}
          muted
          playsInline
          aria-label={say('cards.camera')}
        />
        {sight === 'looking' && (
          <span className={styles['outline']}>
            <QrCode aria-hidden />
          </span>
        )}
        {props.refused && (
          <span className={styles['refused']} data-refused={props.refused}>
            <Sign aria-hidden />
          </span>
        )}
        {dark && (
          <button type="button" className={styles['wake']} onClick={look}>
            {sight === 'resting' ? <Camera aria-hidden /> : <CameraOff aria-hidden />}
            <span>{say(sight === 'resting' ? 'cards.wake' : 'cards.look-again')}</span>
          </button>
        )}
        {turn && sight === 'looking' && (
          <Button className={styles['turn']} icon={SwitchCamera} onClick={turn}>
            {say('cards.turn-camera')}
          </Button>
        )}
      </div>
      {dark && sight !== 'resting' && <Notice kind="note">{say(whyDark(sight))}</Notice>}
    </>
  )
}

function whyDark(sight: RecordingProblem) {
  if (sight === 'denied') return 'cards.camera-denied'
  return sight === 'busy' ? 'cards.camera-busy' : 'cards.no-camera'
}

function useCamera({ onSquare, still, before }: CardCameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [sight, setSight] = useState<Sight>('opening')
  const [facing, setFacing] = useState(keptFacing)
  const [tries, setTries] = useState(0)
  const [two, setTwo] = useState(false)
  const latest = useRef({ onSquare, still })
  useEffect(() => {
    latest.current = { onSquare, still }
  })
  const tell = useRef<ReturnType<typeof openSightings>>(undefined)
  tell.current ??= openSightings(before)
  const shown = useShown()
  const resting = sight === 'resting'
  useLeftAlone(() => setSight('resting'))
  useEffect(() => {
    const place = video.current
    if (!place || !shown || resting) return
    const stopping = new AbortController()
    const { signal } = stopping
    const onSquares = (texts: readonly string[]) => {
      const next = tell.current?.(texts.map(codeOrOther), performance.now(), latest.current.still)
      if (next !== undefined) latest.current.onSquare(next || undefined)
    }
    const onLight = () => {
      setSight('looking')
      void hasTwoCameras().then(setTwo, () => undefined)
    }
    const onDark = (problem: RecordingProblem) => !signal.aborted && setSight(problem)
    void import('./look-for-cards.ts')
      .then(({ lookForCards }) =>
        lookForCards(place, { facing, onLight, onDark: () => onDark('busy'), onSquares }, signal),
      )
      .catch((error: unknown) => onDark(error instanceof DeviceRefusal ? error.problem : 'busy'))
    return () => stopping.abort()
  }, [facing, tries, shown, resting])

  const look = () => {
    setSight('opening')
    setTries(tries + 1)
  }
  const turn = () => {
    const next: Facing = facing === 'user' ? 'environment' : 'user'
    keepFacing(next)
    setFacing(next)
  }
  return { video, sight, facing, look, turn: two ? turn : undefined }
}

/** A page that nobody looks at looks at nobody. */
function useShown(): boolean {
  const [shown, setShown] = useState(() => !document.hidden)
  useEffect(() => {
    const changed = () => setShown(!document.hidden)
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  }, [])
  return shown
}
