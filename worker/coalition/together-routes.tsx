import { type Context, Hono } from 'hono';
import type { Campaign } from '../campaigns/rules.ts';
import { helpOf, shellOf, speak, withLanguage } from '../campaigns/shell.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { retryPaused } from '../platform/switches.ts';
import { addByPartner, changeByPartner } from './add-entry.ts';
import { agreeToNorms, withdrawFromNorms } from './agree.ts';
import { asEntryKind, type EntryKind, parseEntry } from './entry-rules.ts';
import { entriesQuery } from './entry-store.ts';
import { changeOfNorms } from './norms-rules.ts';
import { agreedTextsQuery } from './norms-store.ts';
import { TogetherListPage, TogetherPage, type TogetherPageProps } from './pages/together-page.tsx';
import { readPartnerToken } from './partner-links.ts';
import type { Partner } from './rules.ts';
import { findPartner } from './store.ts';
import { onAList, onThePage, shownEntry, shownNorms, shownPartners, togetherQuery } from './together-view.ts';

type TogetherContext = Context<AppEnv>;
type Here = { partner: Partner; campaign: Campaign; href: string };

/** What all partners of a campaign share, behind the link to a partner's own page. */
export function togetherRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/partners/:token/coalition/*', privatePage);
  routes.get('/partners/:token/coalition', (c) => here(c, (found) => show(c, found)));
  routes.post('/partners/:token/coalition', async (c) => {
    const form = await readForm(c);
    if (!form.ok) return refuseBody(c, form.error);
    return here(c, (found) => press(c, found, form.value.values));
  });
  routes.get('/partners/:token/coalition/:list', (c) => {
    const kind = asEntryKind(c.req.param('list'));
    return kind ? here(c, (found) => showList(c, found, kind)) : refuse(c, 'not-found');
  });
  return routes;
}

/** A partner that left reads nothing of it. */
async function here(c: TogetherContext, go: (found: Here) => Response | Promise<Response>) {
  const { deps } = c.var;
  const token = c.req.param('token') ?? '';
  const link = await readPartnerToken(deps.keyring, token);
  const partner = link && (await findPartner(deps.db, link.partnerId));
  if (!partner || partner.link !== link.version) return refuse(c, partner ? 'gone' : 'not-found');
  const campaign = partner.retired ? null : await findCampaignById(deps.db, partner.campaignId);
  if (!campaign) return refuse(c, 'gone');
  speak(c, campaign);
  return go({ partner, campaign, href: `/partners/${token}` });
}

type Extra = Partial<Pick<TogetherPageProps, 'notice' | 'form'>>;

async function show(
  c: TogetherContext,
  { partner, campaign, href }: Here,
  { notice = null, form = null }: Extra = {},
  status: 200 | 409 | 422 | 429 | 503 = 200,
) {
  const { deps, language } = c.var;
  const { found, agreedTo } = await runQuery(
    deps.db,
    joinQueries({
      found: togetherQuery(deps.db, knownValue(campaign.id)),
      agreedTo: agreedTextsQuery(deps.db, partner.id),
    }),
  );
  const { timeZone } = campaign.city;
  const listOf = (kind: EntryKind) => ({
    entries: found.lists[kind]
      .slice(0, onThePage)
      .map((entry) => shownEntry(entry, { language, timeZone, mayChange: entry.partner?.id === partner.id })),
    hasMore: found.lists[kind].length > onThePage,
  });
  const page = (
    <TogetherPage
      shell={shellOf(c, campaign, `${href}/coalition`)}
      href={href}
      norms={shownNorms(found.norms, { language, timeZone })}
      areNormsPublic={campaign.areNormsPublic}
      mine={found.agreements.get(partner.id) ?? null}
      change={changeOfNorms(agreedTo, found.norms?.texts ?? [], language)}
      partners={shownPartners(found, language)}
      lists={{ agenda: listOf('agenda'), idea: listOf('idea'), notes: listOf('notes') }}
      help={helpOf(campaign.care, language)}
      notice={notice}
      form={form}
    />
  );
  return c.html(page, status);
}

async function press(c: TogetherContext, found: Here, values: Record<string, string>) {
  const { step = '' } = values;
  const kind = asEntryKind(/^add-(?<kind>agenda|idea)$/.exec(step)?.groups?.kind);
  if (kind) return add(c, found, kind, values);
  if (c.var.switches.has('read-only')) return refuse(c, 'read-only');
  if (step === 'agree' || step === 'withdraw') return answerNorms(c, found, step, values);
  if (step === 'done' || step === 'open' || step === 'off') return change(c, found, step, values);
  return refuse(c, 'bad-request');
}

const back = (c: TogetherContext, { href }: Here, place: string) =>
  c.redirect(`${withLanguage(c, `${href}/coalition`)}#${place}`, 303);

async function answerNorms(
  c: TogetherContext,
  found: Here,
  step: 'agree' | 'withdraw',
  values: Record<string, string>,
) {
  const { deps, now } = c.var;
  const version = /^[1-9]\d{0,8}$/.test(values.version ?? '') ? Number(values.version) : 0;
  const of = { partner: found.partner, version, now };
  if (step === 'withdraw') {
    await withdrawFromNorms(deps, of);
    return back(c, found, 'norms');
  }
  const agreed = await agreeToNorms(deps, { ...of, timeZone: found.campaign.city.timeZone });
  return agreed.ok ? back(c, found, 'norms') : show(c, found, { notice: 'norms' }, 409);
}

async function change(
  c: TogetherContext,
  found: Here,
  to: 'done' | 'open' | 'off',
  values: Record<string, string>,
) {
  const from = values.seen === 'done' ? 'done' : 'open';
  const { partner } = found;
  const isChanged =
    from !== to && (await changeByPartner(c.var.deps, { partner, id: values.entry ?? '', from, to }));
  return isChanged ? back(c, found, 'lists') : show(c, found, { notice: 'entry' }, 409);
}

async function add(c: TogetherContext, found: Here, kind: EntryKind, values: Record<string, string>) {
  const { deps, now, language } = c.var;
  const fields = { kind, values };
  const held = (code: 'limit' | 'read-only') => ({ form: { ...fields, errors: [{ field: kind, code }] } });
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return show(c, found, held('read-only'), 503);
  }
  const parsed = parseEntry(kind, values, found.campaign.city.timeZone);
  if (!parsed.ok) return show(c, found, { form: { ...fields, errors: parsed.error } }, 422);
  const added = await addByPartner(deps, { partner: found.partner, entry: parsed.value, language, now });
  return added.ok ? back(c, found, `list-${kind}`) : show(c, found, held('limit'), 429);
}

async function showList(c: TogetherContext, { partner, campaign, href }: Here, kind: EntryKind) {
  const { deps, language } = c.var;
  const { timeZone } = campaign.city;
  const before = /^[0-9A-Z]{26}$/.exec(c.req.query('before') ?? '')?.[0] ?? null;
  const query = entriesQuery(deps.db, knownValue(campaign.id), { kind, before, most: onAList + 1 });
  const found = await runQuery(deps.db, query);
  const path = `${href}/coalition`;
  const last = found.length > onAList ? found[onAList - 1] : undefined;
  return c.html(
    <TogetherListPage
      shell={shellOf(c, campaign)}
      path={path}
      kind={kind}
      entries={found
        .slice(0, onAList)
        .map((entry) =>
          shownEntry(entry, { language, timeZone, mayChange: entry.partner?.id === partner.id }),
        )}
      next={last ? `${path}/${kind}?before=${last.id}` : null}
      first={before === null ? null : `${path}/${kind}`}
    />,
  );
}
