import { useWords } from '../../platform/web/words.tsx'

/** Says a grade as people do; rosters write "KG", "04" or "11". Nothing for someone without one. */
export function useGrade(): (grade: string | null) => string | undefined {
  const { say } = useWords()
  return (grade) => {
    if (!grade) return undefined
    const number = Number.parseInt(grade, 10)
    if (Number.isNaN(number)) return /^k/i.test(grade) ? say('schools.kindergarten') : grade
    return number === 0 ? say('schools.kindergarten') : say('schools.grade', { grade: number })
  }
}
