import { ArrowLeft } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetRosterImport } from '../../rosters/contract.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { ApplyRoster } from './apply-roster.tsx'
import { RosterChanges } from './roster-changes.tsx'
import { RosterTroubles } from './roster-troubles.tsx'
import { UndoRoster } from './undo-roster.tsx'

/** What a roster would do, before anything does; after it was applied, what it did, and the way back. */
export function RosterImport({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const { data, error, refetch } = useRead(
    GetRosterImport,
    { params: { id: params['id'] ?? '' } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const day = sayDate(data.broughtAt, 'short')
  const by =
    data.broughtBy === null
      ? say('rosters.by-machine', { day })
      : say('rosters.by', { day, name: data.broughtBy })
  const standing = data.changesNothing ? 'no-change' : data.may.apply ? 'nothing-yet' : 'let-go'
  return (
    <Page title={data.name} lead={by} bar={<OfficeBar />}>
      <div>
        <ButtonLink look="plain" icon={ArrowLeft} href="/office/rosters">
          {say('rosters.back')}
        </ButtonLink>
      </div>
      {data.undoneAt !== null ? (
        <Notice kind="note" title={say('rosters.undone', { day: sayDate(data.undoneAt) })}>
          {say('rosters.undone-meaning')}
          {data.keptByHand > 0 && ` ${say('rosters.undone-kept', { count: data.keptByHand })}`}
        </Notice>
      ) : data.appliedAt !== null ? (
        <Notice kind="success" title={say('rosters.applied', { day: sayDate(data.appliedAt) })}>
          {data.appliedBy !== null && say('rosters.applied-by', { name: data.appliedBy })}
        </Notice>
      ) : (
        <Notice kind="note" title={say(`rosters.${standing}`)}>
          {say(`rosters.${standing}-meaning`)}
        </Notice>
      )}
      {data.appliedAt !== null && data.undoneAt === null && data.story.people.join.count > 0 && (
        <Notice
          kind="note"
          action={<ButtonLink href="/office/ways-in">{say('rosters.let-in')}</ButtonLink>}
          title={say('rosters.let-in')}
        >
          {say('rosters.let-in-meaning')}
        </Notice>
      )}
      <RosterChanges story={data.story} isDone={data.appliedAt !== null} />
      {data.may.apply && !data.changesNothing && <ApplyRoster id={data.id} story={data.story} />}
      {data.may.undo && !data.changesNothing && <UndoRoster id={data.id} />}
      <RosterTroubles story={data.story} />
    </Page>
  )
}
