/** What a key, a token or somebody's own folder looks like in a file. */
const MARKS: readonly { what: string; pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/ },
  { what: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/ },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{30,}/ },
  { what: 'an AWS key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { what: 'a Google key', pattern: /\bAIza[\w-]{35}/ },
  { what: 'a Slack token', pattern: /\bxox[abprs]-[\w-]{10,}/ },
  { what: 'a model provider key', pattern: /\bsk-[\w-]{32,}/ },
  { what: 'a signed token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
  {
    what: 'a password in an address',
    pattern: /\b[a-z]+:\/\/[^\s:/@$'"`{}<]+:(?!password@|secret@)[^\s:/@$'"`{}<]{8,}@/,
  },
  { what: "somebody's own folder", pattern: /(?<![\w.}:-])\/(?:home|Users)\/(?!cairn\b|you\b|\.)[\w.-]+\// },
  {
    what: "a workplace's folder",
    pattern: /(?<![\w.}:-])\/(?:work|workspaces?)\/(?:main|shared|repo|src)\//,
  },
]

const ASSIGNED =
  /(?:secret|token|passw(?:or)?d|passphrase|api[_-]?key|credential|private[_-]?key)\w*["']?\s*[:=]\s*["'`]([A-Za-z0-9+/=_-]{20,})["'`]/i
/** Bits a character: a sentence or a name stays below, a random string above. */
const RANDOM = 3.7

/** What in this text must not be published, with its line. */
export function findSecrets(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const marks = MARKS.filter(({ pattern }) => pattern.test(line)).map(({ what }) => what)
    const assigned = ASSIGNED.exec(line)?.[1]
    if (assigned !== undefined && entropy(assigned) > RANDOM && /\d/.test(assigned))
      marks.push('a random secret')
    return marks.map((what) => `${path}:${at + 1} ${what}`)
  })
}

function entropy(text: string): number {
  const counts = Object.values(Object.groupBy([...text], (letter) => letter)).map((same) => same?.length ?? 0)
  return counts.reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0)
}
