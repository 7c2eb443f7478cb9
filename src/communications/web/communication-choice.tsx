import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Select } from '../../ui/field.tsx'
import type { GetClassCompleteness } from '../contract.ts'
import styles from './completeness.module.css'

export type Communication = Answer<typeof GetClassCompleteness>['communications'][number]

type ChoiceProps = {
  communications: readonly Communication[]
  chosen: string | null
  onChoose: (id: string) => void
}

/** Which communication of the year is looked at, and where it stands. */
export function CommunicationChoice({ communications, chosen, onChoose }: ChoiceProps) {
  const { say, locale } = useWords()
  const here = communications.find(({ id }) => id === chosen)
  const stand = useStanding(here)
  return (
    <div className={styles['choice']}>
      <Select
        label={say('communications.which')}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {communications.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[locale]}
          </option>
        ))}
      </Select>
      {here && (
        <p className={styles['stand']}>
          {stand}
          {here.asks.length === 0 && ` · ${say('communications.asks-none')}`}
        </p>
      )}
    </div>
  )
}

const standingWords = {
  coming: 'communications.coming',
  open: 'communications.open-until',
  over: 'communications.over',
} as const

function useStanding(here: Communication | undefined): string {
  const { say, sayDate } = useWords()
  if (!here) return ''
  const day = sayDate(here.standing === 'coming' ? here.opensOn : here.closesOn)
  return say(standingWords[here.standing], { day })
}
