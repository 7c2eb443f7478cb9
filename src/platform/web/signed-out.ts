/**
 * A session may end in the middle of writing. Whoever can ask the person to sign in again (a dialog over the
 * page, so that nothing typed is lost) registers here; requests that were refused wait for it and are then
 * sent once more.
 */
type AskToSignIn = () => Promise<void>

let ask: AskToSignIn | undefined
let asking: Promise<void> | undefined

/** Registers the dialog. Its promise resolves when somebody signed in and rejects when they gave up. */
export function onSignedOut(askToSignIn: AskToSignIn): () => void {
  ask = askToSignIn
  return () => {
    if (ask === askToSignIn) ask = undefined
  }
}

/** Asks once, however many requests were refused; false when nobody is there to ask or the person gave up. */
export async function signInAgain(): Promise<boolean> {
  if (!ask) return false
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking.then(
    () => true,
    () => false,
  )
}
