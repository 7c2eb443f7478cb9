import { lazy, Suspense, useState } from 'react'
import { pagesOf } from '../../conferences/conference.ts'
import { GetConferencePreparation } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { KeptLine } from '../../conferences/web/kept-line.tsx'
import { useKeptShow } from '../../conferences/web/kept-show.ts'
import { useMeeting } from '../../conferences/web/meeting.ts'
import { PresentingStage } from '../../conferences/web/presenting-stage.tsx'
import { WhoIsHere } from '../../conferences/web/who-is-here.tsx'
import { PageStays } from '../../rehearsals/web/page-stays.ts'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { PageTimes } from '../../walkthroughs/web/page-times.ts'
import { ConferenceBar } from './conference-bar.tsx'
import { NotReached } from './not-reached.tsx'
import { OpenElsewhere } from './open-elsewhere.tsx'

const Rehearsing = lazy(async () => ({
  default: (await import('../../rehearsals/web/rehearsing.tsx')).Rehearsing,
}))
const MyTries = lazy(async () => ({
  default: (await import('./my-tries.tsx')).MyTries,
}))
const RecordingIt = lazy(async () => ({
  default: (await import('../../walkthroughs/web/recording-it.tsx')).RecordingIt,
}))

/** The conference itself: who is here, then nothing but the work; in the end what is kept of it. */
export function PresentScreen({ params }: ScreenProps) {
  const { say, sayList } = useWords()
  const [id, learnerId] = [params['id'] ?? '', params['learnerId'] ?? '']
  const { data, error, refetch } = useRead(GetConferencePreparation, { params: { id, learnerId } })
  const meeting = useMeeting({ roundId: id, learnerId }, data)
  const [mode, setMode] = useState<'begin' | 'held' | 'practice' | 'record'>('begin')
  const [forWhom, setForWhom] = useState<readonly string[]>([])
  const [sentTo, setSentTo] = useState<readonly string[]>()
  const me = useMe()
  const [times] = useState(() => new PageTimes())
  const [stays] = useState(() => new PageStays())
  const choices = data?.choices ?? []
  const show = useKeptShow(choices.flatMap(({ piece, rests }) => (rests === null && piece ? piece.id : [])))
  if (!data) return <NotReached error={error} onTryAgain={refetch} />
  if (!data.may.lead) return <Nowhere />
  if (!meeting.ready) return <Loading />
  const { here } = meeting
  const pages = pagesOf(data)
  if (mode !== 'begin' && !(mode === 'held' && here?.closed)) {
    return (
      <PresentingStage
        prepared={data}
        pages={pages}
        meeting={mode === 'held' ? meeting : undefined}
        onPage={mode === 'practice' ? stays.onPage : times.onPage}
        end={say(mode === 'record' ? 'walkthroughs.end' : 'conferences.practicing')}
        beside={
          me.id === learnerId && mode !== 'held' ? (
            <Suspense fallback={<Loading />}>
              {mode === 'practice' ? (
                <Rehearsing {...{ roundId: id, pages, stays }} onKept={() => setMode('begin')} />
              ) : (
                <RecordingIt
                  prepared={data}
                  chosen={forWhom}
                  times={times}
                  onSent={(names) => {
                    setSentTo(names)
                    setMode('begin')
                  }}
                />
              )}
            </Suspense>
          ) : undefined
        }
        onLeave={() => setMode('begin')}
      />
    )
  }
  return (
    <Page
      title={say('conferences.present-title', { name: data.learner.name })}
      lead={data.round.name}
      width="reading"
      bar={<ConferenceBar />}
    >
      {here?.closed && (
        <JustDone title={say('conferences.closed')}>{say('conferences.closed-meaning')}</JustDone>
      )}
      {sentTo && (
        <JustDone title={say('walkthroughs.sent-to', { names: sayList(sentTo) })}>
          {say('walkthroughs.sent-meaning')}
        </JustDone>
      )}
      {choices.length > 0 ? <KeptLine show={show} /> : <p>{say('conferences.nothing-chosen')}</p>}
      {here && !here.closed ? (
        <div className={styles['ways']}>
          <Button look="primary" onClick={() => setMode('held')}>
            {say('conferences.go-on')}
          </Button>
        </div>
      ) : (
        <>
          <OpenElsewhere
            prepared={data}
            closedHere={here?.id}
            onGoOn={(open, shown) => {
              meeting.adopt(open, shown)
              setMode('held')
            }}
          />
          <WhoIsHere
            prepared={data}
            onPractice={() => {
              stays.begin()
              setMode('practice')
            }}
            onRecord={
              me.id === learnerId && data.preparationId
                ? (ticked) => {
                    setForWhom(ticked)
                    setSentTo(undefined)
                    times.forget()
                    setMode('record')
                  }
                : undefined
            }
            onBegin={(people) => {
              meeting.begin(people)
              setMode('held')
            }}
          />
        </>
      )}
      {me.id === learnerId && (
        <Suspense fallback={null}>
          <MyTries roundId={id} />
        </Suspense>
      )}
    </Page>
  )
}

/** What it led to, with the way to all of somebody's conferences. */
function JustDone({ title, children }: { title: string; children: string }) {
  const { say } = useWords()
  return (
    <Notice
      kind="success"
      title={title}
      action={<ButtonLink href="/conferences">{say('conferences.to-all')}</ButtonLink>}
    >
      {children}
    </Notice>
  )
}
