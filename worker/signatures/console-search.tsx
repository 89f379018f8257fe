import { linkFrom } from '../../web/shell.ts';
import { findContextById } from '../actions/context.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath, consoleShell } from '../organize/frame.ts';
import { base64url, fromBase64url } from '../platform/crypto/bytes.ts';
import { orNull } from '../platform/crypto/keyring.ts';
import { runQuery } from '../platform/query.ts';
import { actionsOfQuery, type BrowsedAction, type Listed, searchByKeys } from './browse-store.ts';
import { rowOf } from './console-list.tsx';
import { makeInboxKey, makeKeys } from './keys.ts';
import { SearchPage } from './pages/console-list-page.tsx';

const mostFound = 50;

type Typed = { email: string; name: string; zip: string };

const nothing: Typed = { email: '', name: '', zip: '' };
const isEnough = ({ email, name, zip }: Typed) => email !== '' || (name !== '' && zip !== '');

/**
 * What was typed goes into the address of the result sealed for this session, so that Back leads to the result again
 * while no history and no log holds a name or an address.
 */
export async function askSearch(c: ConsoleContext) {
  const { deps, campaign, form, session } = c.var;
  const typed = {
    email: (form.values.email ?? '').trim().slice(0, 254),
    name: (form.values.name ?? '').trim().slice(0, 200),
    zip: (form.values.zip ?? '').trim().slice(0, 10),
  };
  if (!isEnough(typed)) return searchPage(c, typed);
  const sealed = await deps.keyring.seal(sealContext(session.idHash), typed);
  const result = consolePath(campaign, `/signature-search?for=${base64url(sealed)}`);
  return c.redirect(linkFrom(consoleShell(c), result), 303);
}

/** The result, for the session that searched. Anybody else gets the empty form. */
export async function showSearch(c: ConsoleContext) {
  const asked = c.req.query('for') ?? '';
  const bytes = asked.length <= 2000 ? fromBase64url(asked) : null;
  const context = sealContext(c.var.session.idHash);
  const typed = bytes?.length ? await orNull(c.var.deps.keyring.open<Typed>(context, bytes)) : null;
  return typed ? searchPage(c, typed) : c.redirect(consolePath(c.var.campaign, '/signatures'), 303);
}

const sealContext = (session: string) => `signature search ${session}`;

async function searchPage(c: ConsoleContext, typed: Typed = nothing) {
  const { deps, campaign } = c.var;
  const { db } = deps;
  const [frame, actions] = await Promise.all([
    consoleFrame(c),
    runQuery(db, actionsOfQuery(db, campaign.id)),
  ]);
  const found = isEnough(typed) ? await search(c, typed, actions) : [];
  const ids = [...new Set(found.map(({ actionId }) => actionId))];
  const contexts = (await Promise.all(ids.map((id) => findContextById(db, id)))).flatMap((one) => one ?? []);
  return c.html(
    <SearchPage
      frame={frame}
      typed={typed}
      isEnough={isEnough(typed)}
      rows={found.map((one) => rowOf(one, { c, contexts, actions }))}
      isOne={actions.length < 2}
    />,
    isEnough(typed) ? 200 : 422,
  );
}

/** By fingerprints: nobody is opened. */
async function search(c: ConsoleContext, typed: Typed, actions: readonly BrowsedAction[]): Promise<Listed[]> {
  const { keyring, db } = c.var.deps;
  const { email, name: givenName, zip } = typed;
  const person = { givenName, familyName: '', email: 'nobody@example.org', zip, street: '' };
  const keyOf = async (id: number) =>
    email !== '' ? makeInboxKey(keyring, id, email) : (await makeKeys(keyring, id, person)).nameZipKey;
  const keys = actions.map(async ({ id }) => [id, await keyOf(id)] as [number, string]);
  return searchByKeys(db, email !== '' ? 'inbox' : 'name', {
    keys: await Promise.all(keys),
    most: mostFound,
  });
}
