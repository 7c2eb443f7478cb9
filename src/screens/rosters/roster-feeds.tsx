import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import {
  CloseRosterServer,
  GetRosterFeeds,
  KeepRosterColumns,
  KeepRosterServer,
} from '../../feeds/contract.ts'
import { RequestRoster } from '../../interop/roster-servers/contract.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import { ListRosterImports } from '../../rosters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './rosters.module.css'
import { useWhyNot } from './why-not.ts'

type Feeds = Answer<typeof GetRosterFeeds>

/** Where rosters come from by themselves, and what the columns of the district's own extracts are. */
export function RosterFeeds() {
  const { say } = useWords()
  const { data } = useRead(GetRosterFeeds, {})
  if (!data) return null
  return (
    <Section title={say('rosters.feeds')}>
      <p className={styles['quiet']}>{say('rosters.folder-meaning')}</p>
      <details>
        <summary>{say('rosters.server')}</summary>
        <ServerForm server={data.server} />
      </details>
      <details>
        <summary>{say('rosters.columns')}</summary>
        <ColumnsForm columns={data.columns} />
      </details>
    </Section>
  )
}

function ServerForm({ server }: { server: Feeds['server'] }) {
  const { say, sayDate } = useWords()
  const [, navigate] = useLocation()
  const [fields, setFields] = useState({
    address: server?.address ?? '',
    tokenAddress: server?.tokenAddress ?? '',
    clientId: server?.clientId ?? '',
    clientSecret: '',
    version: server?.version ?? ('1.2' as const),
  })
  const asked = useRef(newId())
  const keep = useAct(KeepRosterServer, { refreshes: [GetRosterFeeds] })
  const close = useAct(CloseRosterServer, { refreshes: [GetRosterFeeds] })
  const request = useAct(RequestRoster, {
    refreshes: [ListRosterImports],
    onDone: () => navigate(`/office/rosters/${asked.current}`),
  })
  const why = useWhyNot(request.error)
  const send = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate({ params: { id: newId() }, body: fields })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      {server && (
        <p role="status">
          {server.askedAt === null
            ? say('rosters.server-never')
            : say('rosters.server-asked', { day: sayDate(server.askedAt, 'short') })}{' '}
          {server.trouble !== '' && say('rosters.server-trouble')}
        </p>
      )}
      {(['address', 'tokenAddress', 'clientId', 'clientSecret'] as const).map((name) => (
        <Field
          key={name}
          label={say(`rosters.server-${name}` satisfies WordKey)}
          type={name === 'clientSecret' ? 'password' : 'text'}
          autoComplete="off"
          required
          value={fields[name]}
          onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
        />
      ))}
      <Select
        label={say('rosters.server-version')}
        value={fields.version}
        onChange={(event) =>
          setFields({ ...fields, version: event.currentTarget.value === '1.1' ? '1.1' : '1.2' })
        }
      >
        <option value="1.2">OneRoster 1.2</option>
        <option value="1.1">OneRoster 1.1</option>
      </Select>
      {keep.error && <Notice kind="problem">{keep.error.message}</Notice>}
      {why && <Notice kind="problem">{why}</Notice>}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('rosters.server-keep')}
        </Button>
        {server && (
          <>
            <Button
              busy={request.isPending}
              onClick={() => {
                asked.current = newId()
                request.mutate({ params: { id: asked.current } })
              }}
            >
              {say('rosters.server-ask')}
            </Button>
            <Button
              look="plain"
              busy={close.isPending}
              onClick={() => close.mutate({ params: { id: server.id } })}
            >
              {say('rosters.server-close')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

const example = { students: { file: 'Students', headings: ['School Number', 'Student Number', '…'] } }

function ColumnsForm({ columns }: { columns: Feeds['columns'] }) {
  const { say } = useWords()
  const [text, setText] = useState(JSON.stringify(columns ?? example, null, 2))
  const [isWrong, setWrong] = useState(false)
  const keep = useAct(KeepRosterColumns, { refreshes: [GetRosterFeeds] })
  const send = (event: FormEvent) => {
    event.preventDefault()
    try {
      const said = JSON.parse(text) as NonNullable<Feeds['columns']>
      setWrong(false)
      keep.mutate({ params: { id: newId() }, body: { columns: said } })
    } catch {
      setWrong(true)
    }
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextArea
        label={say('rosters.columns-label')}
        hint={say('rosters.columns-hint')}
        rows={12}
        spellCheck={false}
        value={text}
        error={isWrong || keep.error ? say('rosters.columns-wrong') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {keep.data && <Notice kind="success">{say('rosters.columns-kept')}</Notice>}
      <div>
        <Button type="submit" busy={keep.isPending}>
          {say('rosters.columns-keep')}
        </Button>
      </div>
    </form>
  )
}
