import { Archive } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ArchiveClasses, ListKeptClasses } from '../../schools/contract.ts'
import { isOfPastYear } from '../../schools/school-year.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useTimesLost } from './times-lost.ts'

type Kept = Answer<typeof ListKeptClasses>['classes'][number]

/** A school's past year, archived in one act; whoever carries a class on leaves it unticked. */
export function ArchiveYear({ school, classes }: { school: string; classes: readonly Kept[] }) {
  const { say } = useWords()
  const today = dayOf()
  const begun = classes.filter((one) => !one.archived && one.opensOn < today)
  const past = begun.filter((one) => isOfPastYear(one, today))
  const [ticked, setTicked] = useState<readonly string[]>()
  const close = () => setTicked(undefined)
  const archive = useAct(ArchiveClasses, { refreshes: [ListKeptClasses], onDone: close })
  const chosen = ticked ?? []
  const lost = useTimesLost(ticked !== undefined)({ classIds: chosen })
  if (past.length === 0) return null
  const toggle = (id: string) =>
    setTicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const send = () =>
    archive.mutate({ body: { archivings: chosen.map((classId) => ({ id: v7(), classId })) } })
  return (
    <>
      <Button
        icon={Archive}
        aria-label={say('classes.archive-year-at', { school })}
        onClick={() => setTicked(past.map(({ id }) => id))}
      >
        {say('classes.archive-year')}
      </Button>
      <Dialog
        open={ticked !== undefined}
        title={say('classes.archive-year-at', { school })}
        onClose={close}
        busy={archive.isPending}
        actions={
          <>
            <Button onClick={close}>{say('register.leave-it')}</Button>
            <Button
              look="danger"
              icon={Archive}
              busy={archive.isPending}
              disabled={chosen.length === 0}
              onClick={send}
            >
              {say('classes.archive-year-do', { count: chosen.length })}
            </Button>
          </>
        }
      >
        <p>{say('classes.archive-year-meaning')}</p>
        {lost && <Notice kind="note">{lost}</Notice>}
        {begun.map((one) => (
          <Checkbox
            key={one.id}
            label={one.name}
            hint={<Days one={one} />}
            checked={chosen.includes(one.id)}
            onChange={() => toggle(one.id)}
          />
        ))}
        <WhyNot error={archive.error} />
      </Dialog>
    </>
  )
}

function Days({ one }: { one: Kept }) {
  const { say, sayDate } = useWords()
  const days = say('classes.days', {
    from: sayDate(one.opensOn, 'short'),
    until: sayDate(one.closesOn, 'short'),
  })
  return [days, say('classes.learners', { count: one.learners })].join(' · ')
}
