import * as z from 'zod';
import { log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { second } from '../time/clock.ts';

const answer = z.object({ success: z.boolean() });

export type TurnstileCheck = 'passed' | 'failed' | 'absent' | 'unreachable';

/**
 * Asks Turnstile about the token that its widget put into the form. 'absent' is a visitor without JavaScript, who gets
 * lower limits. 'unreachable' is an outage of Turnstile, which is not the visitor's fault.
 */
export async function checkTurnstile(
  turnstile: NonNullable<Settings['turnstile']>,
  token: string,
): Promise<TurnstileCheck> {
  if (token === '') return 'absent';
  try {
    const response = await fetch(turnstile.verifyUrl, {
      method: 'POST',
      body: new URLSearchParams({ secret: turnstile.secret, response: token }),
      signal: AbortSignal.timeout(5 * second),
    });
    return answer.parse(await response.json()).success ? 'passed' : 'failed';
  } catch {
    log('warn', 'turnstile-unreachable');
    return 'unreachable';
  }
}
