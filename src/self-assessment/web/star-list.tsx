import { WaitingMarkFor } from '../../outbox/web/waiting-mark.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { figuresOf, glowAt } from '../constellation.ts'
import { useCompetencyWords } from './competency-words.ts'
import { glowWords, type LitStar } from './glow-words.ts'
import type { SkyProps } from './sky.tsx'
import { Shape } from './star-shape.tsx'
import styles from './sky.module.css'

/** The same sky as a list: every star by name, how bright it is, and what lights it. */
export function StarList({ sky, ...rest }: SkyProps) {
  const { nameOf } = useCompetencyWords()
  return (
    <div className={styles['list']}>
      {figuresOf(sky.stars).map(({ region, hub, stars }) => (
        <section key={hub?.id ?? 'all'}>
          {hub && (
            <h3>
              {region && <small>{nameOf(region)}</small>}
              {nameOf(hub)}
            </h3>
          )}
          <ul>
            {(hub ? [hub, ...stars] : stars).map((star) => (
              <Row key={star.id} star={star} {...rest} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Row({ star, moment, selected, onSelect }: Omit<SkyProps, 'sky'> & { star: LitStar }) {
  const { say, sayList } = useWords()
  const { nameOf } = useCompetencyWords()
  const glow = glowAt(star.lights, moment)
  const lights = star.lights.filter(({ at }) => Date.parse(at) <= moment)
  const work = lights.flatMap(({ piece }) => (piece ? [piece.title || say('self-assessment.untitled')] : []))
  const said = lights.flatMap(({ kind, words }) => (kind === 'claim' && words ? [`“${words}”`] : []))
  return (
    <li data-glow={glow}>
      <button type="button" aria-pressed={selected === star.id} onClick={() => onSelect(star.id)}>
        <svg viewBox="-26 -26 52 52" aria-hidden>
          <Shape glow={glow} />
        </svg>
        {nameOf(star)}
      </button>
      <WaitingMarkFor id={star.id} />
      <small>
        {[say(glowWords[glow]), ...(work.length + said.length > 0 ? [sayList([...work, ...said])] : [])].join(
          ': ',
        )}
      </small>
    </li>
  )
}
