import * as z from 'zod';
import type { MailState } from './outbox.ts';
import type { SuppressionReason } from './suppressions.ts';

type EventState = 'sent' | 'failed' | 'delivered' | 'bounced' | 'complained';

/** A mail service's event about one mail. */
export type MailEvent = {
  providerId: string;
  /** Our own id, from a tag of the mail. It is known even if the answer to the request was lost. */
  outboxId: string | null;
  to: string[];
  state: EventState;
  error: string | null;
  isDelayed: boolean;
  /** Why no mail may be sent to this address any more. */
  suppresses: SuppressionReason | null;
};

export const outboxTag = 'outbox';

const id = z.string().regex(/^[\w-]{1,100}$/);
const reason = z
  .object({ type: z.string().catch(''), subType: z.string().catch('') })
  .optional()
  .catch(undefined);

const eventSchema = z.object({
  type: z.string(),
  data: z.object({
    email_id: id,
    to: z.array(z.string()).catch([]),
    tags: z
      .object({ [outboxTag]: id.nullable().catch(null) })
      .nullable()
      .catch(null),
    bounce: reason,
  }),
});

/** Null for events that change nothing here (opened, clicked, or about another product). */
export function readEvent(payload: unknown): MailEvent | null {
  const parsed = eventSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { type, data } = parsed.data;
  const change = changeOf(type, data.bounce);
  if (!change) return null;
  return {
    providerId: data.email_id,
    outboxId: data.tags?.[outboxTag] ?? null,
    to: data.to,
    error: null,
    isDelayed: false,
    suppresses: null,
    ...change,
  };
}

function changeOf(
  type: string,
  bounce: z.infer<typeof reason>,
): (Pick<MailEvent, 'state'> & Partial<MailEvent>) | null {
  switch (type) {
    case 'email.sent':
      return { state: 'sent' };
    case 'email.delivery_delayed':
      return { state: 'sent', isDelayed: true };
    case 'email.delivered':
      return { state: 'delivered' };
    case 'email.failed':
      return { state: 'failed', error: 'failed at the provider' };
    case 'email.bounced': {
      // A full mailbox or a greylist is temporary.
      const isForGood = bounce?.type === 'Permanent';
      const error = ['bounce', bounce?.type, bounce?.subType].filter(isWord).join(' ');
      return { state: 'bounced', error, suppresses: isForGood ? 'bounced' : null };
    }
    case 'email.suppressed':
      return { state: 'bounced', error: 'on the list of the provider', suppresses: 'bounced' };
    case 'email.complained':
      return { state: 'complained', suppresses: 'complained' };
    default:
      return null;
  }
}

/** The provider's free text may quote an address; its short words do not. */
function isWord(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z]{1,40}$/.test(text);
}

const order: EventState[] = ['sent', 'failed', 'delivered', 'bounced', 'complained'];

/**
 * The states that may change into this one. Events may be repeated or out of order; the most advanced state is kept.
 */
export function statesBefore(state: EventState): MailState[] {
  return ['claimed', 'uncertain', ...order.slice(0, order.indexOf(state))];
}
