/** Whether somebody signed out on this device while the server could not be reached. */
const keptIn = 'cairn.leaving'

export function isLeaving(): boolean {
  return localStorage.getItem(keptIn) !== null
}

export function noteLeaving(leaving: boolean) {
  if (leaving) localStorage.setItem(keptIn, 'yes')
  else localStorage.removeItem(keptIn)
}
