import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ListPieceReflections, ListReflections, ShareReflection } from '../contract.ts'
import { type ReflectionAudience as Audience, reflectionAudiences } from '../reflection.ts'
import type { Reflection } from './reflection-list.tsx'
import styles from './reflections.module.css'

const audienceWords = {
  teachers: 'reflections.for-teachers',
  family: 'reflections.for-family',
} as const

/** Who may read it, to be changed in one tap. */
export function ReflectionAudience({ reflection }: { reflection: Reflection }) {
  const { say } = useWords()
  const share = useKeep(ShareReflection, {
    as: 'reflections.waiting-audience',
    refreshes: [ListReflections, ListPieceReflections],
  })
  const now = share.isPending && share.variables ? share.variables.body.audiences : reflection.audiences
  const toggle = (audience: Audience) => {
    const next = now.includes(audience) ? now.filter((one) => one !== audience) : [...now, audience]
    share.mutate({ params: { id: reflection.id }, body: { audiences: next } })
  }
  return (
    <fieldset className={styles['audience']}>
      <legend>{say(now.length === 0 ? 'reflections.only-you-read' : 'reflections.who-reads')}</legend>
      {reflectionAudiences.map((audience) => (
        <Checkbox
          key={audience}
          label={say(audienceWords[audience])}
          checked={now.includes(audience)}
          onChange={() => toggle(audience)}
        />
      ))}
    </fieldset>
  )
}
