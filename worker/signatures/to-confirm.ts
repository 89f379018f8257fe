import type { Context } from 'hono';
import { withLanguage } from '../campaigns/shell.ts';
import { mayConfirm } from './rules.ts';
import type { SupporterLinkEnv } from './supporter-link.tsx';

/** Whether its owner may still confirm it, and so may change it before. */
export function isToConfirm(c: Context<SupporterLinkEnv>): boolean {
  const { link, now } = c.var;
  const { signature, context } = link;
  return signature.state === 'unconfirmed' && mayConfirm(signature, context.action, now).ok;
}

/** Redirects to the confirm page, which shows its state. */
export function toConfirm(c: Context<SupporterLinkEnv>): Response {
  return c.redirect(withLanguage(c, `/confirm/${c.var.link.token}`), 303);
}
