import { Download } from 'lucide-react'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { handFile } from '../../device/web/hand-file.ts'
import { ExportLogbook, ReadLogbook } from '../../logbook/contract.ts'
import { lineKinds, type LineKind } from '../../logbook/line.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { LogbookLines } from './logbook-lines.tsx'
import styles from './logbook.module.css'

export type Filters = {
  about?: LineKind | undefined
  byId?: string | undefined
  personId?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

/** Who did what by their office. `?on=` and an id shows what was done to one person. */
export function Logbook() {
  const { say } = useWords()
  const personId = new URLSearchParams(useSearch()).get('on') ?? undefined
  const [chosen, setChosen] = useState<Filters>({})
  const filters = withoutEmpty({ ...chosen, personId })
  const { data, error, refetch } = useRead(ReadLogbook, { query: {} })
  // shown before the answer, so that the lines below ask at the same time: unfiltered, it is the same question
  if (!data && error) return <Pending error={error} onTryAgain={refetch} />
  const set = (change: Filters) => setChosen({ ...chosen, ...change })
  return (
    <Page title={say('logbook.title')} lead={say('logbook.lead')} bar={<OfficeBar />}>
      <Section title={say('logbook.filter')} action={<SaveFile filters={filters} />}>
        {personId && (
          <div>
            <ButtonLink look="plain" href="/office/logbook">
              {say('logbook.show-all')}
            </ButtonLink>
          </div>
        )}
        <div className={styles['filters']}>
          <Select
            label={say('logbook.act')}
            value={chosen.about ?? ''}
            onChange={(event) => set({ about: lineKinds.find((kind) => kind === event.target.value) })}
          >
            <option value="">{say('logbook.any-act')}</option>
            {lineKinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(`logbook.about-${kind}`)}
              </option>
            ))}
          </Select>
          <Select
            label={say('logbook.by')}
            value={chosen.byId ?? ''}
            onChange={(event) => set({ byId: event.target.value })}
          >
            <option value="">{say('logbook.anybody')}</option>
            {data?.doers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Field
            label={say('logbook.from')}
            type="date"
            value={chosen.from ?? ''}
            onChange={(event) => set({ from: event.target.value })}
          />
          <Field
            label={say('logbook.until')}
            type="date"
            value={chosen.until ?? ''}
            onChange={(event) => set({ until: event.target.value })}
          />
        </div>
      </Section>
      <LogbookLines key={JSON.stringify(filters)} filters={filters} />
    </Page>
  )
}

/** The file is made by the server, which sees to it that no spreadsheet runs anything of it. */
function SaveFile({ filters }: { filters: Filters }) {
  const { say, locale } = useWords()
  const save = useAct(ExportLogbook, {
    onDone: ({ name, text }) => handFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name),
  })
  return (
    <div>
      <Button
        icon={Download}
        busy={save.isPending}
        onClick={() => save.mutate({ query: { ...filters, locale } })}
      >
        {say('logbook.export')}
      </Button>
      {save.error && <Notice kind="problem">{say('logbook.not-saved')}</Notice>}
    </div>
  )
}

const withoutEmpty = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''))
