import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { WhoSeesCollection } from '../contract.ts'
import { type Content } from './collection-draft.ts'
import { CollectionView } from './collection-view.tsx'
import styles from './collections.module.css'

/** The collection through somebody's eyes: a person one chooses, or a stranger with a link. */
export function PreviewAs({ id, content }: { id: string; content: Content }) {
  const { say } = useWords()
  const [who, setWho] = useState('')
  const { data } = useRead(WhoSeesCollection, { params: { id } })
  const people = (data?.people ?? []).filter(({ tie }) => tie !== 'learner')
  const chosen = people.find((one) => one.id === who)
  const shown = { ...content, sections: content.sections.map(withoutResting) }
  return (
    <div className={styles['preview']}>
      <p>
        <a className={styles['way']} href={`/guest/preview/collections/${id}`} target="_blank" rel="noopener">
          <Eye aria-hidden /> {say('collections.preview-stranger')}
        </a>
      </p>
      <Select
        label={say('collections.preview-as')}
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      >
        <option value="">{say('collections.preview-choose')}</option>
        {people.map(({ id: personId, name, tie }) => (
          <option key={personId} value={personId}>
            {say('collections.preview-person', { name, tie: say(`collections.tie-${tie}`) })}
          </option>
        ))}
      </Select>
      {chosen && !chosen.sees && (
        <Notice kind="note">{say('collections.preview-nothing', { name: chosen.name })}</Notice>
      )}
      {chosen?.sees && (
        <>
          <Notice kind="note">{say('collections.preview-this', { name: chosen.name })}</Notice>
          <CollectionView content={shown} />
        </>
      )}
      <WhoLooked looks={data?.looks ?? []} />
    </div>
  )
}

const withoutResting = (section: Content['sections'][number]) => ({
  ...section,
  choices: section.choices.filter(({ rests }) => rests === null),
})

type Looks = { person: { id: string; name: string }; on: string }[]

function WhoLooked({ looks }: { looks: Looks }) {
  const { say } = useWords()
  if (looks.length === 0) return <p className={styles['quiet']}>{say('collections.nobody-looked')}</p>
  return (
    <>
      <h3>{say('collections.who-looked')}</h3>
      <ul className={styles['looked']}>
        {looks.map(({ person, on }) => (
          <li key={`${person.id} ${on}`}>
            {person.name} · <Time at={on} />
          </li>
        ))}
      </ul>
    </>
  )
}
