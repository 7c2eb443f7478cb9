import { useSearchParams } from 'wouter'
import type { AskedKind } from '../../communications/communication.ts'
import { GetClassCompleteness } from '../../communications/contract.ts'
import { CommunicationChoice } from '../../communications/web/communication-choice.tsx'
import { InviteMissing } from '../../communications/web/invite-missing.tsx'
import { MissingLearners } from '../../communications/web/missing-learners.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './completeness.module.css'

type Board = Answer<typeof GetClassCompleteness>

/** A class: who has reflected, set a goal and said what they can do, and one step to invite those who have not. */
export function ClassBoard({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const [search, setSearch] = useSearchParams()
  const communicationId = search.get('for') ?? undefined
  const { data, error, refetch } = useRead(
    GetClassCompleteness,
    { params: { id }, query: { communicationId } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('communications.board')}
      lead={
        <>
          <p>{data.class.name}</p>
          <p>{say('communications.class-lead')}</p>
        </>
      }
      bar={<TeacherBar classId={id} />}
    >
      {data.chosen === null ? (
        <EmptyState title={say('communications.no-plan')}>
          <p>{say('communications.no-plan-meaning')}</p>
        </EmptyState>
      ) : (
        <>
          <CommunicationChoice
            communications={data.communications}
            chosen={data.chosen}
            onChoose={(chosen) => setSearch({ for: chosen }, { replace: true })}
          />
          <Standings board={data} />
        </>
      )}
    </Page>
  )
}

function Standings({ board }: { board: Board }) {
  const { say, sayList } = useWords()
  const here = board.communications.find(({ id }) => id === board.chosen)
  if (!here || here.standing === 'coming') return null
  const missing = board.learners.filter(({ complete }) => !complete)
  const complete = board.learners.filter((one) => one.complete)
  if (here.asks.length === 0) return <SaidMeanwhile board={board} />
  return (
    <>
      {missing.length === 0 ? (
        <EmptyState title={say('communications.everyone-said')}>
          <p>{say('communications.everyone-said-meaning')}</p>
        </EmptyState>
      ) : (
        <Section title={say('communications.missing-count', { count: missing.length })}>
          {board.may.remind && (
            <InviteMissing
              key={here.id}
              place="class"
              id={board.class.id}
              communicationId={here.id}
              count={missing.filter(({ remindedOn }) => remindedOn === null).length}
              refreshes={[GetClassCompleteness]}
            />
          )}
          <MissingLearners missing={missing} asks={here.asks} wayTo={(id) => `/learners/${id}`} />
        </Section>
      )}
      {complete.length > 0 && (
        <Section title={say('communications.complete-count', { count: complete.length })}>
          <p className={styles['names']}>{sayList(complete.map(({ learner }) => learner.name))}</p>
        </Section>
      )}
    </>
  )
}

/** Where nothing is asked nobody is missing: only what was said meanwhile. */
function SaidMeanwhile({ board }: { board: Board }) {
  const { say, sayList } = useWords()
  const who = (kind: AskedKind) =>
    sayList(board.learners.filter(({ said }) => said.includes(kind)).map(({ learner }) => learner.name))
  return (
    <>
      <Section title={say('communications.reflected')}>
        <p className={styles['names']}>{who('reflection') || '–'}</p>
      </Section>
      <Section title={say('communications.goals')}>
        <p className={styles['names']}>{who('goal') || '–'}</p>
      </Section>
      <Section title={say('communications.claims')}>
        <p className={styles['names']}>{who('claim') || '–'}</p>
      </Section>
      <Section title={say('communications.conferences')}>
        <p className={styles['names']}>{who('conference') || '–'}</p>
      </Section>
    </>
  )
}
