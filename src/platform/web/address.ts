type Addressed = { readonly name: string; readonly path: string }

/** The address of an endpoint with its `:names` filled in; also for links to files the API serves. */
export function addressOf(endpoint: Addressed, sent: object): string {
  const { params, query } = sent as { params?: Record<string, unknown>; query?: Record<string, unknown> }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params?.[name]
    if (value === undefined) throw new Error(`${endpoint.name} needs "${name}" in its path`)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  return search.size > 0 ? `${path}?${search}` : path
}
