import type { Context } from 'hono';
import { asLanguage, formatInstant } from '../../web/language.ts';
import { plainShell } from '../../web/shell.ts';
import { changesOf } from '../kits/json-rules.ts';
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
  const changes = first ? changesOf(first.json, draft.json) : [];
  return c.html(
    <SharedDraftPage
      shell={plainShell(language, pathname + search)}
      campaign={campaign.title[language]}
      until={formatInstant(draft.link.until ?? now, campaign.timeZone, language)}
      rows={rowsIn(changes.slice(0, mostRows), {
        before: first?.json ?? {},
        after: draft.json,
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
