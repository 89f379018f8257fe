import type { Hono } from 'hono';
import { readForm } from '../platform/http/forms.ts';
import { refuseBody } from '../platform/http/refuse.tsx';
import { listOwnCampaigns } from './campaign-store.ts';
import { commitWithAct, type Step } from './commit-with-act.ts';
import type { ConsoleContext, ConsoleEnv, NamedSection } from './console-section.ts';
import { consoleShell } from './frame.ts';
import { consolePage, readSecret, requireOwnOrigin, requireSession } from './guard.ts';
import { PasskeyPage } from './pages/passkey-page.tsx';
import { endPasskeyStatement, insertPasskeyStatement, listPasskeys } from './passkey-store.ts';
import { makeChallenge, readPasskey, readRegistration } from './passkeys.ts';
import { readDailyMail, setDailyMail } from './people-store.ts';
import { passkeyLasts } from './role-rules.ts';
import { notePasskeyStatement, secretHash } from './session-store.ts';
import { beginSession, browserOf, takeWayBack } from './sign-in.ts';
import { signInPage } from './sign-in-routes.tsx';
import { readWayBack } from './way-back-rules.ts';

/** An organizer's own access: passkeys, showing one again, the daily mail. */
export function registerPasskeys(app: Hono<ConsoleEnv>, sections: readonly NamedSection[]): void {
  const signedIn = requireSession(sections);
  app.get('/organize/passkey', consolePage, signedIn, (c) => showPage(c, { problem: null, status: 200 }));
  app.post('/organize/passkey', consolePage, signedIn, show);
  app.post('/organize/passkey/new', consolePage, signedIn, register);
  app.post('/organize/passkey/end', consolePage, signedIn, end);
  app.post('/organize/daily-mail', consolePage, signedIn, chooseMail);
  app.post('/organize/passkey-sign-in', consolePage, requireOwnOrigin, signIn);
}

function originsOf(c: ConsoleContext): string[] {
  return [new URL(c.req.url).origin, new URL(c.var.deps.settings.publicUrl).origin];
}

function isFresh(c: ConsoleContext): boolean {
  const { passkeyAt } = c.var.session;
  return passkeyAt !== null && c.var.now.getTime() - passkeyAt.getTime() < passkeyLasts;
}

async function showPage(
  c: ConsoleContext,
  { problem, status }: { problem: 'failed' | 'first' | null; status: 200 | 403 | 422 },
) {
  const { deps, now, organizer, session } = c.var;
  const [keys, [campaign]] = await Promise.all([
    listPasskeys(deps.db, organizer.id),
    listOwnCampaigns(deps.db, organizer.id),
  ]);
  const [challenge, dailyMail] = await Promise.all([
    makeChallenge(deps.keyring, { holder: session.idHash, now }),
    readDailyMail(deps.db, organizer.id),
  ]);
  const page = (
    <PasskeyPage
      shell={consoleShell(c)}
      organizer={organizer}
      formToken={session.formToken}
      keys={keys}
      timeZone={campaign?.timeZone ?? 'UTC'}
      challenge={challenge}
      to={readWayBack(c.req.query())}
      isFresh={isFresh(c)}
      dailyMail={dailyMail}
      problem={problem}
    />
  );
  return c.html(page, status);
}

async function show(c: ConsoleContext) {
  const { deps, now, organizer, session, form } = c.var;
  const shown = { holder: session.idHash, now, origins: originsOf(c) };
  const key = await readPasskey(deps, form.values.credential ?? '', shown);
  if (!key || key.organizerId !== organizer.id) return showPage(c, { problem: 'failed', status: 422 });
  await notePasskeyStatement(deps.db, session.idHash, now).run();
  return c.redirect(readWayBack(c.req.query()) ?? '/organize/passkey', 303);
}

/**
 * The mailed link is enough to add the first key. Another key can be added only just after an existing one was shown,
 * so that somebody who reads an organizer's mail cannot add a key.
 */
async function register(c: ConsoleContext) {
  const { deps, now, organizer, session, form } = c.var;
  const keys = await listPasskeys(deps.db, organizer.id);
  if (keys.length > 0 && !isFresh(c)) return showPage(c, { problem: 'first', status: 403 });
  const shown = { holder: session.idHash, now, origins: originsOf(c) };
  const key = await readRegistration(deps, form.values.credential ?? '', shown);
  if (!key || keys.some(({ id }) => id === key.id)) return showPage(c, { problem: 'failed', status: 422 });
  const label = String(keys.length + 1);
  await commitOwn(c, 'add-passkey', [
    insertPasskeyStatement(deps.db, { ...key, organizerId: organizer.id, label }, now),
    notePasskeyStatement(deps.db, session.idHash, now),
  ]);
  return c.redirect(readWayBack(c.req.query()) ?? '/organize/passkey', 303);
}

async function end(c: ConsoleContext) {
  const { deps, now, organizer, form } = c.var;
  if (!isFresh(c)) return showPage(c, { problem: 'first', status: 403 });
  const key = { id: form.values.key ?? '', organizerId: organizer.id, now };
  // A second press finds nothing left to end.
  await commitOwn(c, 'remove-passkey', [{ statement: endPasskeyStatement(deps.db, key), changes: 1 }]);
  return c.redirect('/organize/passkey', 303);
}

/** Logs a change of an organizer's passkeys in each of their campaigns, where the owners can read it. */
async function commitOwn(c: ConsoleContext, kind: string, steps: readonly Step[]) {
  const { deps, organizer, now } = c.var;
  const [campaign = null, ...alsoIn] = await listOwnCampaigns(deps.db, organizer.id);
  const act = { campaign, actor: organizer.id, kind, subject: organizer.id };
  return commitWithAct(deps, { act, alsoIn, steps, now });
}

async function chooseMail(c: ConsoleContext) {
  const { deps, organizer, form } = c.var;
  const language = form.values.language === 'es' ? 'es' : 'en';
  await setDailyMail(deps.db, { id: organizer.id, wants: form.values.daily_mail === 'yes', language });
  return c.redirect('/organize/passkey', 303);
}

async function signIn(c: ConsoleContext) {
  const { deps, now } = c.var;
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const browser = readSecret(c, 'asked');
  const shown = { holder: secretHash(browser ?? ''), now, origins: originsOf(c) };
  const key = browser ? await readPasskey(deps, form.value.values.credential ?? '', shown) : null;
  // The page may be an old one, or another tab has been given a new cookie since: the next press has a fresh challenge.
  if (!key) return signInPage(c, { email: '', error: 'passkey', browser: browserOf(c) });
  await beginSession(c, key.organizerId, { withPasskey: true });
  return c.redirect(await takeWayBack(c, key.organizerId), 303);
}
