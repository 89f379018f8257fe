import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { withLanguage } from '../campaigns/shell.ts';
import type { Committee } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { readForm } from '../platform/http/forms.ts';
import { refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { withWords } from '../surveys/digest/read-words.ts';
import { surveyCsv } from '../surveys/digest/survey-csv.ts';
import { tallyCsv, tallyJson } from './downloads.ts';
import { readDeliveryToken, readStaffToken } from './links.ts';
import { readNow } from './now.ts';
import { LinkPage, type LinkPageProps } from './pages/link-page.tsx';
import { replaceStaffLink } from './replace-staff-link.ts';
import { setFrequency } from './set-frequency.ts';
import { listDigests } from './store.ts';
import { deliveryPage, type FoundCommittee, shellOfCommittee, staffPage } from './view.tsx';

type StaffContext = Context<AppEnv>;

/** One week, or none; which weeks there are is another question. */
const weekQuery = z.object({ week: z.string().max(20).optional() });

/** What committee staff reach by the links in their mail. */
export function digestRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/tallies/*', privatePage);
  routes.use('/digests/*', privatePage);

  routes.get('/tallies/:file', checkedQuery(weekQuery), async (c) => {
    // A token holds no dot.
    const [token = '', ...suffix] = c.req.param('file').split('.');
    const link = await staffLink(c, token);
    if (link instanceof Response) return link;
    switch (suffix.join('.')) {
      case '':
        return showStaffPage(c, link.committee, { token, week: c.req.valid('query').week ?? null });
      case 'csv':
        return sendCsv(c, link.committee);
      case 'json':
        return sendJson(c, link.committee);
      default:
        return problemPage(c, { kind: 'unknown' }, 404);
    }
  });

  routes.get('/tallies/:token/surveys/:file', async (c) => {
    const link = await staffLink(c, c.req.param('token'));
    if (link instanceof Response) return link;
    const [, survey] = /^([a-z0-9-]+)\.csv$/.exec(c.req.param('file')) ?? [];
    return survey ? sendSurveyCsv(c, link.committee, survey) : problemPage(c, { kind: 'unknown' }, 404);
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

  routes.get('/digests/:token', async (c) => {
    const committee = await committeeOfMail(c);
    if (!committee) return problemPage(c, { kind: 'unknown' }, 404);
    return c.html(
      await deliveryPage(c, committee, { isDone: c.req.query('done') === 'yes', isWrong: false }),
    );
  });
  routes.post('/digests/:token', chooseFrequency);

  return routes;
}

async function staffLink(c: StaffContext, token: string): Promise<{ committee: FoundCommittee } | Response> {
  const { deps, language } = c.var;
  const link = await readStaffToken(deps.keyring, token);
  const committee = link && (await findCommittee(deps.db, link.committeeId));
  if (!link || !committee) return problemPage(c, { kind: 'unknown' }, 404);
  if (link.generation === committee.staffLink) return { committee };
  return problemPage(c, { kind: 'gone', committee: committee.name[language] }, 410, committee.id);
}

async function showStaffPage(
  c: StaffContext,
  committee: FoundCommittee,
  { token, week }: { token: string; week: string | null },
) {
  const page = await staffPage(c, committee, { token, week });
  return page ? c.html(page) : problemPage(c, { kind: 'no-week', token }, 404, committee.id);
}

async function sendCsv(c: StaffContext, committee: Committee) {
  const digests = await listDigests(c.var.deps.db, committee.id);
  const csv = tallyCsv(
    digests.map(({ content }) => content),
    c.var.language,
  );
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': attachment(
      ['petition-tallies', committee.slug],
      digests.at(-1)?.content.weekEndsOn,
      'csv',
    ),
  });
}

/** Of a survey that no digest has told it is a file of nothing but its columns. */
async function sendSurveyCsv(c: StaffContext, committee: Committee, survey: string) {
  const { deps, language } = c.var;
  const [digests, standing] = await Promise.all([
    listDigests(deps.db, committee.id),
    readNow(deps.db, committee.id, c.var.now),
  ]);
  if (!standing?.surveys.some(({ slug }) => slug === survey)) return problemPage(c, { kind: 'unknown' }, 404);
  const csv = surveyCsv(
    digests.map(({ content }) => content),
    survey,
    language,
  );
  const endsOn = digests.at(-1)?.content.weekEndsOn;
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': attachment(['survey-tally', survey], endsOn, 'csv'),
  });
}

async function sendJson(c: StaffContext, committee: Committee) {
  const { deps, now, language } = c.var;
  const [digests, standing] = await Promise.all([
    listDigests(deps.db, committee.id),
    readNow(deps.db, committee.id, now),
  ]);
  const weeks = await withWords(
    deps,
    digests.map(({ content }) => content),
  );
  const told = {
    weeks,
    now: standing?.petitions ?? [],
    surveys: standing?.surveys ?? [],
    asOf: now,
  };
  const city = standing?.snapshot.city.name ?? '';
  return c.json(tallyJson(told, { slug: committee.slug, name: committee.name, city }, language), 200, {
    'content-disposition': attachment(
      ['petition-tallies', committee.slug],
      digests.at(-1)?.content.weekEndsOn,
      'json',
      'inline',
    ),
  });
}

/** `petition-tallies-safe-communities-2026-11-08.csv`: the day is the last one that was told of. */
function attachment(
  names: string[],
  endsOn: string | undefined,
  suffix: string,
  how: 'attachment' | 'inline' = 'attachment',
): string {
  const name = [...names, ...(endsOn ? [endsOn] : [])].join('-');
  return `${how}; filename="${name.replace(/[^A-Za-z0-9-]/g, '')}.${suffix}"`;
}

async function committeeOfMail(c: StaffContext) {
  const { deps } = c.var;
  const id = await readDeliveryToken(deps.keyring, c.req.param('token') ?? '');
  return id === null ? null : findCommittee(deps.db, id);
}

async function chooseFrequency(c: StaffContext) {
  const committee = await committeeOfMail(c);
  if (!committee) return problemPage(c, { kind: 'unknown' }, 404);
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const { values, repeated } = form.value;
  if (values['List-Unsubscribe'] === 'One-Click') {
    await setFrequency(c.var.deps, committee.id, 'stopped');
    return c.text('OK');
  }
  const chosen = repeated.includes('frequency') ? undefined : values.frequency;
  const set = await setFrequency(c.var.deps, committee.id, chosen);
  if (!set.ok) return c.html(await deliveryPage(c, committee, { isDone: false, isWrong: true }), 422);
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
