/** That this device is with a class: told to other tabs, which may still show what a teacher sees. */
export const handedIn = 'cairn.handed-over'

export const tabletAddress = '/class-tablet'

/** Other tabs, and pages that a browser kept to go back to, become the tablet too. */
export function watchHandover(): () => void {
  const handed = ({ key, newValue }: StorageEvent) => {
    if (key === handedIn && newValue !== null) location.replace(tabletAddress)
  }
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted && localStorage.getItem(handedIn) !== null) location.replace(tabletAddress)
  }
  addEventListener('storage', handed)
  addEventListener('pageshow', shown)
  return () => {
    removeEventListener('storage', handed)
    removeEventListener('pageshow', shown)
  }
}
