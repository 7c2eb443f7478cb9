import { z } from 'zod'
import type { Endpoint } from './contract.ts'
import { refusalStatus } from './refusal.ts'

const refusalSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'sentence'],
      properties: {
        code: { type: 'string', enum: Object.keys(refusalStatus) },
        sentence: { type: 'string', description: 'for people, in their language' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
        request: { type: 'string' },
      },
    },
  },
}

/** What a program is told of by a call of ours: the name of each, why it is made, and what it says. */
export type Calls = Readonly<Record<string, { summary: string; body: z.ZodType }>>

/** The API as an OpenAPI 3.1 document, written from the same table the server and the browser use. */
export function openApi(endpoints: Endpoint[], origin: string, calls: Calls = {}): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cairn',
      version: '0.1.0',
      description: 'Everything the screens do goes through these endpoints.',
    },
    servers: [{ url: origin }],
    components: {
      schemas: { Refusal: refusalSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'cairn' },
        key: { type: 'http', scheme: 'bearer', description: 'A key the district’s office gave to a program' },
      },
    },
    paths,
    webhooks: Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [name, { post: webhook(name, call) }]),
    ),
  }
}

function webhook(name: string, { summary, body }: Calls[string]) {
  return {
    operationId: name,
    summary,
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((header) => ({
      name: header,
      in: 'header',
      required: true,
      schema: { type: 'string' },
    })),
    requestBody: { required: true, content: json(schemaOf(body)) },
    responses: {
      '2XX': { description: 'Taken' },
      default: { description: 'Not taken: the same call comes again later' },
    },
  }
}

function operation(endpoint: Endpoint) {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    security: securityOf(endpoint),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...ownPages(endpoint),
    ],
    ...(endpoint.body ? { requestBody: { required: true, content: json(schemaOf(endpoint.body)) } } : {}),
    responses: {
      200: { description: 'As asked', content: json(schemaOf(endpoint.output)) },
      ...(endpoint.program === undefined ? {} : toPrograms),
      default: refused('A refusal, with a stable code'),
    },
  }
}

const refused = (description: string) => ({
  description,
  content: json({ $ref: '#/components/schemas/Refusal' }),
})

/** What a program has to expect of every endpoint. */
const toPrograms = {
  304: { description: 'Still what if-none-match names' },
  400: refused('Something asked for cannot be read: `fields` says what'),
  401: refused('The key does not stand'),
  403: refused('The key was not given for this'),
  429: {
    ...refused('Too many in a minute'),
    headers: { 'retry-after': { description: 'In seconds', schema: { type: 'integer' } } },
  },
}

function securityOf({ program, signedIn }: Endpoint) {
  if (program !== undefined) return [{ key: [program] }]
  return signedIn === false ? [] : [{ session: [] }]
}

function json(schema: unknown) {
  return { 'application/json': { schema } }
}

/** Every write says that it comes from a program that means it (see refuseOtherSites in http.ts). */
const ownPages = (endpoint: Endpoint) =>
  endpoint.method === 'GET'
    ? []
    : [{ name: 'x-cairn', in: 'header', required: true, schema: { type: 'string', const: '1' } }]

function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>
  return rest
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query') {
  if (!schema) return []
  const described = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(described.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || (described.required ?? []).includes(name),
    schema: one,
  }))
}
