import { type WordKey, useWords } from '../../platform/web/words.tsx'

const early: Record<string, WordKey> = {
  PK: 'people.grade-preschool',
  PR: 'people.grade-preschool',
  K: 'people.grade-kindergarten',
  KG: 'people.grade-kindergarten',
  '0': 'people.grade-kindergarten',
}

/** A grade as people say it, however the roster writes it: "04", "4", "KG". */
export function useSayGrade(): (grade: string) => string {
  const { say } = useWords()
  return (grade) => {
    const bare = bareGrade(grade)
    const key = early[bare]
    if (key) return say(key)
    return /^\d+$/.test(bare) ? say('people.grade', { grade: bare }) : grade
  }
}

export function bareGrade(grade: string): string {
  return grade
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')
}
