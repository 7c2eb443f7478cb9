import { v7 } from 'uuid'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ArchiveSpace, GetSpace, ListSpaces, ReopenSpace, SetSpaceRule } from '../../spaces/contract.ts'
import { states } from '../../spaces/space.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { WhyNot } from '../register/why-not.tsx'
import { Pending } from '../teacher/pending.tsx'
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
      bar={<TeacherBar classId={space.classId ?? undefined} />}
    >
      <div>
        <ButtonLink look="plain" href={space.classId ? `/classes/${space.classId}` : `/spaces/${space.id}`}>
          {say('groups.back')}
        </ButtonLink>
      </div>
      <StateRule space={space} about="learners" />
      <StateRule space={space} about="families" />
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

/** Families add nothing to a space yet. */
const offered = { learners: states, families: states.filter((one) => one !== 'active') }

function StateRule({ space, about }: { space: Space; about: 'learners' | 'families' }) {
  const { say, sayDate } = useWords()
  const set = useAct(SetSpaceRule, { refreshes: [GetSpace, ListSpaces] })
  const rule = space.rules[about]
  const asked = set.isPending && set.variables.body.about === about ? set.variables.body.says : rule.says
  return (
    <div>
      <RadioTiles
        label={say(`groups.for-${about}`)}
        value={asked}
        choices={offered[about].map((value) => ({
          value,
          label: say(`groups.${value}`),
          hint: say(`groups.${about}-${value}`),
        }))}
        onChange={(says) =>
          set.mutate({
            params: { id: v7() },
            body: { spaceId: space.id, about, says: says as typeof rule.says },
          })
        }
      />
      {rule.setBy && rule.setAt && (
        <p className={styles['quiet']}>
          {say('groups.set-by', { name: rule.setBy.name, day: sayDate(rule.setAt) })}
        </p>
      )}
      <WhyNot error={set.error} />
    </div>
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
        <SureButton
          word={say('groups.archive')}
          asks={say('groups.archive-asks', { name: space.name })}
          yes={say('groups.archive-yes')}
          no={say('groups.leave-it')}
          busy={archive.isPending}
          onSure={() => archive.mutate({ params: { id: v7() }, body: { spaceId: space.id } })}
        />
      )}
      <WhyNot error={archive.error ?? reopen.error} />
    </Section>
  )
}
