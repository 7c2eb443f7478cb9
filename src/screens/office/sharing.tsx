import { LinkRule } from '../../links/web/link-rule.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListShareSuggestions, SetShareSuggestion } from '../../schools/contract.ts'
import { Checkbox, Segments } from '../../ui/choices.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { OfficeBar } from './office-bar.tsx'
import { SchoolPart } from './school-part.tsx'
import styles from '../register/register.module.css'

type Suggestions = Answer<typeof ListShareSuggestions>
type BandOf = Suggestions['bands'][number]

/** Who is chosen beforehand when a learner adds work; the learner sees it and decides. */
export function SharingScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListShareSuggestions, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('house.sharing')} lead={say('house.sharing-lead')} width="reading" bar={<OfficeBar />}>
      <Section title={say('house.sharing-district')}>
        {!data.may.change && <p>{say('house.sharing-fixed')}</p>}
        {data.bands.map((band) => (
          <Choice key={band.voice} band={band} mayChange={data.may.change} />
        ))}
      </Section>
      {data.schools.map((school) => (
        <SchoolPart
          key={school.id}
          name={school.name}
          of={data.schools.length}
          about={say('house.sharing-decides', { count: school.bands.filter(({ own }) => own).length })}
        >
          {school.bands.map((band) => (
            <AtSchool key={band.voice} schoolId={school.id} band={band} />
          ))}
        </SchoolPart>
      ))}
      <p className={styles['quiet']}>{say('house.sharing-at-school')}</p>
      <p className={styles['quiet']}>{say('house.sharing-after')}</p>
      <LinkRule />
    </Page>
  )
}

const useSuggest = () => useAct(SetShareSuggestion, { refreshes: [ListShareSuggestions] })
const yesOrNo = (is: boolean) => (is ? 'yes' : 'no')

/** As the district says, or otherwise for the learners of this school. */
function AtSchool({ schoolId, band }: { schoolId: string; band: BandOf }) {
  const { say } = useWords()
  const set = useSuggest()
  const { voice, teachers, family } = band
  const own = set.isPending ? set.variables.body.suggests !== null : band.own
  const choose = (isOwn: boolean) =>
    set.mutate({ body: { voice, schoolId, suggests: isOwn ? { teachers, family } : null } })
  const name = say(`house.sharing-${voice}`)
  return (
    <div className={styles['form']}>
      <Segments
        label={say('house.sharing-which', { band: name })}
        value={own ? 'own' : 'district'}
        onChange={(value) => choose(value === 'own')}
        choices={[
          { value: 'district', label: say('house.sharing-as-district') },
          { value: 'own', label: say('house.sharing-own') },
        ]}
      />
      {own ? (
        <Choice band={band} schoolId={schoolId} mayChange />
      ) : (
        <p className={styles['quiet']}>
          {say('house.sharing-now', { teachers: yesOrNo(teachers), family: yesOrNo(family) })}
        </p>
      )}
      <WhyNot error={set.error} />
    </div>
  )
}

type ChoiceProps = { band: BandOf; schoolId?: string; mayChange: boolean }

function Choice({ band, schoolId, mayChange }: ChoiceProps) {
  const { say } = useWords()
  const set = useSuggest()
  // what was chosen last stands until the list that is read again agrees
  const { teachers, family } = (set.isPending ? set.variables.body.suggests : null) ?? band
  const choose = (suggests: { teachers: boolean; family: boolean }) =>
    set.mutate({ body: { voice: band.voice, suggests, ...(schoolId === undefined ? {} : { schoolId }) } })
  return (
    <fieldset className={styles['choice']} disabled={!mayChange}>
      <legend className={schoolId === undefined ? undefined : 'unseen'}>
        {say(`house.sharing-${band.voice}`)}
      </legend>
      <Checkbox
        label={say('house.sharing-teachers')}
        checked={teachers}
        onChange={({ target }) => choose({ teachers: target.checked, family })}
      />
      <Checkbox
        label={say('house.sharing-family')}
        checked={family}
        onChange={({ target }) => choose({ teachers, family: target.checked })}
      />
      {!teachers && !family && <p className={styles['quiet']}>{say('house.sharing-nobody')}</p>}
      <WhyNot error={set.error} />
    </fieldset>
  )
}
