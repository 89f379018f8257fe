import { env } from 'cloudflare:workers';
import { openKit } from '../support/kits.ts';

export const saturday = new Date('2026-11-21T12:00:00Z');
export const nextMonday = new Date('2026-11-30T12:00:00Z');

export async function opened(kit: unknown, now = saturday) {
  const result = await openKit(env.DB, kit, now);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function changed<Kit>(kit: Kit, change: (kit: Kit) => void): Kit {
  const next = structuredClone(kit);
  change(next);
  return next;
}
