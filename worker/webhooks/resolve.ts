import * as z from 'zod';
import { err, ok, type Result } from '../platform/result.ts';
import { isPublicAddress } from './address-rules.ts';
import { isOnThisMachine, webhookUrl } from './rules.ts';

/** Where a name leads. `unknown` if it has no address or the resolver does not answer. */
export type LeadsTo = 'public' | 'inward' | 'unknown';

/** Asks where a name leads, once for each name. */
export type AskName = (host: string) => Promise<LeadsTo>;

export type CallRefusal = 'address' | 'inward' | 'unknown';

/** The address as it may be called, or why it may not. `local` also allows this machine. */
export async function mayCall(
  url: string,
  { local, leadsTo }: { local: boolean; leadsTo: AskName },
): Promise<Result<string, CallRefusal>> {
  const to = webhookUrl(url, { local });
  if (to === null) return err('address');
  const { hostname } = new URL(to);
  const where = isOnThisMachine(hostname) ? 'public' : await leadsTo(hostname);
  return where === 'public' ? ok(to) : err(where);
}

const types = { A: 1, AAAA: 28 } as const;
const answered = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
});

/**
 * DNS over HTTPS, in the JSON format of Cloudflare and Google. A Worker cannot fix the address that it then connects
 * to, so this does not catch a name that changes in between; Cloudflare's network does not reach private addresses
 * anyway.
 */
export function askNames(resolver: string | null, timeout: number): AskName {
  const known = new Map<string, Promise<LeadsTo>>();
  return (host) => {
    if (resolver === null) return Promise.resolve('public');
    const asked = known.get(host) ?? resolve(resolver, host, timeout);
    known.set(host, asked);
    return asked;
  };
}

async function resolve(resolver: string, host: string, timeout: number): Promise<LeadsTo> {
  try {
    const all = await Promise.all(
      Object.entries(types).map(([name, type]) => ask(resolver, { host, name, type, timeout })),
    );
    const addresses = all.flat();
    if (addresses.length === 0) return 'unknown';
    return addresses.every(isPublicAddress) ? 'public' : 'inward';
  } catch {
    return 'unknown';
  }
}

type Question = { host: string; name: string; type: number; timeout: number };

async function ask(resolver: string, { host, name, type, timeout }: Question): Promise<string[]> {
  const url = new URL(resolver);
  url.searchParams.set('name', host);
  url.searchParams.set('type', name);
  const response = await fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
    headers: { accept: 'application/dns-json' },
  });
  const { Answer: answers } = answered.parse(await response.json());
  return answers.filter((answer) => answer.type === type).map(({ data }) => data);
}
