import { MediaView } from '../../media/web/media-view.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import type { GetActivity } from '../contract.ts'
import { SpokenInstruction } from './spoken-instruction.tsx'
import { WithLinks } from './with-links.tsx'
import styles from './activity-instructions.module.css'

type Activity = Answer<typeof GetActivity>
export type Content = Pick<
  Activity,
  'title' | 'instructions' | 'attached' | 'exemplar' | 'exemplarAttached' | 'prompts'
>
type Attached = Content['attached'][number]

/** What a teacher asks for, as whoever is asked reads it. A voice comes first for those who do not read yet. */
export function ActivityInstructions({ content }: { content: Content }) {
  const { voice } = useVoice()
  const early = voice === 'early'
  const { title, instructions, attached, prompts } = content
  const voices = attached.filter(({ media }) => early && media.kind === 'audio')
  const others = attached.filter((one) => !voices.includes(one))
  return (
    <div className={styles['instructions']}>
      {voices.map((one) => (
        <SpokenInstruction key={one.media.id} media={one.media} />
      ))}
      {early && voices.length === 0 && <ReadAloud text={[title, instructions, ...prompts].join('. ')} />}
      {instructions && (
        <p className={styles['words']}>
          <WithLinks text={instructions} />
        </p>
      )}
      <AttachedMedia attached={others} />
      <Prompts prompts={prompts} />
      <Exemplar content={content} />
    </div>
  )
}

function AttachedMedia({ attached }: { attached: readonly Attached[] }) {
  return attached.map(({ media, caption, alt }, place) => (
    <MediaView key={media.id} media={media} caption={caption} alt={alt} size="beside" first={place === 0} />
  ))
}

function Prompts({ prompts }: { prompts: readonly string[] }) {
  const { say } = useWords()
  if (prompts.length === 0) return null
  return (
    <section className={styles['prompts']}>
      <h2>{say('activities.prompts')}</h2>
      <ul>
        {prompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
    </section>
  )
}

function Exemplar({ content: { exemplar, exemplarAttached } }: { content: Content }) {
  const { say } = useWords()
  if (!exemplar && exemplarAttached.length === 0) return null
  return (
    <details className={styles['exemplar']}>
      <summary>{say('activities.exemplar')}</summary>
      <div className={styles['instructions']}>
        {exemplar && (
          <p className={styles['words']}>
            <WithLinks text={exemplar} />
          </p>
        )}
        <AttachedMedia attached={exemplarAttached} />
      </div>
    </details>
  )
}
