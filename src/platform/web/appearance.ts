/** What the person chose over what their device prefers. */
export type Appearance = 'system' | 'light' | 'dark'

const keptIn = 'cairn.appearance'

export function appearance(): Appearance {
  const kept = localStorage.getItem(keptIn)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Keeps the choice on this device and shows it. */
export function chooseAppearance(chosen: Appearance) {
  if (chosen === 'system') localStorage.removeItem(keptIn)
  else localStorage.setItem(keptIn, chosen)
  applyAppearance()
}

export function applyAppearance() {
  const chosen = appearance()
  if (chosen === 'system') delete document.documentElement.dataset['appearance']
  else document.documentElement.dataset['appearance'] = chosen
}
