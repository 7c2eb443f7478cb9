import { type FormEvent, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AudienceChooser, type ChosenAudience } from '../../work/web/audience-chooser.tsx'
import { MadeBeside } from '../../work/web/made-beside.tsx'
import { useMadeFiles } from '../../work/web/made-files.ts'
import { AddReflection, ListPieceReflections, ListPrompts, ListReflections } from '../contract.ts'
import type { Stage } from '../prompt.ts'
import { longestReflection, mostReflectionParts, reflectionAudiences } from '../reflection.ts'
import type { Asked } from './asked.ts'
import { Questions } from './questions.tsx'
import { stageWords } from './stage-words.ts'
import { TermChoice } from './term-choice.tsx'
import styles from './reflections.module.css'

type ReflectFormProps = {
  /** Whose words these are; somebody else than the viewer when an adult writes down what a child says. */
  learner: { id: string; name: string }
  scribes?: boolean
  /** Without it, it can be about a term, or about nothing in particular. */
  about?: { pieceId: string; iterationId?: string } | { goalId: string } | { collectionId: string }
  /** The stage to begin with. */
  stage?: Stage
  onDone: () => void
}

type Said = {
  stage: Stage
  body: string
  prompt?: Asked | undefined
  termId?: string | undefined
  audiences: ChosenAudience[]
}

/** One or two questions, and a place to answer them: by voice, drawing, film or in writing; none is asked for twice. */
export function ReflectForm({
  learner,
  scribes = false,
  about,
  stage = 'finished',
  onDone,
}: ReflectFormProps) {
  const { say, locale } = useWords()
  const { voice: speaks } = useVoice()
  const id = useRef(newId())
  const draftKey = `reflection ${learner.id} ${Object.values(about ?? {}).at(-1) ?? ''}`
  const draft = useAutosavedDraft<Said>(draftKey)
  const [typed, setTyped] = useState<Said>()
  const said = typed ?? draft.content ?? { stage, body: '', audiences: [{ audience: 'teachers' }] }
  const change = (next: Partial<Said>) => {
    setTyped({ ...said, ...next })
    draft.write({ ...said, ...next })
  }
  const voice = useVoiceFile()
  const made = useMadeFiles()
  const has = voice.has || made.files.length > 0
  const [empty, setEmpty] = useState(false)
  const keepAll = useKeepAll({
    as: 'reflections.waiting',
    draft: draftKey,
    refreshes: [ListReflections, ListPieceReflections, ListPrompts],
  })
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: async (mediaIds: readonly string[]) => {
      const body = {
        ...about,
        ...(about || !said.termId ? {} : { termId: said.termId }),
        ...(scribes ? { learnerId: learner.id } : {}),
        ...askedOf(said.prompt, locale),
        stage: said.stage,
        body: said.body.trim(),
        parts: mediaIds.map((mediaId) => ({ mediaId })),
        audiences: said.audiences.map(({ audience }) =>
          audience === 'family' ? ('family' as const) : ('teachers' as const),
        ),
      }
      return keepAll([write(AddReflection, { params: { id: id.current }, body }), ...made.marks()])
    },
    onSuccess: () => {
      void draft.drop()
      onDone()
    },
  })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending || voice.busy || made.busy) return
    setEmpty(said.body.trim() === '' && !has)
    if (said.body.trim() === '' && !has) return
    const [spoken, files] = [await voice.kept(), await made.kept()]
    if (files) keep.mutate([...(spoken === undefined ? [] : [spoken]), ...files])
  }
  const recordsFirst = speaks === 'early' && !scribes
  const stages = (
    <Segments
      label={say('reflections.where-are-you')}
      value={said.stage}
      onChange={(chosen) => change({ stage: chosen })}
      choices={stageWords.map(({ stage: value, key }) => ({ value, label: say(key) }))}
    />
  )
  const term = !about && !scribes && (
    <TermChoice value={said.termId} onChoose={(termId) => change({ termId })} />
  )
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      {scribes && <p className={styles['scribe']}>{say('reflections.scribe-how', { name: learner.name })}</p>}
      {!recordsFirst && term}
      {!recordsFirst && stages}
      {!scribes && (
        <Questions stage={said.stage} chosen={said.prompt} onChoose={(prompt) => change({ prompt })} />
      )}
      <div className={styles['ways']} data-large={recordsFirst}>
        <VoiceNote place={draftKey} onRecorded={voice.take} />
        {!scribes && (
          <MadeBeside
            made={made}
            place={`${draftKey} made`}
            ways={['drawing', 'video']}
            most={mostReflectionParts - 1}
          />
        )}
      </div>
      <TextArea
        label={say(scribes ? 'reflections.their-words' : 'reflections.your-words')}
        optional={has || recordsFirst}
        rows={recordsFirst ? 2 : 4}
        maxLength={longestReflection}
        value={said.body}
        error={empty ? say('reflections.nothing-said') : undefined}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      {recordsFirst && (
        <details className={styles['more']}>
          <summary>{say('reflections.more')}</summary>
          {term}
          {stages}
        </details>
      )}
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
        <Button type="submit" look="primary" busy={keep.isPending || voice.busy || made.busy}>
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
