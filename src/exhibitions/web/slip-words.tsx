import { SpokenInstruction } from '../../activities/web/spoken-instruction.tsx'
import { MediaView } from '../../media/web/media-view.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import day from '../../ui/shown-day.module.css'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import type { Slips } from './exhibition-words.ts'

export type Slip = Slips['slips'][number]

/** What a guest wrote, said or drew, as it came: nothing of its words is read as anything but words. */
export function SlipWords({ slip }: { slip: Slip }) {
  const { say, sayDate } = useWords()
  const { words, signed, said } = slip
  const aloud = [words, said?.words].filter(Boolean).join(' ')
  return (
    <>
      <SlipMedia slip={slip} />
      {words && (
        <blockquote className={day['words']} dir="auto">
          {words}
        </blockquote>
      )}
      {said?.words && (
        <figure>
          <blockquote className={day['words']} dir="auto">
            {said.words}
          </blockquote>
          <figcaption className={day['quiet']}>
            {say('exhibitions.said-by', { name: said.by.name })}
          </figcaption>
        </figure>
      )}
      {aloud && <ReadAloud text={aloud} />}
      <p className={day['quiet']}>
        {signed ? say('exhibitions.signed', { name: signed }) : say('exhibitions.not-signed')} ·{' '}
        {sayDate(slip.writtenAt, 'moment')}
      </p>
    </>
  )
}

/** A voice is one giant button for those who do not read yet. */
function SlipMedia({ slip: { media, isLost, decision, signed } }: { slip: Slip }) {
  const { say } = useWords()
  const { voice } = useVoice()
  if (isLost && !decision?.releases) return <p className={day['quiet']}>{say('exhibitions.slip-lost')}</p>
  if (!media) return null
  if (voice === 'early' && media.kind === 'audio' && media.state === 'ready')
    return <SpokenInstruction media={media} />
  const from = signed || say('exhibitions.not-signed')
  const alt = say(media.kind === 'picture' ? 'exhibitions.slip-drawn' : 'exhibitions.slip-spoken', { from })
  return <MediaView media={{ ...media, transcript: null }} caption="" alt={alt} size="beside" />
}
