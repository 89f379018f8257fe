import * as z from 'zod';

const name = '(?!-)[a-z0-9-]{1,63}(?<!-)';

export const host = z
  .string()
  .max(253)
  .regex(
    new RegExp(`^(\\*\\.)?${name}(\\.${name})*(:[1-9][0-9]{0,4})?$`),
    'must be a host such as example.org or *.example.org, without https:// and in lower case',
  )
  .refine((host) => !/^\*\.[^.]+$/.test(host), 'opens a whole top-level domain');

/** How many sites a campaign may name. */
export const mostHosts = 100;

/** The host that somebody has typed, also as the address of a page; null where it is none. */
export function hostTyped(typed: string): string | null {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '');
  const parsed = host.safeParse(bare);
  return parsed.success && bare.includes('.') ? parsed.data : null;
}
