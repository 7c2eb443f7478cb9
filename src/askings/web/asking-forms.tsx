import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestAnswer, longestAsking } from '../asking.ts'
import { AnswerAsking, ListAskings, ListFamilyAskings, SayAsking } from '../contract.ts'
import { SpokenWords } from './spoken-words.tsx'

/** What a learner gives their family to ask about this week. */
export function AskingForm() {
  const { say } = useWords()
  const { voice } = useVoice()
  const [id, setId] = useState(newId)
  const draftKey = 'asking'
  const keep = useKeep(SayAsking, {
    as: 'askings.waiting',
    draft: draftKey,
    refreshes: [ListAskings],
    onDone: () => setId(newId()),
  })
  return (
    <SpokenWords
      key={id}
      draftKey={draftKey}
      label={say('askings.about')}
      send={say('askings.give')}
      most={longestAsking}
      voiceFirst={voice === 'early'}
      busy={keep.isPending}
      error={keep.error}
      onSend={(said) => keep.mutate({ params: { id }, body: said })}
    />
  )
}

/** A guardian answers, in words or by voice. */
export function AnswerForm({ askingId, name }: { askingId: string; name: string }) {
  const { say } = useWords()
  const [id, setId] = useState(newId)
  const draftKey = `asking-answer-${askingId}`
  const keep = useKeep(AnswerAsking, {
    as: 'askings.waiting-answer',
    draft: draftKey,
    refreshes: [ListAskings, ListFamilyAskings],
    onDone: () => setId(newId()),
  })
  return (
    <>
      {keep.isSuccess && <Notice kind="success">{say('askings.answered')}</Notice>}
      <SpokenWords
        key={id}
        draftKey={draftKey}
        label={say('askings.answer-label', { name })}
        send={say('askings.send')}
        most={longestAnswer}
        busy={keep.isPending}
        error={keep.error}
        onSend={(said) => keep.mutate({ params: { id }, body: { askingId, ...said } })}
      />
    </>
  )
}
