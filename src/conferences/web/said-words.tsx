import { MediaView } from '../../media/web/media-view.tsx'
import type { Media } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { type WordKind, wordKinds } from '../conference.ts'
import styles from './conferences.module.css'

export type SaidWord = {
  id: string
  kind: WordKind
  words: string
  name: string
  /** whose hand, where it was not their own */
  hand: string | null
  media?: Media | null
  onTakeBack?: (() => void) | undefined
}

/** What was noticed, wondered and agreed to do, each with who said it. */
export function SaidWords({ words }: { words: readonly SaidWord[] }) {
  const { say } = useWords()
  return (
    <div className={styles['said']}>
      {wordKinds.map((kind) => {
        const some = words.filter((one) => one.kind === kind)
        if (some.length === 0) return null
        return (
          <section key={kind} aria-label={say(`conferences.${kind}`)}>
            <h3>{say(`conferences.${kind}`)}</h3>
            <ul>
              {some.map((one) => (
                <li key={one.id}>
                  {one.words && <p>{one.words}</p>}
                  {one.media && <MediaView media={one.media} caption="" alt={one.name} />}
                  <small>
                    {one.hand ? say('conferences.by-hand', { name: one.name, hand: one.hand }) : one.name}
                  </small>
                  {one.onTakeBack && (
                    <Button look="plain" onClick={one.onTakeBack}>
                      {say('conferences.take-back-word')}
                      <span className="unseen">: {one.words}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
