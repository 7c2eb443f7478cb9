import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Select } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import type { ListInvitableClasses } from '../contract.ts'

type ClassesChoiceProps = {
  classes: Answer<typeof ListInvitableClasses>
  /** these take part already, and cannot be taken out */
  joined: readonly string[]
  chosen: readonly string[]
  isMissing: boolean
  onChange: (classIds: readonly string[]) => void
}

/** Which classes of one school it is for. */
export function ClassesChoice({ classes, joined, chosen, isMissing, onChange }: ClassesChoiceProps) {
  const { say } = useWords()
  const schools = new Map(classes.map(({ schoolId, school }) => [schoolId, school]))
  const schoolId = classes.find(({ id }) => id === chosen[0])?.schoolId ?? [...schools.keys()][0] ?? ''
  return (
    <>
      {schools.size > 1 && joined.length === 0 && (
        <Select
          label={say('exhibitions.school')}
          value={schoolId}
          onChange={(event) => {
            const first = classes.find((one) => one.schoolId === event.currentTarget.value)
            onChange(first ? [first.id] : [])
          }}
        >
          {[...schools].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <fieldset className={day['form']}>
        <legend>{say('exhibitions.which-classes')}</legend>
        {classes
          .filter((one) => one.schoolId === schoolId)
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.includes(id)}
              disabled={joined.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
          ))}
        {isMissing && <p role="alert">{say('exhibitions.fault-classes')}</p>}
      </fieldset>
    </>
  )
}
