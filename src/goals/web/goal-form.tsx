import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AudienceChooser, type ChosenAudience } from '../../work/web/audience-chooser.tsx'
import { MadeBeside } from '../../work/web/made-beside.tsx'
import { useMadeFiles } from '../../work/web/made-files.ts'
import { ListGoals, SetGoal } from '../contract.ts'
import {
  goalAudiences,
  goalFields,
  type GoalForm as Form,
  isGoal,
  longestField,
  mostGoalParts,
} from '../goal.ts'
import styles from './goals.module.css'

type GoalFormProps = {
  learner: { id: string; name: string }
  /** An adult writes down the goal a child tells. */
  scribes?: boolean
  onDone: () => void
}

type Begun = { form: Form; words: Record<string, string>; checkOn: string; audiences: ChosenAudience[] }

/** The youngest draw or photograph it; from grade 4 a wish with its obstacle, then a measured goal, if wanted. */
const formsOf = {
  early: ['picture', 'step'],
  middle: ['step', 'woop', 'picture'],
  older: ['step', 'woop', 'smart'],
} as const
/** What an adult writes down for a young child. */
const scribedForms = ['step', 'picture'] as const

export function GoalForm({ learner, scribes = false, onDone }: GoalFormProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  const id = useRef(newId())
  const draftKey = `goal ${learner.id}`
  const draft = useAutosavedDraft<Begun>(draftKey)
  const [typed, setTyped] = useState<Begun>()
  const [empty, setEmpty] = useState(false)
  const forms = scribes ? scribedForms : formsOf[voice]
  const fresh: Begun = {
    form: forms[0],
    words: {},
    checkOn: '',
    audiences: [{ audience: 'teachers' }, { audience: 'family' }],
  }
  const goal = typed ?? draft.content ?? fresh
  const change = (next: Partial<Begun>) => {
    setTyped({ ...goal, ...next })
    draft.write({ ...goal, ...next })
  }
  const made = useMadeFiles()
  const keepAll = useKeepAll({ as: 'goals.waiting', draft: draftKey, refreshes: [ListGoals] })
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: (mediaIds: readonly string[]) => {
      const body = {
        form: goal.form,
        words: goal.words,
        ...(goal.checkOn === '' ? {} : { checkOn: goal.checkOn }),
        ...(scribes ? { learnerId: learner.id } : {}),
        parts: mediaIds.map((mediaId) => ({ mediaId })),
        audiences: goal.audiences.map(({ audience }) =>
          audience === 'family' ? ('family' as const) : ('teachers' as const),
        ),
      }
      return keepAll([write(SetGoal, { params: { id: id.current }, body }), ...made.marks()])
    },
    onSuccess: () => {
      void draft.drop()
      onDone()
    },
  })
  const pictures = goal.form === 'picture' ? made.files : []
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending || made.busy) return
    const said = isGoal(goal.form, goal.words, pictures)
    setEmpty(!said)
    if (!said) return
    const files = goal.form === 'picture' ? await made.kept() : []
    if (files) keep.mutate(files)
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      {scribes && <p>{say('goals.scribe-how', { name: learner.name })}</p>}
      {forms.length > 1 && (
        <RadioTiles
          label={say('goals.which-form')}
          value={goal.form}
          onChange={(form) => change({ form })}
          choices={forms.map((form) => ({
            value: form,
            label: say(`goals.form-${form}`),
            hint: say(`goals.form-${form}-hint`),
          }))}
        />
      )}
      {goal.form === 'picture' && (
        <MadeBeside made={made} place={draftKey} ways={['drawing', 'photo']} most={mostGoalParts} />
      )}
      {goalFields[goal.form].map((field, place) => (
        <TextArea
          key={field}
          label={say(fieldWords[field])}
          optional={place > 0 || pictures.length > 0}
          rows={place === 0 ? 2 : 1}
          maxLength={longestField}
          value={goal.words[field] ?? ''}
          error={empty && place === 0 ? say('goals.nothing-said') : undefined}
          onChange={(event) => change({ words: { ...goal.words, [field]: event.currentTarget.value } })}
        />
      ))}
      {(scribes || voice !== 'early') && (
        <Field
          label={say('goals.check-on')}
          optional
          type="date"
          value={goal.checkOn}
          onChange={(event) => change({ checkOn: event.currentTarget.value })}
        />
      )}
      {!scribes && (
        <AudienceChooser
          learnerId={learner.id}
          among={goalAudiences}
          value={goal.audiences}
          onChange={(audiences) => change({ audiences })}
        />
      )}
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('goals.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending || made.busy}>
          {say('goals.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

type FieldName = (typeof goalFields)[Form][number]

export const fieldWords: Record<FieldName, WordKey> = {
  step: 'goals.field-step',
  helper: 'goals.field-helper',
  evidence: 'goals.field-evidence',
  specific: 'goals.field-specific',
  measure: 'goals.field-measure',
  reach: 'goals.field-reach',
  why: 'goals.field-why',
  wish: 'goals.field-wish',
  outcome: 'goals.field-outcome',
  obstacle: 'goals.field-obstacle',
  plan: 'goals.field-plan',
}
