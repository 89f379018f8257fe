import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

/** How the server treats one request. Without a script, and after its end, it is well. */
export type ResendMood =
  | { kind: 'well' }
  /** Answers with this status. With `afterSending`, the mails were sent all the same. */
  | {
      kind: 'status';
      status: number;
      name?: string;
      headers?: Record<string, string>;
      afterSending?: boolean;
    }
  /** Never answers. With `afterSending`, the mails were sent all the same. */
  | { kind: 'silence'; afterSending?: boolean }
  /** Closes the connection. With `afterSending`, the mails were sent all the same. */
  | { kind: 'cut'; afterSending?: boolean }
  /** Sends the mails, but a proxy in between replaces the answer. */
  | { kind: 'garbage'; status?: number; body?: string }
  /** Is slow: the request stays in progress even if the client has given up. */
  | { kind: 'slow'; milliseconds: number }
  /** The request stays in progress until the test releases it (`release`). */
  | { kind: 'held' }
  /** Well, with these headers. */
  | { kind: 'headers'; headers: Record<string, string> };

export type DeliveredMail = {
  id: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  headers?: Record<string, string>;
};

export type ResendRequest = {
  key: string | null;
  body: string;
  at: number;
  mood: string;
  status: number | null;
};

/** Everything that came with one API key. Tests that run at the same time use different keys. */
export type ResendRecord = { delivered: DeliveredMail[]; requests: ResendRequest[] };

export type ResendSummary = { requests: { key: string | null; mails: number }[]; deliveredTo: string[] };

export type ResendServer = LoopbackServer;

type Known = { body: string; ids: string[]; at: number };

type Account = ResendRecord & {
  script: ResendMood[];
  refused: Set<string>;
  known: Map<string, Known>;
  inProgress: Set<string>;
  /** Each continues a held request. */
  held: (() => void)[];
  /** How far a test has moved this account's clock, in milliseconds. */
  ahead: number;
};

type Payload = Omit<DeliveredMail, 'id' | 'to'> & { to: string | string[] };

const keyLivesFor = 24 * 60 * 60 * 1000;
const batchLimit = 100;

/**
 * Imitates Resend's HTTP API for POST /emails and /emails/batch, with its idempotency keys. A test controls it at
 * /control/API_KEY. POST takes `script` (moods, one for each request), `refuse` (addresses to answer with 422), `age`
 * (milliseconds by which to move this account's clock) and `release` (continues held requests). GET returns the
 * ResendRecord, or with `summary` the ResendSummary.
 */
export async function startResendServer(port = 0): Promise<ResendServer> {
  const accounts = new Map<string, Account>();
  const accountOf = (apiKey: string) => {
    const account = accounts.get(apiKey) ?? newAccount();
    accounts.set(apiKey, account);
    return account;
  };
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const [, area, apiKey = '', verb = ''] = (request.url ?? '').split('/');
    if (area === 'control') return control(accountOf(decodeURIComponent(apiKey)), { verb, body }, response);
    const bearer = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
    if (!bearer) return fail(response, 401, 'missing_api_key');
    if (request.method !== 'POST') return fail(response, 405, 'method_not_allowed');
    if (request.url !== '/emails' && request.url !== '/emails/batch') return fail(response, 404, 'not_found');
    const key = request.headers['idempotency-key'];
    await receive(accountOf(bearer), { key: typeof key === 'string' ? key : null, body }, response);
  });
  return listenOnLoopback(server, port);
}

function newAccount(): Account {
  return {
    delivered: [],
    requests: [],
    script: [],
    refused: new Set(),
    known: new Map(),
    inProgress: new Set(),
    held: [],
    ahead: 0,
  };
}

function control(account: Account, { verb, body }: { verb: string; body: string }, response: ServerResponse) {
  if (verb === 'script') account.script = JSON.parse(body);
  if (verb === 'refuse') account.refused = new Set(JSON.parse(body));
  if (verb === 'age') account.ahead += JSON.parse(body);
  if (verb === 'release') for (const letGo of account.held.splice(0)) letGo();
  if (verb === 'summary') return answer(response, 200, summaryOf(account));
  answer(response, 200, { delivered: account.delivered, requests: account.requests });
}

