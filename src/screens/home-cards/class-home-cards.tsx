import { Printer } from 'lucide-react'
import { PictureArt } from '../../cards/web/picture-art.tsx'
import { IssueHomeCards, ListHomeCards, WithdrawHomeCard } from '../../home-cards/contract.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import styles from '../cards/cards.module.css'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

type Here = Answer<typeof ListHomeCards>

/** The cards a class has at home: made for some or for all, printed, taken back. */
export function ClassHomeCards({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListHomeCards, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('home-cards.title')}
      lead={`${data.class.name}. ${say('home-cards.lead')}`}
      bar={<TeacherBar classId={data.class.id} />}
    >
      <p className={styles['hint']}>{say('home-cards.what-opens')}</p>
      {data.learners.length === 0 ? <EmptyState title={say('home-cards.nobody')} /> : <Cards here={data} />}
    </Page>
  )
}

function Cards({ here }: { here: Here }) {
  const { say } = useWords()
  const issue = useAct(IssueHomeCards, { refreshes: [ListHomeCards] })
  const make = (learnerIds: string[]) => issue.mutate({ params: { id: here.class.id }, body: { learnerIds } })
  const lacking = here.learners.filter(({ card, mayHaveCard }) => !card && mayHaveCard).map(({ id }) => id)
  const hasCards = here.learners.some(({ card }) => card)
  return (
    <>
      <div className={styles['acts']}>
        {lacking.length > 0 && (
          <Button look={hasCards ? 'quiet' : 'primary'} busy={issue.isPending} onClick={() => make(lacking)}>
            {say('home-cards.make', { count: lacking.length })}
          </Button>
        )}
        {hasCards && (
          <Button
            look="primary"
            icon={Printer}
            onClick={() => open(`/home-card/sheets/${here.class.id}`, '_blank')}
          >
            {say('home-cards.print')}
          </Button>
        )}
      </div>
      <WhyNot error={issue.error} />
      <Section title={say('home-cards.who')}>
        <p className={styles['hint']}>{say('home-cards.who-meaning')}</p>
        <ul className={styles['cards']}>
          {here.learners.map((learner) => (
            <li key={learner.id}>
              {learner.card ? (
                <OneCard name={learner.name} card={learner.card} />
              ) : (
                <Without learner={learner} onMake={() => make([learner.id])} />
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function OneCard({ name, card }: { name: string; card: NonNullable<Here['learners'][number]['card']> }) {
  const { say, sayDate } = useWords()
  const withdraw = useAct(WithdrawHomeCard, { refreshes: [ListHomeCards] })
  return (
    <>
      <span className={styles['art']}>
        <PictureArt picture={card.picture} />
      </span>
      <span className={styles['told']}>
        {name}
        <small>
          {say('home-cards.picture', { picture: say(`cards.picture-${card.picture}`) })}
          <br />
          {say('home-cards.until')} {sayDate(card.lastDay)}
        </small>
      </span>
      <SureButton
        word={say('home-cards.withdraw')}
        asks={say('home-cards.withdraw-of', { name })}
        yes={say('home-cards.withdraw-sure')}
        no={say('ui.cancel')}
        busy={withdraw.isPending}
        onSure={() => withdraw.mutate({ params: { id: card.id } })}
      />
      <WhyNot error={withdraw.error} />
    </>
  )
}

function Without({ learner, onMake }: { learner: Here['learners'][number]; onMake: () => void }) {
  const { say } = useWords()
  return (
    <>
      <span className={styles['told']}>
        {learner.name}
        <small>{say(learner.mayHaveCard ? 'home-cards.none-yet' : 'home-cards.not-for-them')}</small>
      </span>
      {learner.mayHaveCard && (
        <Button aria-label={say('home-cards.make-of', { name: learner.name })} onClick={onMake}>
          {say('home-cards.make-one')}
        </Button>
      )}
    </>
  )
}
