import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Faces } from '../../ui/faces.tsx'
import { chosenPieces, type PostChoice, toggleAudience } from './post-choice.ts'
import styles from './post.module.css'
import type { TaughtPlace } from './taught-place.ts'

type PostAudiencesProps = {
  here: TaughtPlace
  choice: PostChoice
  onChoose: (choice: PostChoice) => void
}

/** Who else sees it; their teachers, or those of the space by hand, always do, because a teacher brought it. */
export function PostAudiences({ here, choice, onChoose }: PostAudiencesProps) {
  const { say, sayList } = useWords()
  const chosen = new Set(chosenPieces(choice, here.learners).map((one) => one.learnerId))
  const people = here.learners.filter(({ id }) => chosen.has(id))
  const family = choice.audiences.includes('family')
  const everyone = choice.audiences.includes('class')
  const whoever = [
    say('teacher.sees-learners', { count: people.length }),
    here.byHand ? say('teacher.sees-teachers-there', { name: here.name }) : say('teacher.sees-teachers'),
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
        label={here.byHand ? say('teacher.for-space', { name: here.name }) : say('teacher.for-class')}
        hint={
          here.byHand ? say('teacher.for-space-hint') : say('teacher.for-class-hint', { name: here.name })
        }
        checked={everyone}
        onChange={() => onChoose(toggleAudience(choice, 'class'))}
      />
      {people.length > 0 && <Faces people={people} sentence={sayList(whoever)} />}
    </fieldset>
  )
}
