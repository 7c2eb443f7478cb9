import { useChosen } from '../../platform/web/chosen-at-once.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { useGrade } from '../../schools/web/grade.ts'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetShowcaseRule, SetShowcaseRule } from '../contract.ts'

const grades = Array.from({ length: 13 }, (_, grade) => grade)

/** For whoever runs the district: up to which grade a guardian is asked too. */
export function GuardianGrade() {
  const { say } = useWords()
  const sayGrade = useGrade()
  const { data } = useRead(GetShowcaseRule, {})
  const set = useAct(SetShowcaseRule, { refreshes: [GetShowcaseRule] })
  const [grade, choose] = useChosen(data?.guardianThroughGrade ?? -1)
  if (!data?.may.change) return null
  return (
    <>
      <Select
        label={say('showcases.guardian-through')}
        hint={say('showcases.guardian-through-hint')}
        value={grade}
        onChange={(event) => {
          const chosen = Number(event.currentTarget.value)
          set.mutate({ body: { guardianThroughGrade: chosen } }, choose(chosen))
        }}
      >
        <option value={-1}>{say('showcases.guardian-never')}</option>
        {grades.map((one) => (
          <option key={one} value={one}>
            {sayGrade(one === 0 ? 'K' : String(one))}
          </option>
        ))}
      </Select>
      {set.error && <Notice kind="problem">{say('showcases.not-kept')}</Notice>}
    </>
  )
}
