import { Star } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Comparison } from '../../growth/web/compare-attempts.tsx'
import { MediaView } from '../../media/web/media-view.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Loading } from '../../ui/ways.tsx'
import { Parts } from '../../work/web/parts.tsx'
import { useBesideWords } from './beside-words.ts'
import type { Content, ShownChoice } from './collection-draft.ts'
import styles from './collections.module.css'

const CompareAttempts = lazy(async () => ({
  default: (await import('../../growth/web/compare-attempts.tsx')).CompareAttempts,
}))

/** A collection as it is for those it is shared with: who, and the work with the reason each was chosen. */
export function CollectionView({ content }: { content: Content }) {
  const { say } = useWords()
  const { about, aboutMedia, sections } = content
  return (
    <div className={styles['view']} data-look={content.look}>
      {(about || aboutMedia) && (
        <section className={styles['about']} aria-label={say('collections.about')}>
          <p className={styles['label']}>{say('collections.about')}</p>
          {about && <p className={styles['said']}>{about}</p>}
          {aboutMedia && (
            <MediaView media={aboutMedia} caption="" alt={say('collections.about')} size="beside" />
          )}
        </section>
      )}
      {sections
        .filter(({ choices }) => choices.length > 0)
        .map((section) => (
          <section
            key={section.id}
            className={styles['section']}
            aria-label={section.title || say('collections.work')}
          >
            <h2>{section.title || say('collections.work')}</h2>
            {section.choices.map((choice) => (
              <ChoiceView key={choice.id} choice={choice} />
            ))}
          </section>
        ))}
    </div>
  )
}

function ChoiceView({ choice }: { choice: ShownChoice }) {
  const { say, sayList } = useWords()
  const { labelOf, wordsOf } = useBesideWords()
  const { why, whyMedia, rests, beside } = choice
  const needed = beside.filter(({ kind }) => kind === 'tag')
  const spoken = beside.filter(({ kind }) => kind !== 'tag')
  if (rests) return null
  return (
    <article className={styles['choice']} data-highlight={choice.highlight}>
      {choice.highlight && (
        <p className={styles['mark']}>
          <Star aria-hidden /> {say('collections.highlight')}
        </p>
      )}
      <h3>{choice.piece?.title || say('collections.untitled-work')}</h3>
      {(why || whyMedia) && (
        <blockquote className={styles['why']}>
          <p className={styles['label']}>{say('collections.why')}</p>
          {why && <p className={styles['said']}>{why}</p>}
          {whyMedia && <MediaView media={whyMedia} caption="" alt={say('collections.why')} size="beside" />}
        </blockquote>
      )}
      <Shown choice={choice} />
      {beside.length > 0 && (
        <div className={styles['beside']}>
          {needed.length > 0 && (
            <div>
              <p className={styles['label']}>{say('collections.needed')}</p>
              <p className={styles['said']}>{sayList(needed.map(wordsOf))}</p>
            </div>
          )}
          {spoken.map((one) => (
            <div key={one.id}>
              <p className={styles['label']}>{labelOf(one)}</p>
              {one.prompt && <p className={styles['quiet']}>{one.prompt}</p>}
              {one.words && <p className={styles['said']}>{one.words}</p>}
              {one.media.map((media) => (
                <MediaView key={media.id} media={media} caption="" alt="" size="beside" />
              ))}
            </div>
          ))}
        </div>
      )}
    </article>
  )
}

/** One attempt as it is; two, or all of them, against each other. */
function Shown({ choice }: { choice: ShownChoice }) {
  const [comparison, setComparison] = useState<Partial<Comparison>>({})
  const { iterations } = choice
  const latest = iterations.at(-1)
  if (iterations.length > 1) {
    return (
      <Suspense fallback={<Loading />}>
        <CompareAttempts
          attempts={iterations}
          comparison={comparison}
          onChange={setComparison}
          // an attempt is seen here and nowhere else by those who see only the collection
          hrefOf={() => location.pathname}
        />
      </Suspense>
    )
  }
  return latest ? <Parts parts={latest.parts} /> : null
}
