import { sayBytes } from '../../media/web/media-view-renditions.ts'
import { CountStorage } from '../../office/contract.ts'
import { fullness } from '../../office/waiting.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { Pending } from '../teacher/pending.tsx'
import { OfficeBar } from './office-bar.tsx'
import lists from '../register/register.module.css'
import styles from './office.module.css'
import table from './school-table.module.css'

type Stored = Answer<typeof CountStorage>

/** How much each school keeps; for the district's office also the disk and the last backup. */
export function StorageScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(CountStorage, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('house.storage')} lead={say('house.storage-lead')} bar={<OfficeBar />}>
      {data.house && <House house={data.house} />}
      {data.schools.length === 0 ? (
        <EmptyState title={say('house.no-files')}>
          <p>{say('house.no-files-meaning')}</p>
        </EmptyState>
      ) : (
        <BySchool schools={data.schools} countedAt={data.countedAt} />
      )}
    </Page>
  )
}

function House({ house }: { house: NonNullable<Stored['house']> }) {
  const { say, locale } = useWords()
  const { freeBytes: free, totalBytes: total, lastBackupAt } = house
  const isNearlyFull = fullness({ free, total }) !== undefined
  return (
    <>
      <Section title={say('house.disk')}>
        <div className={styles['disk']}>
          <meter min={0} max={total} value={total - free} aria-label={say('house.disk-meter')} />
          <p>{say('house.disk-free', { free: sayBytes(locale, free), total: sayBytes(locale, total) })}</p>
          {isNearlyFull && <Notice kind="problem">{say('house.disk-nearly')}</Notice>}
        </div>
      </Section>
      <Section title={say('house.backup')}>
        <p>
          {lastBackupAt ? (
            <>
              {say('house.backup-at')} <Time at={lastBackupAt} as="moment" />
            </>
          ) : (
            say('house.backup-none')
          )}
        </p>
        <p className={lists['quiet']}>{say('house.backup-how')}</p>
        <code className={styles['command']}>npm run cairn -- backup /mnt/backups/cairn --keep-days 30</code>
      </Section>
    </>
  )
}

function BySchool({ schools, countedAt }: Pick<Stored, 'schools' | 'countedAt'>) {
  const { say, locale } = useWords()
  const number = new Intl.NumberFormat(`${locale}-CA`)
  const heads = [say('house.files'), say('house.bytes'), say('house.leaving')]
  return (
    <Section title={say('house.schools')}>
      <table role="table" className={table['table']}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {say('house.school')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" role="columnheader" className={table['count']}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {schools.map((one) => (
            <tr role="row" key={one.id ?? 'nowhere'}>
              <th scope="row" role="rowheader">
                {one.name ?? say('house.nowhere')}
              </th>
              {[
                number.format(one.files),
                sayBytes(locale, one.bytes),
                say('house.leaving-of', {
                  count: one.leavingFiles,
                  size: sayBytes(locale, one.leavingBytes),
                }),
              ].map((said, place) => (
                <td role="cell" key={heads[place]} className={table['count']} data-head={heads[place]}>
                  {said}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={lists['quiet']}>{say('house.leaving-meaning')}</p>
      <p className={lists['quiet']}>
        {say('house.counted-at')} <Time at={countedAt} as="moment" />
      </p>
    </Section>
  )
}
