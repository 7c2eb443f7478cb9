/** The class a teacher looked at last on this device, so that the day begins where it ended. */
export function lastClass(person: string): string | null {
  return localStorage.getItem(keptIn(person))
}

export function rememberClass(person: string, classId: string) {
  localStorage.setItem(keptIn(person), classId)
}

/** The class asked for, else the last one, else the first; undefined without any. */
export function chooseClass<Class extends { id: string }>(
  classes: readonly Class[],
  asked: string | null,
  last: string | null,
): Class | undefined {
  const find = (id: string | null) => classes.find((one) => one.id === id)
  return find(asked) ?? find(last) ?? classes[0]
}

const keptIn = (person: string) => `cairn.class.${person}`
