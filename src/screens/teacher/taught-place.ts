import type { ScreenProps } from '../../platform/web/screen.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ListLearners } from '../../schools/contract.ts'
import { GetSpace } from '../../spaces/contract.ts'

export type PlaceLearner = { id: string; name: string; grade: string | null }

/** Where a teacher does something: a class, or a space by hand, with its learners. */
export type TaughtPlace = {
  id: string
  name: string
  /** as it is named when something is sent there */
  where: { classId: string } | { spaceId: string }
  /** where its pages begin */
  way: string
  byHand: boolean
  /** whoever learns in a space by hand reads who is in it, and sets nobody anything there */
  teaches: boolean
  learners: PlaceLearner[]
}

/** A space as it is read; of a class its pages go by the id of the class. */
export type NamedSpace = { id: string; classId: string | null }

export const whereOf = ({ classId, id }: NamedSpace) => (classId === null ? { spaceId: id } : { classId })

/** Where the pages of a place begin. */
export const wayOf = ({ classId, id }: NamedSpace) =>
  classId === null ? `/spaces/${id}` : `/classes/${classId}`

/** `/classes/:id/…` or `/spaces/:spaceId/…`: the one is read with its grades, the other with its seats. */
export function useTaughtPlace({ id, spaceId }: ScreenProps['params']) {
  const byHand = spaceId !== undefined
  const learners = useRead(ListLearners, { params: { id: id ?? '' } }, { enabled: !byHand })
  const space = useRead(GetSpace, { params: { id: spaceId ?? '' } }, { enabled: byHand })
  const { error, refetch } = byHand ? space : learners
  return { place: byHand ? ofSpace(space.data) : ofClass(learners.data), error, refetch }
}

function ofClass(data: ReturnType<typeof useRead<typeof ListLearners>>['data']): TaughtPlace | undefined {
  return (
    data && {
      ...data,
      where: { classId: data.id },
      way: `/classes/${data.id}`,
      byHand: false,
      teaches: true,
    }
  )
}

function ofSpace(data: ReturnType<typeof useRead<typeof GetSpace>>['data']): TaughtPlace | undefined {
  if (!data) return undefined
  const { id, name, people, may } = data
  const learners = people.flatMap(({ person, role }) =>
    role === 'student' ? [{ ...person, grade: null }] : [],
  )
  const teaches = may.setRules && may.add
  return { id, name, where: { spaceId: id }, way: `/spaces/${id}`, byHand: true, teaches, learners }
}
