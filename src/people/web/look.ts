import { appearance, chooseAppearance } from '../../platform/web/appearance.ts'
import './contrast.css'

/** `contrast` is for those who need every line and letter stronger, whatever their device says. */
export const looks = ['system', 'light', 'dark', 'contrast'] as const
export type Look = (typeof looks)[number]

const keptIn = 'cairn.contrast'

export function lookHere(): Look {
  return localStorage.getItem(keptIn) ? 'contrast' : appearance()
}

/** Keeps the choice on this device, so that the next page is drawn in it from the start. */
export function showLook(look: Look) {
  if (look === 'contrast') localStorage.setItem(keptIn, 'more')
  else localStorage.removeItem(keptIn)
  chooseAppearance(look === 'contrast' ? 'system' : look)
  applyContrast()
}

export function applyContrast() {
  if (localStorage.getItem(keptIn)) document.documentElement.dataset['contrast'] = 'more'
  else delete document.documentElement.dataset['contrast']
}
