import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AudienceChooser, type ChosenAudience } from '../../work/web/audience-chooser.tsx'
import { AddReflection, ListPieceReflections, ListPrompts, ListReflections } from '../contract.ts'
import type { Stage } from '../prompt.ts'
import { longestReflection, reflectionAudiences } from '../reflection.ts'
import type { Asked } from './asked.ts'
import { Questions } from './questions.tsx'
import { stageWords } from './stage-words.ts'
import styles from './reflections.module.css'

type ReflectFormProps = {
  /** Whose words these are; somebody else than the viewer when an adult writes down what a child says. */
  learner: { id: string; name: string }
  scribes?: boolean
  about?: { pieceId: string; iterationId?: string }
  /** The stage to begin with. */
  stage?: Stage
  onDone: () => void
}

type Said = { stage: Stage; body: string; prompt?: Asked | undefined; audiences: ChosenAudience[] }

/** One or two questions, and a place to answer them by voice or in writing; neither is asked for twice. */
export function ReflectForm({
  learner,
  scribes = false,
  about,
  stage = 'finished',
  onDone,
}: ReflectFormProps) {
  const { say, locale } = useWords()
  const id = useRef(newId())
  const draftKey = `reflection ${learner.id} ${about?.iterationId ?? about?.pieceId ?? ''}`
  const draft = useAutosavedDraft<Said>(draftKey)
  const [typed, setTyped] = useState<Said>()
  const said = typed ?? draft.content ?? { stage, body: '', audiences: [{ audience: 'teachers' }] }
  const change = (next: Partial<Said>) => {
    setTyped({ ...said, ...next })
    draft.write({ ...said, ...next })
  }
  const voice = useVoiceFile()
  const [empty, setEmpty] = useState(false)
  const keep = useKeep(AddReflection, {
    as: 'reflections.waiting',
    draft: draftKey,
    refreshes: [ListReflections, ListPieceReflections, ListPrompts],
    onDone: () => {
      void draft.drop()
      onDone()
    },
  })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = said.body.trim()
    if (keep.isPending || voice.busy) return
    setEmpty(body === '' && !voice.has)
    if (body === '' && !voice.has) return
    const mediaId = await voice.kept()
    keep.mutate({
      params: { id: id.current },
      body: {
        ...about,
        ...(scribes ? { learnerId: learner.id } : {}),
        ...askedOf(said.prompt, locale),
        stage: said.stage,
        body,
        parts: mediaId === undefined ? [] : [{ mediaId }],
        audiences: said.audiences.map(({ audience }) => (audience === 'family' ? 'family' : 'teachers')),
      },
    })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      {scribes && <p className={styles['scribe']}>{say('reflections.scribe-how', { name: learner.name })}</p>}
      <Segments
        label={say('reflections.where-are-you')}
        value={said.stage}
        onChange={(chosen) => change({ stage: chosen })}
        choices={stageWords.map(({ stage: value, key }) => ({ value, label: say(key) }))}
      />
      {!scribes && (
        <Questions stage={said.stage} chosen={said.prompt} onChoose={(prompt) => change({ prompt })} />
      )}
      <VoiceNote place={draftKey} onRecorded={voice.take} />
      <TextArea
        label={say(scribes ? 'reflections.their-words' : 'reflections.your-words')}
        optional={voice.has}
        rows={4}
        maxLength={longestReflection}
        value={said.body}
        error={empty ? say('reflections.nothing-said') : undefined}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      {!scribes && (
        <AudienceChooser
          learnerId={learner.id}
          among={reflectionAudiences}
          value={said.audiences}
          onChange={(audiences) => change({ audiences })}
        />
      )}
      {(keep.error || voice.problem) && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('reflections.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending || voice.busy}>
          {say('reflections.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

function askedOf(prompt: Asked | undefined, locale: 'en' | 'fr') {
  if (!prompt) return {}
  const answersId = prompt.lastAnswer?.id
  return { prompt: prompt.key, promptWords: prompt.words[locale], ...(answersId ? { answersId } : {}) }
}
