import { strToU8, zipSync } from 'fflate'
import { v7 as newId } from 'uuid'
import { BringRoster } from '../src/interop/rosters/contract.ts'
import { ApplyRosterImport } from '../src/rosters/contract.ts'
import { openOfficeDistrict } from './office-district.ts'
import type { Part } from './part.ts'

/** A whole district out of one OneRoster file: looked at, applied, and the same file the next night. */
export const rosters: Part = {
  name: 'rosters',
  title: 'Rosters',
  measure: async ({ say }) => {
    const [small, large] = [await importOf(4_000, say), await importOf(100_000, say)]
    // of a district of its own, so that each is of one learner
    const slower = (step: 'look' | 'apply' | 'again') => ({
      what: `${step}: a learner of 100,000, to one of 4,000`,
      measured: large[step] / small[step] / 25,
      unit: '',
      aim: { most: 1.3 },
    })
    return {
      details: { small, large },
      figures: [
        { what: 'dry run', measured: small.look, unit: 's', aim: { most: 10 } },
        { what: 'apply', measured: small.apply, unit: 's', aim: { most: 20 } },
        { what: 'the same file again', measured: small.again, unit: 's', aim: { most: 5 } },
        slower('look'),
        slower('apply'),
        slower('again'),
        { what: 'memory at 100,000 learners', measured: large.megabytes, unit: 'MB', aim: { most: 600 } },
      ],
    }
  },
}

/** In seconds, and the most the server held meanwhile. */
async function importOf(learners: number, say: (sentence: string) => void) {
  const district = await openOfficeDistrict(22)
  say(`A roster of ${learners.toLocaleString('en')} learners, looked at, applied, and brought again …`)
  const file = Buffer.from(districtZip(learners)).toString('base64')
  const bring = async () => {
    const params = { id: newId() }
    const { ms } = await district.ask(BringRoster, { params, body: { name: 'district.zip', file } })
    say(`  ${(ms / 1000).toFixed(1)} s, ${Math.round(district.served.memory().most)} MB`)
    return { params, seconds: ms / 1000 }
  }
  const looked = await bring()
  const applied = await district.ask(ApplyRosterImport, { params: looked.params, body: {} })
  const again = await bring()
  const megabytes = Math.round(district.served.memory().most)
  await district.served.stop()
  return { look: looked.seconds, apply: applied.ms / 1000, again: again.seconds, megabytes }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

/** An id as long as those of most registers. */
const idOf = (letter: string, n: number) =>
  `${letter}${String(n).padStart(7, '0')}-5f3a-4c1e-9b7d-2a6c8e0f4d19`

/** As many as were asked for, with 1.5 guardians, 0.15 classes and 7.5 enrollments for each learner. */
export function districtZip(learners: number): Uint8Array {
  const [classes, guardians, teachers] = [learners * 0.15, learners * 1.5, learners * 0.05]
  const perClass = (learners * 7.5) / classes - 1
  const user = (id: string, role: string, name: string, more: string) =>
    `${id},,,true,S${name.length % 9},${role},${id},,${name},Reed${id},,,${id}@x.example,,,${more},\n`
  const agents = (n: number) =>
    `"${idOf('G', n)},${idOf('G', learners + (n % Math.floor(learners / 2)))}",0${(n % 9) + 1}`
  const users = [
    ...numbers(learners).map((n) => user(idOf('L', n), 'student', `Lou${n}`, agents(n))),
    ...numbers(guardians).map((n) => user(idOf('G', n), 'parent', `Gwen${n}`, ',')),
    ...numbers(teachers).map((n) => user(idOf('T', n), 'teacher', `Tia${n}`, ',')),
  ]
  const enrollments = numbers(classes).flatMap((c) => [
    `${idOf('E', c)}t,,,${idOf('C', c)},S${c % 9},${idOf('T', c % teachers)},teacher,true,,\n`,
    ...numbers(perClass).map(
      (n) =>
        `${idOf('E', c)}${n},,,${idOf('C', c)},S${c % 9},${idOf('L', (c * perClass + n * 7) % learners)},student,false,,\n`,
    ),
  ])
  const files = {
    'manifest.csv': `propertyName,value\noneroster.version,1.1\n${['orgs', 'academicSessions', 'users', 'classes', 'enrollments'].map((name) => `file.${name},bulk\n`).join('')}`,
    'orgs.csv': `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n${numbers(9)
      .map((n) => `S${n},,,School ${n},school,,\n`)
      .join('')}`,
    'academicSessions.csv':
      'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\nY,,,Year,schoolYear,2026-09-01,2099-06-30,,2027\n',
    'users.csv': `sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n${users.join('')}`,
    'classes.csv': `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n${numbers(
      classes,
    )
      .map((n) => `${idOf('C', n)},,,Class ${n},,,,scheduled,,S${n % 9},Y,,,\n`)
      .join('')}`,
    'enrollments.csv': `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n${enrollments.join('')}`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])))
}
