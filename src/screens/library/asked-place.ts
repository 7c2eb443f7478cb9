import { useSearchParams } from 'wouter'

/** Into which class or space by hand somebody came to copy, as the address says, and how it goes on saying so. */
export function useAskedPlace() {
  const [search] = useSearchParams()
  const classId = search.get('class') ?? undefined
  const spaceId = search.get('space') ?? undefined
  const asked: Record<string, string> = classId ? { class: classId } : spaceId ? { space: spaceId } : {}
  const more = new URLSearchParams(asked).toString()
  return { classId, spaceId, asked, of: more && `?${more}` }
}
