import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Check } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { chooseAll, type PostChoice, toggleLearner } from './post-choice.ts'
import styles from './post.module.css'
import type { PlaceLearner } from './taught-place.ts'

type LearnerChoiceProps = {
  learners: readonly PlaceLearner[]
  choice: PostChoice
  onChoose: (choice: PostChoice) => void
}

/** The class as faces to tap. */
export function LearnerChoice({ learners, choice, onChoose }: LearnerChoiceProps) {
  const { say } = useWords()
  const chosen = new Set(choice.learners.map((one) => one.learnerId))
  return (
    <fieldset className={styles['group']}>
      <legend>{say('teacher.whose')}</legend>
      <div className={styles['several']}>
        <Button look="plain" onClick={() => onChoose(chooseAll(choice, learners, newId))}>
          {say('teacher.choose-all')}
        </Button>
        <Button look="plain" onClick={() => onChoose({ ...choice, learners: [] })}>
          {say('teacher.choose-none')}
        </Button>
        <output>{say('teacher.chosen', { count: chosen.size })}</output>
      </div>
      <div className={styles['faces']}>
        {learners.map((learner) => (
          <label key={learner.id} className={styles['learner']}>
            <input
              type="checkbox"
              className={styles['tick']}
              checked={chosen.has(learner.id)}
              onChange={() => onChoose(toggleLearner(choice, learner.id, newId))}
            />
            <span className={styles['face']}>
              <Face person={learner} />
              <Check aria-hidden />
            </span>
            <span>{learner.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