function summaryOf({ requests, delivered }: Account): ResendSummary {
  return {
    requests: requests.map(({ key, body }) => ({ key, mails: [JSON.parse(body)].flat().length })),
    deliveredTo: delivered.map(({ to }) => to),
  };
}

type Incoming = { key: string | null; body: string };

async function receive(account: Account, incoming: Incoming, response: ServerResponse) {
  const mood = account.script.shift() ?? { kind: 'well' };
  const seen: ResendRequest = { ...incoming, at: Date.now(), mood: mood.kind, status: null };
  account.requests.push(seen);
  response.on('finish', () => {
    seen.status = response.statusCode;
  });
  if (mood.kind === 'garbage' || ('afterSending' in mood && mood.afterSending)) process(account, incoming);
  switch (mood.kind) {
    case 'well':
      return accept(account, incoming, response);
    case 'headers':
      for (const [name, value] of Object.entries(mood.headers)) response.setHeader(name, value);
      return accept(account, incoming, response);
    case 'slow':
      return acceptAfter(account, incoming, { response, wait: sleep(mood.milliseconds) });
    case 'held':
      return acceptAfter(account, incoming, {
        response,
        wait: new Promise<void>((letGo) => account.held.push(letGo)),
      });
    case 'garbage':
      return response.writeHead(mood.status ?? 200).end(mood.body ?? '<h1>Welcome</h1>');
    case 'status':
      for (const [name, value] of Object.entries(mood.headers ?? {})) response.setHeader(name, value);
      return fail(response, mood.status, mood.name ?? 'internal_server_error');
    case 'cut':
      return response.socket?.destroy();
    case 'silence':
      return;
  }
}

function accept(account: Account, incoming: Incoming, response: ServerResponse) {
  const outcome = process(account, incoming);
  if ('ids' in outcome) return answer(response, 200, { data: outcome.ids.map((id) => ({ id })) });
  return fail(response, outcome.status, outcome.name);
}

async function acceptAfter(
  account: Account,
  incoming: Incoming,
  { response, wait }: { response: ServerResponse; wait: Promise<void> },
) {
  const key = incoming.key ?? randomUUID();
  if (account.inProgress.has(key)) return fail(response, 409, 'concurrent_idempotent_requests');
  account.inProgress.add(key);
  await wait;
  account.inProgress.delete(key);
  accept(account, incoming, response);
}

type Outcome = { ids: string[] } | { status: number; name: string };

/** Sends all mails of the request, or none if any of them is invalid. */
function process(account: Account, { key, body }: Incoming): Outcome {
  const now = Date.now() + account.ahead;
  if (key !== null && (key.length < 1 || key.length > 256)) {
    return { status: 400, name: 'invalid_idempotency_key' };
  }
  const known = key === null ? undefined : account.known.get(key);
  if (known && now - known.at < keyLivesFor) {
    return known.body === body ? { ids: known.ids } : { status: 409, name: 'invalid_idempotent_request' };
  }
  if (key !== null && account.inProgress.has(key)) {
    return { status: 409, name: 'concurrent_idempotent_requests' };
  }
  const parsed = JSON.parse(body) as Payload | Payload[];
  const mails = Array.isArray(parsed) ? parsed : [parsed];
  if (mails.length === 0 || mails.length > batchLimit) return { status: 422, name: 'validation_error' };
  if (mails.some((mail) => !isValid(account, mail))) return { status: 422, name: 'validation_error' };
  const delivered = mails.map((mail) => ({ ...mail, to: [mail.to].flat().join(), id: randomUUID() }));
  account.delivered.push(...delivered);
  const ids = delivered.map(({ id }) => id);
  if (key !== null) account.known.set(key, { body, ids, at: now });
  return { ids };
}

function isValid(account: Account, mail: Payload): boolean {
  const hasAll = Boolean(mail.from && mail.subject && (mail.html || mail.text));
  const recipients = [mail.to].flat();
  return (
    hasAll &&
    recipients.length > 0 &&
    recipients.every((to) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(to) && !account.refused.has(to))
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

function answer(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, name: string) {
  answer(response, status, { statusCode: status, name, message: `refused because of ${name}` });
}
