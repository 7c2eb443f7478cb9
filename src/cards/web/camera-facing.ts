import type { Facing } from '../../recordings/web/recording-devices.ts'

/** Which way this device looks for cards: where it stands in its class decides that, not who comes. */
const keptIn = 'cairn.card-camera'

export const keptFacing = (): Facing =>
  localStorage.getItem(keptIn) === 'environment' ? 'environment' : 'user'

export const keepFacing = (facing: Facing): void => localStorage.setItem(keptIn, facing)
