import { useState } from 'react'
import { v7 } from 'uuid'
import { CountAgreedTimes } from '../../appointments/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ArchiveSpace, GetSpace, ListSpaces, ReopenSpace, SetSpaceRule } from '../../spaces/contract.ts'
import { states } from '../../spaces/space.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { Pending } from '../teacher/pending.tsx'
import { whereOf } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { SpaceName, SpacePeople } from './space-people.tsx'
import styles from './spaces.module.css'

type Space = Answer<typeof GetSpace>

/** For its teachers: what a space is for whom, who is in it, and whether it goes on. */
export function SpaceSettings({ params }: ScreenProps) {
  const { say } = useWords()
  const { data: space, error, refetch } = useRead(GetSpace, { params: { id: params['id'] ?? '' } })
  if (!space) return <Pending error={error} onTryAgain={refetch} />
  if (!space.may.setRules) return <Nowhere />
  return (
    <Page
      title={space.name}
      lead={say('groups.settings')}
      width="reading"
      bar={<TeacherBar {...whereOf(space)} />}
    >
      <div>
        <ButtonLink look="plain" href={space.classId ? `/classes/${space.classId}` : `/spaces/${space.id}`}>
          {say('groups.back')}
        </ButtonLink>
      </div>
      <StateRule space={space} about="learners" />
      <StateRule space={space} about="families" />
      <RemarkRule space={space} />
      {space.may.keep && (
        <>
          <SpacePeople space={space} />
          <SpaceName space={space} />
          <Archiving space={space} />
        </>
      )}
    </Page>
  )
}

function StateRule({ space, about }: { space: Space; about: 'learners' | 'families' }) {
  const { say } = useWords()
  const set = useAct(SetSpaceRule, { refreshes: [GetSpace, ListSpaces] })
  const [asking, setAsking] = useState(false)
  const { data } = useRead(
    CountAgreedTimes,
    { params: { id: space.id } },
    { enabled: space.kind === 'class' },
  )
  const agreed = data?.times ?? 0
  const decide = (says: Space['rules'][typeof about]['says']) => {
    setAsking(false)
    set.mutate({ params: { id: v7() }, body: { spaceId: space.id, about, says } })
  }
  const rule = space.rules[about]
  const asked = set.isPending && set.variables.body.about === about ? set.variables.body.says : rule.says
  return (
    <div className={styles['group']}>
      <RadioTiles
        label={say(`groups.for-${about}`)}
        value={asked}
        choices={states.map((value) => ({
          value,
          label: say(`groups.${value}`),
          hint: say(`groups.${about}-${value}`),
        }))}
        onChange={(says) => (says === 'hidden' && agreed > 0 ? setAsking(true) : decide(says))}
      />
      {asking && (
        <Notice
          kind="note"
          title={say('groups.times-agreed', { count: agreed })}
          action={
            <div className={styles['inline']}>
              <Button onClick={() => decide('hidden')}>{say('groups.hide-yes')}</Button>
              <Button look="plain" onClick={() => setAsking(false)}>
                {say('groups.leave-it')}
              </Button>
            </div>
          }
        >
          {say(`groups.times-stand-${about}`)}
        </Notice>
      )}
      <SetBy rule={rule} />
      <WhyNot error={set.error} />
    </div>
  )
}

function RemarkRule({ space }: { space: Space }) {
  const { say } = useWords()
  const set = useAct(SetSpaceRule, { refreshes: [GetSpace] })
  const { remarks } = space.rules
  const asked =
    set.isPending && set.variables.body.about === 'remarks' ? set.variables.body.says : remarks.says
  return (
    <Section title={say('groups.for-remarks')}>
      <Checkbox
        label={say('groups.remarks-yes')}
        hint={say('groups.remarks-meaning')}
        checked={asked === 'yes'}
        onChange={(event) => {
          const says = event.currentTarget.checked ? 'yes' : 'no'
          set.mutate({ params: { id: v7() }, body: { spaceId: space.id, about: 'remarks', says } })
        }}
      />
      <SetBy rule={remarks} />
      <WhyNot error={set.error} />
    </Section>
  )
}

function SetBy({ rule }: { rule: Space['rules']['remarks'] | Space['rules']['learners'] }) {
  const { say, sayDate } = useWords()
  if (!rule.setBy || !rule.setAt) return null
  return (
    <p className={styles['quiet']}>
      {say('groups.set-by', { name: rule.setBy.name, day: sayDate(rule.setAt) })}
    </p>
  )
}

function Archiving({ space }: { space: Space }) {
  const { say } = useWords()
  const refreshes = [GetSpace, ListSpaces]
  const archive = useAct(ArchiveSpace, { refreshes })
  const reopen = useAct(ReopenSpace, { refreshes })
  const { archiving } = space
  return (
    <Section title={say('groups.archive-title')}>
      <p>{say('groups.archive-meaning')}</p>
      {archiving ? (
        <div>
          <Button busy={reopen.isPending} onClick={() => reopen.mutate({ params: { id: archiving.id } })}>
            {say('groups.reopen')}
          </Button>
        </div>
      ) : (
        <div>
          <SureButton
            word={say('groups.archive')}
            asks={say('groups.archive-asks', { name: space.name })}
            yes={say('groups.archive-yes')}
            no={say('groups.leave-it')}
            busy={archive.isPending}
            onSure={() => archive.mutate({ params: { id: v7() }, body: { spaceId: space.id } })}
          />
        </div>
      )}
      <WhyNot error={archive.error ?? reopen.error} />
    </Section>
  )
}
