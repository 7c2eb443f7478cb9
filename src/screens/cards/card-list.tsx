import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { type Picture, pictures } from '../../cards/card.ts'
import { ChooseCardPicture, ListCards, RenewCard } from '../../cards/contract.ts'
import { PictureArt } from '../../cards/web/picture-art.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import styles from './cards.module.css'
import type { ClassCardsHere } from './class-cards.tsx'

type Learner = ClassCardsHere['learners'][number]

/** Who taps what; the teacher knows it, and it is on no card. */
export function CardList({ learners }: { learners: readonly Learner[] }) {
  const { say } = useWords()
  return (
    <ul className={styles['cards']}>
      {learners.map((learner) => (
        <li key={learner.id}>
          {learner.card ? (
            <OneCard name={learner.name} card={learner.card} />
          ) : (
            <span className={styles['none']}>
              {learner.name}
              <small>{say(learner.mayHaveCard ? 'cards.none-yet' : 'cards.not-for-them')}</small>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function OneCard({ name, card }: { name: string; card: NonNullable<Learner['card']> }) {
  const { say } = useWords()
  const [next, setNext] = useState(() => v7())
  const choose = useAct(ChooseCardPicture, { refreshes: [ListCards] })
  const renew = useAct(RenewCard, { refreshes: [ListCards], onDone: () => setNext(v7()) })
  // until the list has been read anew, what was just chosen stands
  const picture = choose.variables?.body.picture ?? card.picture
  const problem = choose.error ?? renew.error
  return (
    <>
      <span className={styles['art']}>
        <PictureArt picture={picture} />
      </span>
      <Select
        label={name}
        value={picture}
        onChange={(event) =>
          choose.mutate({ params: { id: card.id }, body: { picture: event.target.value as Picture } })
        }
      >
        {pictures.map((one) => (
          <option key={one} value={one}>
            {say(`cards.picture-${one}`)}
          </option>
        ))}
      </Select>
      <Button
        icon={RefreshCw}
        busy={renew.isPending}
        aria-label={say('cards.renew-of', { name })}
        onClick={() => renew.mutate({ params: { id: card.id }, body: { newCardId: next } })}
      >
        {say('cards.renew')}
      </Button>
      {renew.isSuccess && <small role="status">{say('cards.renewed')}</small>}
      <WhyNot error={problem} />
    </>
  )
}
