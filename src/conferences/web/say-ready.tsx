import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetConferencePreparation, ListMyConferences, SetConferenceReadiness } from '../contract.ts'
import { KeptLine } from './kept-line.tsx'
import { useKeptShow } from './kept-show.ts'
import type { Preparation } from './prepared.ts'
import styles from './conferences.module.css'

/** Who will see it, before it is said; and what is on this device already. */
export function SayReady({ prepared, unsaved }: { prepared: Preparation; unsaved: boolean }) {
  const { say } = useWords()
  const show = useKeptShow(prepared.choices.flatMap(({ piece }) => piece?.id ?? []))
  const set = useKeep(SetConferenceReadiness, {
    as: 'conferences.waiting-ready',
    refreshes: [GetConferencePreparation, ListMyConferences],
  })
  const said = set.isSuccess ? set.variables.body.ready : prepared.readyAt !== null
  const send = (ready: boolean) => set.mutate({ params: { id: prepared.round.id }, body: { ready } })
  return (
    <section className={styles['part']} aria-label={say('conferences.say-ready')}>
      {prepared.choices.length > 0 && <KeptLine show={show} />}
      {said ? (
        <Notice
          kind="success"
          action={
            <Button look="plain" onClick={() => send(false)}>
              {say('conferences.not-ready-any-more')}
            </Button>
          }
        >
          {say('conferences.ready-now')}
        </Notice>
      ) : (
        <>
          <p>{say('conferences.say-ready-meaning')}</p>
          <div>
            <Button look="primary" busy={set.isPending} disabled={unsaved} onClick={() => send(true)}>
              {say('conferences.say-ready')}
            </Button>
          </div>
        </>
      )}
      <WhyNot error={set.error} />
    </section>
  )
}
