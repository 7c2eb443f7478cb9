declare module 'virtual:words/en' {
  import type { Messages } from '@lingui/core'
  export const words: Messages
}

declare module 'virtual:words/fr' {
  import type { Messages } from '@lingui/core'
  export const words: Messages
}

declare module 'virtual:words/en/later' {
  import type { Messages } from '@lingui/core'
  export const words: Messages
}

declare module 'virtual:words/fr/later' {
  import type { Messages } from '@lingui/core'
  export const words: Messages
}
