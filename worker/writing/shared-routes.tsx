import type { Context } from 'hono';
import { asLanguage, formatInstant, type Language } from '../../web/language.ts';
import { plainShell } from '../../web/shell.ts';
import { changesOf, isGroup, type Json, type JsonObject, valueAt, withChange } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { findCampaignById } from '../organize/campaign-store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { changesByField, rowsIn } from './change-rows.ts';
import { findLinkedDraft, findSave } from './draft-store.ts';
import { pagesOf } from './form-places.ts';
import { readDraftToken } from './links.ts';
import { SharedDraftPage, SharedGonePage } from './pages/shared-page.tsx';
import { answerPreview } from './preview-routes.tsx';

const mostRows = 200;

type SharedContext = Context<AppEnv, '/drafts/:token' | '/drafts/:token/see'>;

/** The draft that a private link is of; null where the link has ended. */
async function findShared(c: SharedContext) {
  const { deps, now } = c.var;
  const link = await readDraftToken(deps.keyring, c.req.param('token'));
  const draft = link && (await findLinkedDraft(deps.db, { ...link, now }));
  const campaign = draft && (await findCampaignById(deps.db, draft.campaignId));
  if (!draft || !campaign) return null;
  const [spoken = 'en'] = campaign.languages;
  return { draft, campaign, language: askedIn(c) ?? spoken };
}

/** A preview has its language as `in`. */
function askedIn(c: SharedContext): Language | null {
  return asLanguage(c.req.query('lang') ?? c.req.query('in')) ?? null;
}

function gone(c: SharedContext) {
  const { pathname, search } = new URL(c.req.url);
  return c.html(<SharedGonePage shell={plainShell(askedIn(c) ?? c.var.language, pathname + search)} />, 410);
}

/** A draft for whoever was given its private link. */
export async function showSharedDraft(c: SharedContext, sections: Sections) {
  const { deps, now } = c.var;
  const shared = await findShared(c);
  if (!shared) return gone(c);
  const { draft, campaign, language } = shared;
  const { pathname, search } = new URL(c.req.url);
  const first = await findSave(deps.db, draft.id, 1);
  const [before, after] = [withoutContacts(first?.json ?? {}), withoutContacts(draft.json)];
  const pages = await pagesOf(sections);
  const changes = first ? changesByField(changesOf(before, after), { before, after, pages }) : [];
  return c.html(
    <SharedDraftPage
      shell={plainShell(language, pathname + search)}
      campaign={campaign.title[language]}
      until={formatInstant(draft.link.until ?? now, campaign.timeZone, language)}
      see={`${pathname}/see?${new URLSearchParams({ lang: language })}`}
      rows={campaign.isPublic ? rowsIn(changes.slice(0, mostRows), { before, after, pages, language }) : null}
    />,
  );
}

/** A page of it, as it would be. */
export async function showSharedPreview(c: SharedContext, sections: Sections) {
  const shared = await findShared(c);
  if (!shared) return gone(c);
  const { draft, language } = shared;
  const { pathname } = new URL(c.req.url);
  c.set('language', language);
  return answerPreview(c as unknown as Context<AppEnv>, draft.json, {
    sections,
    base: pathname,
    back: pathname.replace(/\/see$/, ''),
    shell: plainShell(language, pathname),
  });
}

/** Without the addresses of committees and partners, which only organizers see. That of the campaign is public. */
function withoutContacts(json: Json): Json {
  const partners = valueAt(json, ['campaign', 'partners']);
  const committees = valueAt(json, ['council', 'committees']);
  const without = (list: Json[]): Json[] => list.map((one) => (isGroup(one) ? withoutContact(one) : one));
  const council = valueAt(json, ['council']);
  return [
    ...(isGroup(council) ? [{ path: ['council'], after: withoutContact(council) }] : []),
    ...(Array.isArray(committees) ? [{ path: ['council', 'committees'], after: without(committees) }] : []),
    ...(Array.isArray(partners) ? [{ path: ['campaign', 'partners'], after: without(partners) }] : []),
  ].reduce<Json>((all, { path, after }) => withChange(all, { path, before: null, after }) ?? all, json);
}

function withoutContact({ contact_email: _hidden, ...others }: JsonObject): JsonObject {
  return others;
}
