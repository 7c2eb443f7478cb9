import { Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { momentsOf } from '../../self-assessment/constellation.ts'
import { GetConstellation } from '../../self-assessment/contract.ts'
import { useCompetencyWords } from '../../self-assessment/web/competency-words.ts'
import type { Sky as SkyOf } from '../../self-assessment/web/glow-words.ts'
import { Sky } from '../../self-assessment/web/sky.tsx'
import { StarList } from '../../self-assessment/web/star-list.tsx'
import { StarPanel } from '../../self-assessment/web/star-panel.tsx'
import { TimeSlider } from '../../self-assessment/web/time-slider.tsx'
import { withWaiting } from './waiting-lights.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import styles from './self-assessment.module.css'

/** A learner's competencies as their own sky. Nobody else is shown it. */
export function MyConstellation() {
  const { say } = useWords()
  const { titleOf } = useCompetencyWords()
  const [search, setSearch] = useSearchParams()
  const { data, error, refetch } = useRead(GetConstellation, {})
  const skies = data?.frameworks.filter(({ stars }) => stars.length > 0) ?? []
  const sky = skies.find(({ id }) => id === search.get('of')) ?? skies[0]
  return (
    <Page
      title={say('self-assessment.my-constellation')}
      lead={say('self-assessment.constellation-lead')}
      bar={<LearnerBar />}
    >
      {!data && !error && <Loading />}
      {!data && error && (
        <Notice
          kind="problem"
          title={say('self-assessment.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('self-assessment.try-again')}</Button>}
        />
      )}
      {data && !sky && (
        <EmptyState title={say('self-assessment.no-framework-yet')}>
          <p>{say('self-assessment.no-framework')}</p>
        </EmptyState>
      )}
      {skies.length > 1 && sky && (
        <div className={styles['controls']}>
          <Segments
            label={say('self-assessment.which-sky')}
            quietLabel
            value={sky.id}
            choices={skies.map((one) => ({ value: one.id, label: titleOf(one) }))}
            onChange={(id) => setSearch({ of: id }, { replace: true })}
          />
        </div>
      )}
      {sky && <OneSky key={sky.id} sky={sky} />}
    </Page>
  )
}

function OneSky({ sky: arrived }: { sky: SkyOf }) {
  const waiting = useWaiting()
  const sky = useMemo(() => withWaiting(arrived, waiting), [arrived, waiting])
  const { say } = useWords()
  const me = useMe()
  const { titleOf } = useCompetencyWords()
  const [now] = useState(() => new Date())
  const lights = sky.stars.flatMap((star) => star.lights)
  const moments = momentsOf(lights, now)
  const [place, setPlace] = useState<number>()
  const [view, setView] = useState<'sky' | 'list'>('sky')
  const [selected, setSelected] = useState<string>()
  const at = Math.min(place ?? moments.length - 1, moments.length - 1)
  const star = sky.stars.find(({ id }) => id === selected)
  // what is lit just now is later than the page was opened, and a device's clock may be slow
  const latest = Math.max(now.getTime(), ...lights.map((light) => Date.parse(light.at)))
  const moment = at === moments.length - 1 ? latest : (moments[at] ?? latest)
  const shown = { sky, moment, selected, onSelect: setSelected }
  return (
    <>
      <p className={styles['printed']}>
        {me.name} · {titleOf(sky)}
      </p>
      <div className={styles['controls']}>
        <TimeSlider moments={moments} value={at} onChange={setPlace} />
        <Segments
          label={say('self-assessment.show-as')}
          quietLabel
          value={view}
          choices={[
            { value: 'sky', label: say('self-assessment.as-sky') },
            { value: 'list', label: say('self-assessment.as-list') },
          ]}
          onChange={setView}
        />
        <Button look="plain" icon={Printer} onClick={() => window.print()}>
          {say('self-assessment.print')}
        </Button>
      </div>
      <div className={classNames(styles['beside'], star && styles['near'])}>
        {view === 'sky' ? <Sky {...shown} /> : <StarList {...shown} />}
        {star && (
          <div className={styles['panel']}>
            <StarPanel star={star} onClose={() => setSelected(undefined)} />
          </div>
        )}
      </div>
    </>
  )
}
