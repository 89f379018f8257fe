import { organizerFor } from '../../worker/organize/organizers.ts';
import { giveRoleStatement, setLanguage } from '../../worker/organize/people-store.ts';
import type { Role } from '../../worker/organize/role-rules.ts';
import {
  insertSessionStatement,
  notePasskeyStatement,
  secretHash,
} from '../../worker/organize/session-store.ts';
import { base64url } from '../../worker/platform/crypto/bytes.ts';
import { randomBytes } from '../../worker/platform/crypto/ids.ts';
import type { TestApp } from './app.ts';

export type OrganizerClient = Awaited<ReturnType<typeof organizerIn>>;

let made = 0;

/**
 * Somebody with a role in a campaign, signed in. Null: with a session, but no role there. `hasPasskey`: it was shown
 * just now. Set the clock of the app first: a session lasts 12 hours.
 */
export async function organizerIn(
  app: TestApp & { sessionsFrom?: () => Date },
  campaign: { id: number; slug: string },
  {
    role,
    hasPasskey = false,
    email,
    elsewhere,
    keepsLanguage = false,
  }: {
    role: Role | null;
    hasPasskey?: boolean;
    email?: string;
    elsewhere?: { id: number };
    keepsLanguage?: boolean;
  },
) {
  const { db } = app.deps;
  const now = app.now();
  made += 1;
  const address = email ?? `${role ?? 'nobody'}-${made}@${campaign.slug}.example`;
  const { id, statements } = await organizerFor(app.deps, { email: address, now });
  const secret = base64url(randomBytes(32));
  const held = role === null ? null : { campaignId: campaign.id, organizerId: id, role, now };
  const other = elsewhere ? { campaignId: elsewhere.id, organizerId: id, role: 'owner' as const, now } : null;
  await db.batch([
    ...statements,
    ...[held, other].flatMap((one) => (one ? [giveRoleStatement(db, one)] : [])),
    insertSessionStatement(db, { secret, organizerId: id, now: app.sessionsFrom?.() ?? now }),
    ...(hasPasskey ? [notePasskeyStatement(db, secretHash(secret), now)] : []),
  ]);
  const home = `/organize/campaigns/${campaign.slug}`;
  const form_token = await app.deps.keyring.token('console', secretHash(secret));
  return {
    id,
    email: address,
    cookie: `organizer=${secret}`,
    form_token,
    /** `path` follows /organize/campaigns/:campaign, or begins with /organize. */
    async get(path: string) {
      const answer = await app.request(inside(home, path), { headers: { cookie: `organizer=${secret}` } });
      // Else the language of one page would be that of all later ones.
      if (!keepsLanguage && path.includes('lang=')) await setLanguage(db, id, 'en');
      return answer;
    },
    async read(path: string): Promise<string> {
      return (await this.get(path)).text();
    },
    /** As the form of one of its pages would be sent. */
    post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
      return app.request(inside(home, path), {
        method: 'POST',
        headers: { cookie: `organizer=${secret}`, origin: 'http://localhost', ...headers },
        body: new URLSearchParams({ form_token, ...fields }),
      });
    },
  };
}

function inside(home: string, path: string): string {
  return path.startsWith('/organize') ? path : `${home}${path}`;
}
