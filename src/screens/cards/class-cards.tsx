import { House, Printer } from 'lucide-react'
import { useState } from 'react'
import { IssueCards, ListCards } from '../../cards/contract.ts'
import { type PageSize, PrintedCards } from '../../cards/web/printed-cards.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { CardList } from './card-list.tsx'
import styles from './cards.module.css'
import { DoorDevices } from './door-devices.tsx'

export type ClassCardsHere = Answer<typeof ListCards>

/** What a teacher prints so that the class can sign in, who has which picture, and on which devices cards open. */
export function ClassCards({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListCards, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('cards.title')}
      lead={`${data.class.name}. ${say('cards.lead')}`}
      bar={<TeacherBar classId={data.class.id} />}
    >
      <div>
        <ButtonLink look="plain" icon={House} href={`/classes/${data.class.id}/home-cards`}>
          {say('home-cards.title')}
        </ButtonLink>
      </div>
      {data.learners.length === 0 ? <EmptyState title={say('cards.nobody')} /> : <Cards here={data} />}
      <DoorDevices here={data} />
    </Page>
  )
}

function Cards({ here }: { here: ClassCardsHere }) {
  const { say } = useWords()
  const [size, setSize] = useState<PageSize>('letter')
  const issue = useAct(IssueCards, { refreshes: [ListCards] })
  const lacking = here.learners.filter(({ card, mayHaveCard }) => !card && mayHaveCard).length
  const cards = here.learners.flatMap(({ card, shortName }) =>
    card ? [{ id: card.id, name: shortName, code: card.code }] : [],
  )
  return (
    <>
      <div className={styles['acts']}>
        {lacking > 0 && (
          <Button
            look={cards.length === 0 ? 'primary' : 'quiet'}
            busy={issue.isPending}
            onClick={() => issue.mutate({ params: { id: here.class.id } })}
          >
            {say('cards.make', { count: lacking })}
          </Button>
        )}
        {cards.length > 0 && (
          <Button look="primary" icon={Printer} onClick={() => print()}>
            {say('cards.print')}
          </Button>
        )}
        {cards.length > 0 && (
          <Segments
            label={say('cards.size')}
            quietLabel
            value={size}
            onChange={setSize}
            choices={[
              { value: 'letter', label: say('cards.size-letter') },
              { value: 'a4', label: say('cards.size-a4') },
            ]}
          />
        )}
      </div>
      <WhyNot error={issue.error} />
      {cards.length > 0 && (
        <Section title={say('cards.who')}>
          <p className={styles['hint']}>{say('cards.who-meaning')}</p>
          <CardList learners={here.learners} />
        </Section>
      )}
      {cards.length > 0 && (
        <Section title={say('cards.preview')}>
          <div className={styles['sheets']}>
            <PrintedCards cards={cards} className={here.class.name} size={size} />
          </div>
        </Section>
      )}
    </>
  )
}
