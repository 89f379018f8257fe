import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { shellOf, withLanguage } from '../campaigns/shell.ts';
import { type FoundCommittee, findCommittee } from '../councils/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { readForm } from '../platform/http/forms.ts';
import { refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { isCsvName } from './csv-rows.ts';
import { type CommitteeLink, readDeliveryToken, readStaffToken } from './links.ts';
import { loadStaffPage, type WeekAsked } from './load-staff-page.ts';
import { LinkPage, type LinkPageProps } from './pages/link-page.tsx';
import { replaceStaffLink } from './replace-staff-link.ts';
import type { DigestSection } from './section.ts';
import { sendCsv, sendCsvOfTally, sendJson } from './send-downloads.ts';
import { setFrequency } from './set-frequency.ts';
import { deliveryPage, shellOfCommittee, staffPage } from './view.tsx';
import { isWeek } from './week-rules.ts';

type StaffContext = Context<AppEnv>;
type Sections = readonly DigestSection[];

/** Checks only the form of a week: the one to show, and the one before which weeks are listed or sent as JSON. */
const weekQuery = z.object({ week: z.string().max(20).optional(), before: z.string().max(20).optional() });

/** The pages behind the links in a committee's mail. */
export function digestRoutes(sections: Sections) {
  const routes = new Hono<AppEnv>();
  routes.use('/tallies/*', privatePage);
  routes.use('/digests/*', privatePage);
  routes.route('/', staffRoutes(sections));

  routes.get('/digests/:token', async (c) => {
    const link = await deliveryLink(c);
    if (link instanceof Response) return link;
    return c.html(
      await deliveryPage(c, link.committee, { isDone: c.req.query('done') === 'yes', problem: null }),
    );
  });
  routes.post('/digests/:token', chooseFrequency);

  return routes;
}

function staffRoutes(sections: Sections) {
  const routes = new Hono<AppEnv>();
  const unknown = (c: StaffContext) => problemPage(c, { kind: 'unknown' }, 404);

  routes.get('/tallies/:file', checkedQuery(weekQuery), async (c) => {
    // A token holds no dot.
    const [token = '', ...suffix] = c.req.param('file').split('.');
    const { week = null, before = null } = c.req.valid('query');
    if (suffix.length === 0) return showStaffPage(c, token, { sections, asked: { week, before } });
    const link = await staffLink(c, token);
    if (link instanceof Response) return link;
    const { committee } = link;
    switch (suffix.join('.')) {
      case 'csv':
        return sendCsv(c, committee, { sections, name: 'weeks' });
      case 'json':
        if (before !== null && !isWeek(before)) return unknown(c);
        return sendJson(c, committee, { token, sections, before });
      default:
        return unknown(c);
    }
  });

  routes.get('/tallies/:token/:file{.+\\.csv}', async (c) => {
    const link = await staffLink(c, c.req.param('token'));
    if (link instanceof Response) return link;
    const [key = '', slug] = c.req
      .param('file')
      .replace(/\.csv$/, '')
      .split('/');
    if (slug === undefined) {
      const name = isCsvName(key) ? key : null;
      return name ? sendCsv(c, link.committee, { sections, name }) : unknown(c);
    }
    const section = sections.find((one) => one.key === key);
    return (section && (await sendCsvOfTally(c, link.committee, { section, slug }))) || unknown(c);
  });

  routes.post('/tallies/:token/replace', async (c) => {
    const link = await staffLink(c, c.req.param('token'));
    if (link instanceof Response) return link;
    const { committee } = link;
    const name = committee.name[c.var.language];
    const generation = committee.staffLink;
    const replaced = await replaceStaffLink(c.var.deps, { committeeId: committee.id, generation }, c.var.now);
    if (!replaced.ok) return problemPage(c, { kind: 'gone', committee: name }, 410, committee.id);
    return problemPage(c, { kind: 'replaced', committee: name }, 200, committee.id);
  });

  return routes;
}

async function staffLink(c: StaffContext, token: string) {
  return holdingLink(c, await readStaffToken(c.var.deps.keyring, token), 'gone');
}

/** Lets only links through that were not replaced since they were mailed. */
async function holdingLink(
  c: StaffContext,
  link: CommitteeLink | null,
  gone: 'gone' | 'gone-delivery',
): Promise<{ committee: FoundCommittee } | Response> {
  const { deps, language } = c.var;
  const committee = link && (await findCommittee(deps.db, link.committeeId));
  if (!link || !committee) return problemPage(c, { kind: 'unknown' }, 404);
  if (link.generation === committee.staffLink) return { committee };
  return problemPage(c, { kind: gone, committee: committee.name[language] }, 410, committee.id);
}

/** All that the page shows, and whether its link was replaced, is one batch. */
async function showStaffPage(
  c: StaffContext,
  token: string,
  { sections, asked }: { sections: Sections; asked: WeekAsked },
) {
  const { deps, now, language } = c.var;
  const link = await readStaffToken(deps.keyring, token);
  const found = link && (await loadStaffPage(deps, { committeeId: link.committeeId, sections, asked }, now));
  if (!link || !found) return problemPage(c, { kind: 'unknown' }, 404);
  const { committee, campaign, page } = found;
  const shell = shellOf(c, campaign);
  if (link.generation !== committee.staffLink) {
    return c.html(
      <LinkPage shell={shell} about={{ kind: 'gone', committee: committee.name[language] }} />,
      410,
    );
  }
  if (!page) return c.html(<LinkPage shell={shell} about={{ kind: 'no-week', token }} />, 404);
  return c.html(await staffPage(c, { committee, page }, { token, sections, shell }));
}

async function deliveryLink(c: StaffContext) {
  const link = await readDeliveryToken(c.var.deps.keyring, c.req.param('token') ?? '');
  return holdingLink(c, link, 'gone-delivery');
}

async function chooseFrequency(c: StaffContext) {
  const link = await deliveryLink(c);
  if (link instanceof Response) return link;
  const { committee } = link;
  const { deps, now } = c.var;
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const { values, repeated } = form.value;
  if (values['List-Unsubscribe'] === 'One-Click') {
    const stopped = await setFrequency(deps, committee, 'stopped', now);
    return stopped.ok ? c.text('OK') : c.text('Too many changes today', 429);
  }
  const chosen = repeated.includes('frequency') ? undefined : values.frequency;
  const set = await setFrequency(deps, committee, chosen, now);
  if (!set.ok) {
    const problem = set.error.reason;
    const page = await deliveryPage(c, committee, { isDone: false, problem });
    return c.html(page, problem === 'too-often' ? 429 : 422);
  }
  return c.redirect(withLanguage(c, `${c.req.path}?done=yes`), 303);
}

async function problemPage(
  c: StaffContext,
  about: LinkPageProps['about'],
  status: 200 | 404 | 410,
  committeeId?: number,
) {
  const shell = await shellOfCommittee(c, committeeId ?? null);
  return c.html(<LinkPage shell={shell} about={about} />, status);
}
