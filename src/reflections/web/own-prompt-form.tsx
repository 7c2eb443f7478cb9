import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer, CallableEndpoint } from '../../platform/web/client.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AddOwnPrompt, type ListOwnPrompts, ReviseOwnPrompt } from '../contract.ts'
import { bands, longestPrompt, stages } from '../prompt.ts'
import { bandWords } from './band-words.ts'
import { stageWords } from './stage-words.ts'
import styles from './own-prompts.module.css'

export type OwnPrompt = Answer<typeof ListOwnPrompts>['own'][number]

type OwnPromptFormProps = {
  place: { classId: string } | { schoolId: string }
  /** The one that is put differently; without it, a new one. */
  prompt?: OwnPrompt
  refreshes: readonly CallableEndpoint[]
  onDone: () => void
}

type Begun = { english: string; french: string; stage: string; band: string }

const fresh: Begun = { english: '', french: '', stage: '', band: '' }

/** As it stands: in one language it is kept under `words`, whichever that is. */
const asItStands = ({ words, french, stage, band }: OwnPrompt): Begun => ({
  english: words === french ? '' : words,
  french,
  stage: stage ?? '',
  band: band ?? '',
})

/** A question of one's own, in one language or in both, for one stage of work or for any. */
export function OwnPromptForm({ place, prompt, refreshes, onDone }: OwnPromptFormProps) {
  const { say } = useWords()
  const id = useRef(newId())
  // from the question as it was when this was opened: what a colleague changes meanwhile is not written over unseen
  const [revision] = useState((prompt?.revision ?? 0) + 1)
  const draftKey = `own prompt ${prompt?.id ?? ('classId' in place ? place.classId : place.schoolId)}`
  const draft = useAutosavedDraft<Begun>(draftKey)
  const [typed, setTyped] = useState<Begun>()
  const [empty, setEmpty] = useState(false)
  const begun = typed ?? draft.content ?? (prompt ? asItStands(prompt) : fresh)
  const change = (next: Partial<Begun>) => {
    setTyped({ ...begun, ...next })
    draft.write({ ...begun, ...next })
  }
  const keeping = {
    as: 'prompts.waiting-question',
    draft: draftKey,
    refreshes,
    onDone: () => {
      void draft.drop()
      onDone()
    },
  } as const
  const add = useKeep(AddOwnPrompt, keeping)
  const revise = useKeep(ReviseOwnPrompt, keeping)
  const keep = prompt ? revise : add
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending) return
    const [english, french] = [begun.english.trim(), begun.french.trim()]
    setEmpty(english === '' && french === '')
    if (english === '' && french === '') return
    const stage = stages.find((one) => one === begun.stage)
    const band = bands.find((one) => one === begun.band)
    const body = {
      words: english || french,
      french,
      ...(stage ? { stage } : {}),
      ...(band ? { band } : {}),
    }
    if (prompt) revise.mutate({ params: { id: prompt.id, revision }, body })
    else add.mutate({ params: { id: id.current }, body: { ...place, ...body } })
  }
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      <TextArea
        label={say('prompts.question-english')}
        hint={say('prompts.question-hint')}
        rows={2}
        maxLength={longestPrompt}
        value={begun.english}
        error={empty ? say('prompts.question-empty') : undefined}
        onChange={(event) => change({ english: event.currentTarget.value })}
      />
      <TextArea
        label={say('prompts.question-french')}
        lang="fr"
        rows={2}
        maxLength={longestPrompt}
        value={begun.french}
        onChange={(event) => change({ french: event.currentTarget.value })}
      />
      <div className={styles['for']}>
        <Select
          label={say('prompts.question-stage')}
          value={begun.stage}
          onChange={(event) => change({ stage: event.currentTarget.value })}
        >
          <option value="">{say('prompts.any-stage')}</option>
          {stageWords.map(({ stage, key }) => (
            <option key={stage} value={stage}>
              {say(key)}
            </option>
          ))}
        </Select>
        <Select
          label={say('prompts.question-band')}
          value={begun.band}
          onChange={(event) => change({ band: event.currentTarget.value })}
        >
          <option value="">{say('prompts.any-band')}</option>
          {bandWords.map(({ band, key }) => (
            <option key={band} value={band}>
              {say(key)}
            </option>
          ))}
        </Select>
      </div>
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('prompts.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say(prompt ? 'prompts.save-question' : 'prompts.ask-it')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
