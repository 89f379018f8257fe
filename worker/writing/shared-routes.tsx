import type { Context } from 'hono';
import { asLanguage, formatInstant } from '../../web/language.ts';
import { plainShell } from '../../web/shell.ts';
import { changesOf, isGroup, type Json, type JsonObject, valueAt, withChange } from '../kits/json-rules.ts';
import { parseKit, type Sections } from '../kits/parse.ts';
import { findCampaignById } from '../organize/campaign-store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { rowsIn } from './change-rows.ts';
import { findLinkedDraft, findSave } from './draft-store.ts';
import { pagesOf } from './form-places.ts';
import { readDraftToken } from './links.ts';
import { SharedDraftPage, SharedGonePage } from './pages/shared-page.tsx';

const mostRows = 200;

/** A draft for whoever was given its private link. */
export async function showSharedDraft(c: Context<AppEnv, '/drafts/:token'>, sections: Sections) {
  const { deps, now } = c.var;
  const { pathname, search } = new URL(c.req.url);
  const link = await readDraftToken(deps.keyring, c.req.param('token'));
  const draft = link && (await findLinkedDraft(deps.db, { ...link, now }));
  const campaign = draft && (await findCampaignById(deps.db, draft.campaignId));
  if (!draft || !campaign) {
    return c.html(<SharedGonePage shell={plainShell(c.var.language, pathname + search)} />, 410);
  }
  const [spoken = 'en'] = campaign.languages;
  const language = asLanguage(c.req.query('lang')) ?? spoken;
  const first = await findSave(deps.db, draft.id, 1);
  const parsed = parseKit(draft.json, sections);
  const texts = parsed.ok ? sections.flatMap((section) => section.texts(parsed.value)) : [];
  const [before, after] = [withoutContacts(first?.json ?? {}), withoutContacts(draft.json)];
  const changes = first ? changesOf(before, after) : [];
  return c.html(
    <SharedDraftPage
      shell={plainShell(language, pathname + search)}
      campaign={campaign.title[language]}
      until={formatInstant(draft.link.until ?? now, campaign.timeZone, language)}
      rows={rowsIn(changes.slice(0, mostRows), {
        before,
        after,
        pages: await pagesOf(sections),
        language,
      })}
      texts={texts.map(({ text }) => ({
        title: text.title[language],
        ask: text.ask[language],
        html: renderMarkdown(text.body[language]),
      }))}
    />,
  );
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
