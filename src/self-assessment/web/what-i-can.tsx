import { useRead } from '../../platform/web/queries.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListProfiles } from '../../competencies/contract.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { longestClaim } from '../claim.ts'
import type { Change, ClaimDraft } from './claim-draft.ts'
import { CompetencyPicker } from './competency-picker.tsx'
import { CompetencySign } from './competency-sign.tsx'
import { useCompetencyWords } from './competency-words.ts'
import type { useOneFile } from './one-file.ts'
import styles from './claims.module.css'

type WhatICanProps = {
  draft: ClaimDraft
  change: Change
  recording: ReturnType<typeof useOneFile>
  scribes: boolean
  missing: boolean
  /** names the recording, so that a closed tab gives it back */
  place: string
  /** the competency was chosen before the form was opened */
  fixed: boolean
}

const none: ReadonlySet<string> = new Set()

/** First step: at what, and what they can do there, spoken or written or chosen from the district's statements. */
export function WhatICan({ draft, change, recording, scribes, missing, place, fixed }: WhatICanProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  if (!draft.competency) {
    return (
      <>
        <p className={styles['how']}>{say('self-assessment.at-what')}</p>
        {missing && <p className={styles['missing']}>{say('self-assessment.pick-first')}</p>}
        <CompetencyPicker chosen={none} onPick={(competency) => change({ competency, profile: undefined })} />
      </>
    )
  }
  const record = <VoiceNote place={place} onRecorded={recording.take} />
  return (
    <>
      <Chosen
        draft={draft}
        onOther={fixed ? undefined : () => change({ competency: undefined, profile: undefined })}
      />
      {draft.competency && <Statements draft={draft} change={change} competencyId={draft.competency.id} />}
      {voice === 'early' && record}
      <TextArea
        label={say(scribes ? 'self-assessment.they-can' : 'self-assessment.i-can')}
        hint={say(scribes ? 'self-assessment.they-can-hint' : 'self-assessment.i-can-hint')}
        optional={recording.has || draft.profile !== undefined}
        rows={2}
        maxLength={longestClaim}
        value={draft.words}
        error={missing ? say('self-assessment.nothing-said') : undefined}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      {voice !== 'early' && record}
    </>
  )
}

function Chosen({ draft, onOther }: { draft: ClaimDraft; onOther: (() => void) | undefined }) {
  const { say } = useWords()
  const { nameOf, plainOf } = useCompetencyWords()
  const { competency } = draft
  if (!competency) return null
  const [name, plain] = [nameOf(competency), plainOf(competency)]
  return (
    <div className={styles['chosen']}>
      <CompetencySign identifier={competency.identifier} />
      <div>
        <strong>{name}</strong>
        <p>{plain}</p>
        <ReadAloud text={`${name}. ${plain}`} />
        {onOther && (
          <Button look="plain" onClick={onOther}>
            {say('self-assessment.pick-another')}
          </Button>
        )}
      </div>
    </div>
  )
}

type StatementsProps = { draft: ClaimDraft; change: Change; competencyId: string }

/** The statements a district has loaded, simple to complex: any of them may be said, none is left behind. */
function Statements({ draft, change, competencyId }: StatementsProps) {
  const { say, locale } = useWords()
  const { data } = useRead(ListProfiles, { params: { id: competencyId } }, { quietly: true })
  const here = (data ?? []).filter(({ language }) => language === locale)
  if (here.length === 0) return null
  return (
    <RadioTiles
      label={say('self-assessment.statements')}
      value={String(draft.profile ?? 0)}
      onChange={(chosen) => change({ profile: Number(chosen) || undefined })}
      choices={[
        { value: '0', label: say('self-assessment.own-words') },
        ...here.map(({ number, statement }) => ({ value: String(number), label: statement })),
      ]}
    />
  )
}
