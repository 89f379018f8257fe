import { Hono } from 'hono';
import { Resend } from 'resend';
import type { AppEnv, PageContext } from '../http/app-env.ts';
import { readText } from '../http/forms.ts';
import { problem } from '../http/problem.ts';
import { refuseBody } from '../http/refuse.tsx';
import { err, ok, type Result } from '../result.ts';
import { readEvent } from './event-rules.ts';
import { takeEvent } from './events.ts';
import type { MailBounced } from './mail.ts';

/**
 * Signed events from Resend. Events that we do not use are accepted and ignored, because refused ones would be sent
 * again.
 */
export function webhookRoutes({ secret, bounced }: { secret: string; bounced: MailBounced }) {
  const routes = new Hono<AppEnv>();

  routes.post('/webhooks/resend', async (c) => {
    const { deps, now } = c.var;
    const body = await readText(c);
    if (!body.ok) return refuseBody(c, body.error);
    const verified = verify(c, body.value, secret);
    if (!verified.ok) return problem(c, 401, { title: 'The signature is missing, wrong or too old' });
    const event = readEvent(verified.value);
    const taken = event !== null && (await takeEvent(deps, event, { now, bounced }));
    return c.json({ status: taken ? 'accepted' : 'ignored' });
  });

  return routes;
}

/** Verifying needs no API key. */
const { webhooks } = new Resend('unused');

/** The SDK allows a difference of five minutes from the runtime's clock. */
function verify(c: PageContext, payload: string, webhookSecret: string): Result<unknown, 'wrong-signature'> {
  // Resend uses the header names of Svix, its sender. The Standard Webhooks that it follows have another prefix.
  const header = (name: string) => c.req.header(`svix-${name}`) ?? c.req.header(`webhook-${name}`) ?? '';
  const headers = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
  try {
    return ok(webhooks.verify({ payload, headers, webhookSecret }));
  } catch (error) {
    // The SDK parses only after it has verified, so the signature was right.
    return error instanceof SyntaxError ? ok(null) : err('wrong-signature');
  }
}
