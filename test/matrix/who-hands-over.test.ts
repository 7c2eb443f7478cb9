import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { BringWork, EndHandover, ListHandovers, OpenHandover } from '../../src/handovers/contract.ts'
import { GetPiece } from '../../src/work/contract.ts'
import { announce, type Device, handOver, layDevice, made } from '../support/handing.ts'
import { classOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type HandoverAct, handoverActs, handoverRowOf } from './who-hands-over.ts'
import { people } from './who-may.ts'

let school: School
let tablet: Device
let handover: string
let brought: string
beforeAll(async () => {
  school = await openSchool()
  tablet = await layDevice(school, 'rivera')
  handover = await handOver(tablet, 'division-3', ['family'])
  const work = made(handover, 'mika', [await announce(tablet)])
  await tablet.ask(BringWork, work)
  brought = work.params.id
})
afterAll(() => school.close())

const opening = () => ({ params: { id: newId() }, body: { classId: classOf('division-3') } })

async function attempt(device: Device, act: HandoverAct): Promise<string> {
  const asked = async () => {
    if (act === 'hand over') return device.ask(OpenHandover, opening())
    if (act === 'list') return device.ask(ListHandovers, { params: { id: classOf('division-3') } })
    if (act === 'see') return device.ask(GetPiece, { params: { id: brought } })
    if (act === 'take back')
      return device.ask(EndHandover, { params: { id: handover }, body: { password: demoPassword } })
    const file = await announce(device).catch(() => newId())
    return device.ask(BringWork, made(handover, 'mika', [file]))
  }
  const answer = await asked()
  return answer.code === 'handed_over' ? 'h' : letterOf(answer)
}

/** A device of their own for every act, because handing one over changes it; signed out it is any device. */
async function row(person: string): Promise<string> {
  const letters: string[] = []
  for (const act of handoverActs) {
    const theirs =
      person === 'the device' ? tablet : await layDevice(school, person === 'nobody' ? null : person)
    letters.push(await attempt(theirs, act))
    if (person === 'the device' && act === 'take back') handover = await handOver(tablet, 'division-3')
  }
  return letters.join(' ')
}

test.each(['the device', ...Object.keys(people)])('%s', async (person) => {
  expect(await row(person)).toBe(handoverRowOf(person))
})
