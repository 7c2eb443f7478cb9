import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Faces } from '../../ui/faces.tsx'
import type { TaughtLearners } from './post.tsx'
import { chosenPieces, type PostChoice, toggleAudience } from './post-choice.ts'
import styles from './post.module.css'

type PostAudiencesProps = {
  here: TaughtLearners
  choice: PostChoice
  onChoose: (choice: PostChoice) => void
}

/** Who else sees it; their teachers always do, because a teacher brought it. */
export function PostAudiences({ here, choice, onChoose }: PostAudiencesProps) {
  const { say, sayList } = useWords()
  const chosen = new Set(chosenPieces(choice, here.learners).map((one) => one.learnerId))
  const people = here.learners.filter(({ id }) => chosen.has(id))
  const family = choice.audiences.includes('family')
  const everyone = choice.audiences.includes('class')
  const whoever = [
    say('teacher.sees-learners', { count: people.length }),
    say('teacher.sees-teachers'),
    ...(family ? [say('teacher.sees-families')] : []),
    ...(everyone ? [say('teacher.sees-class', { name: here.name })] : []),
  ]
  return (
    <fieldset className={styles['group']}>
      <legend>{say('teacher.who-sees')}</legend>
      <Checkbox
        label={say('teacher.for-families')}
        hint={say('teacher.for-families-hint')}
        checked={family}
        onChange={() => onChoose(toggleAudience(choice, 'family'))}
      />
      <Checkbox
        label={say('teacher.for-class')}
        hint={say('teacher.for-class-hint', { name: here.name })}
        checked={everyone}
        onChange={() => onChoose(toggleAudience(choice, 'class'))}
      />
      {people.length > 0 && <Faces people={people} sentence={sayList(whoever)} />}
    </fieldset>
  )
}
