import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import {
  CloseRosterServer,
  GetRosterFeeds,
  KeepRosterColumns,
  KeepRosterServer,
} from '../../feeds/contract.ts'
import { RequestRoster } from '../../interop/roster-servers/contract.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import { ListRosterImports } from '../../rosters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import styles from './rosters.module.css'
import { ServerReadings } from './server-readings.tsx'
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
  const { say } = useWords()
  const [, navigate] = useLocation()
  const [fields, setFields] = useState({
    address: server?.address ?? '',
    tokenAddress: server?.tokenAddress ?? '',
    clientId: server?.clientId ?? '',
    clientSecret: '',
    version: server?.version ?? ('1.2' as const),
    signing: server?.signing ?? ('oauth2' as const),
  })
  const isSigned = fields.signing === 'oauth1'
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
      {server && <ServerReadings server={server} />}
      <Select
        label={say('rosters.server-signing')}
        value={fields.signing}
        onChange={(event) =>
          // 1.2 lets nobody in by signatures
          setFields(
            event.currentTarget.value === 'oauth1'
              ? { ...fields, signing: 'oauth1', version: '1.1' }
              : { ...fields, signing: 'oauth2' },
          )
        }
      >
        <option value="oauth2">{say('rosters.server-oauth2')}</option>
        <option value="oauth1">{say('rosters.server-oauth1')}</option>
      </Select>
      {(isSigned ? signedFields : tokenFields).map((name) => (
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
      <WhyNot error={keep.error ?? close.error} />
      {keep.data && <Notice kind="success">{say('rosters.server-kept')}</Notice>}
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
            <SureButton
              word={say('rosters.server-close')}
              asks={say('rosters.server-close-sure')}
              yes={say('rosters.server-close')}
              no={say('rosters.server-close-no')}
              busy={close.isPending}
              onSure={() => close.mutate({ params: { id: server.id } })}
            />
          </>
        )}
      </div>
    </form>
  )
}

const signedFields = ['address', 'clientId', 'clientSecret'] as const
const tokenFields = ['address', 'tokenAddress', 'clientId', 'clientSecret'] as const

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
