import type { Command } from './command.ts'

export type Known = Readonly<Record<string, Command<unknown>>>

/** Every command in two lines, or one of them. */
export function usageOf(known: Known): string {
  const lines = Object.entries(known).map(([name, command]) => {
    const words = wordsOf(command)
    return `  ${name.padEnd(15)} ${command.about}${words === '' ? '' : `\n${' '.repeat(18)}${words}`}`
  })
  return ['npm run cairn -- <command> [--json]', '', ...lines].join('\n')
}

export const lineOf = (name: string, command: Command<unknown>) =>
  `npm run cairn -- ${name} ${wordsOf(command)}`.trimEnd()

const wordsOf = ({ needs, may, flags = [], takes }: Command<unknown>) =>
  [
    ...(takes === undefined ? [] : [`<${takes}>`]),
    ...flags.map((one) => `[--${one}]`),
    ...needs.map((one) => `--${one} …`),
    ...may.map((one) => `[--${one} …]`),
  ].join(' ')

/** What was probably meant: the name that is reached with the fewest letters changed, if they are few. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const far = (name: string) => lettersChanged(typed.toLowerCase(), name)
  const [best] = names.toSorted((a, b) => far(a) - far(b))
  return best !== undefined && far(best) <= 2 ? best : undefined
}

function lettersChanged(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, place) => place)
  for (const [row, letter] of [...from].entries()) {
    const now = [row + 1]
    for (const [place, other] of [...to].entries()) {
      const swapped = (before[place] ?? 0) + (letter === other ? 0 : 1)
      now.push(Math.min(swapped, (before[place + 1] ?? 0) + 1, (now[place] ?? 0) + 1))
    }
    before = now
  }
  return before.at(-1) ?? 0
}
