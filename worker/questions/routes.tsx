import { type Context, Hono } from 'hono';
import { formatDate, message } from '../../web/language.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { shellOf, speak, withForm, withLanguage } from '../campaigns/shell.ts';
import { findCampaign, findCampaignById } from '../campaigns/store.ts';
import { checkFormToken, makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type FieldError, type Form, languageStepOf, readForm } from '../platform/http/forms.ts';
import { checkLimits, retryAfter } from '../platform/http/limits.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { browsersOwn, privatePage } from '../platform/http/security.ts';
import { knownValue, runQuery } from '../platform/query.ts';
import { retryPaused } from '../platform/switches.ts';
import { dateIn } from '../platform/time/clock.ts';
import { askQuestion, confirmQuestion, eraseQuestion, openAsker } from './ask.ts';
import { type AskedQuestion, findAsked } from './asked-store.ts';
import { entriesQuery, findEntry, listVersions } from './entry-store.ts';
import { pagePath, readOwnToken } from './links.ts';
import { copy } from './pages/copy.ts';
import { DeletedPage, OwnPage, type OwnPageProps, SentPage, VersionsPage } from './pages/own-page.tsx';
import { QuestionsPage } from './pages/questions-page.tsx';
import { parseQuestion } from './rules.ts';
import { shownEntries, writtenEntry } from './shown.ts';

type QuestionContext = Context<AppEnv>;

/** A campaign's answers, the form to ask, and the page of one's own question. */
export function questionRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/campaigns/:campaign/questions', async (c) => {
    const campaign = await campaignOf(c);
    return campaign ? show(c, campaign, { values: {}, errors: [] }) : refuse(c, 'not-found');
  });
  routes.post('/campaigns/:campaign/questions', takeQuestion);
  routes.get('/campaigns/:campaign/questions/sent', async (c) => {
    const campaign = await campaignOf(c);
    return campaign ? c.html(<SentPage shell={shellOf(c, campaign)} />) : refuse(c, 'not-found');
  });
  routes.get('/campaigns/:campaign/questions/deleted', async (c) => {
    const campaign = await campaignOf(c);
    return campaign ? c.html(<DeletedPage shell={shellOf(c, campaign)} />) : refuse(c, 'not-found');
  });
  routes.get('/campaigns/:campaign/question-versions/:entry', showVersions);

  routes.use('/questions/*', privatePage);
  routes.get('/questions/:token', (c) => own(c, (found) => showOwn(c, found)));
  routes.post('/questions/:token/confirm', (c) =>
    own(c, async ({ asked, href }) => {
      await confirmQuestion(c.var.deps, asked.id, c.var.now);
      return c.redirect(withLanguage(c, href), 303);
    }),
  );
  routes.post('/questions/:token/erase', (c) =>
    own(c, async ({ asked, campaign }) => {
      await eraseQuestion(c.var.deps, asked.id);
      return c.redirect(withLanguage(c, `${pagePath(campaign.slug)}/deleted`), 303);
    }),
  );

  return routes;
}

async function campaignOf(c: QuestionContext): Promise<Campaign | null> {
  const campaign = await findCampaign(c.var.deps.db, c.req.param('campaign') ?? '');
  if (campaign) speak(c, campaign);
  return campaign;
}

type Returned = { values: Record<string, string>; errors: FieldError[] };

async function show(
  c: QuestionContext,
  campaign: Campaign,
  { values, errors }: Returned,
  status: 200 | 422 | 429 | 503 = 200,
) {
  const { deps, language } = c.var;
  const href = pagePath(campaign.slug);
  const entries = await runQuery(deps.db, entriesQuery(deps.db, knownValue(campaign.id)));
  const shell = withForm(shellOf(c, campaign, href), {
    ...{ form: 'ask', action: href, enter: 'send', isChecked: errors.length > 0 },
  });
  c.header('cache-control', browsersOwn);
  return c.html(
    <QuestionsPage
      shell={shell}
      href={href}
      campaign={campaign.title[language]}
      entries={shownEntries(campaign, entries, language)}
      noDetails={campaign.care.noDetails?.[language] ?? null}
      formToken={await keptToken(c, campaign, values.form_token)}
      values={values}
      errors={errors}
    />,
    status,
  );
}

const tokenPurpose = ({ slug }: Campaign) => `question ${slug}`;

/** The token of the form that came back, so that sending it again is the same question; a new one if it is too old. */
async function keptToken(c: QuestionContext, campaign: Campaign, given = ''): Promise<string> {
  const { deps, now } = c.var;
  const purpose = tokenPurpose(campaign);
  const isGood = given !== '' && (await checkFormToken(deps.keyring, purpose, given, now, 0)) === 'fresh';
  return isGood ? given : makeFormToken(deps.keyring, purpose, now);
}

async function takeQuestion(c: QuestionContext) {
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const campaign = await campaignOf(c);
  if (!campaign) return refuse(c, 'not-found');
  const { deps, now, language } = c.var;
  const { values } = form.value;
  const parsed = parseQuestion(form.value);
  const languageStep = languageStepOf(values);
  if (languageStep) {
    const errors = languageStep === 'language-check' && !parsed.ok ? parsed.error : [];
    return show(c, campaign, { values, errors }, errors.length > 0 ? 422 : 200);
  }
  const hold = (code: string, status: 429 | 503) =>
    show(c, campaign, { values, errors: [{ field: 'form_token', code }] }, status);
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return hold('read-only', 503);
  }
  const errors = [...(parsed.ok ? [] : parsed.error), ...(await tokenErrors(c, campaign, form.value))];
  if (!parsed.ok || errors.length > 0) return show(c, campaign, { values, errors }, 422);
  const connection = c.req.header('cf-connecting-ip') ?? null;
  const pace = await checkLimits(deps, { connection, now, weight: 1 });
  if (pace !== 'fine') {
    c.header('retry-after', String(retryAfter(pace, now)));
    return hold(pace, 429);
  }
  const formToken = values.form_token ?? '';
  await askQuestion(deps, parsed.value, { campaignId: campaign.id, formToken, language, now });
  return c.redirect(withLanguage(c, `${pagePath(campaign.slug)}/sent`), 303);
}

async function tokenErrors(c: QuestionContext, campaign: Campaign, { values }: Form): Promise<FieldError[]> {
  const { deps, now } = c.var;
  const given = values.form_token ?? '';
  const minAge = deps.settings.limits?.formMinAgeSeconds ?? 0;
  const token = await checkFormToken(deps.keyring, tokenPurpose(campaign), given, now, minAge);
  return token === 'fresh' ? [] : [{ field: 'form_token', code: given === '' ? 'missing' : token }];
}

async function showVersions(c: QuestionContext) {
  const campaign = await campaignOf(c);
  if (!campaign) return refuse(c, 'not-found');
  const { deps, language } = c.var;
  const entry = await findEntry(deps.db, campaign.id, c.req.param('entry') ?? '');
  if (entry?.state !== 'shown') return refuse(c, 'not-found');
  const versions = (await listVersions(deps.db, entry.id)).map((one) => {
    const date = formatDate(dateIn(campaign.city.timeZone, one.madeAt), language);
    const shown = writtenEntry(
      { ...entry, ...one, id: `${entry.id}-${one.version}` },
      language,
      campaign.city,
    );
    return {
      label: message(copy[language].version, { n: one.version, date }, language),
      entry: { ...shown, isChanged: false },
    };
  });
  return c.html(<VersionsPage shell={shellOf(c, campaign)} versions={versions} />);
}

type Found = { asked: AskedQuestion; campaign: Campaign; href: string };

async function own(c: QuestionContext, answer: (found: Found) => Promise<Response>) {
  const { deps } = c.var;
  const token = c.req.param('token') ?? '';
  const id = await readOwnToken(deps.keyring, token);
  const asked = id === null ? null : await findAsked(deps.db, id);
  const campaign = asked && (await findCampaignById(deps.db, asked.campaignId));
  // A question that nobody confirmed is deleted after a week, so a good link can lead to nothing.
  if (!asked || !campaign) return refuse(c, id === null ? 'not-found' : 'gone');
  speak(c, campaign);
  const found = { asked, campaign, href: `/questions/${token}` };
  // Deleting a question ends its link.
  return asked.sealed === null ? showOwn(c, found, 410) : answer(found);
}

async function showOwn(c: QuestionContext, { asked, campaign, href }: Found, status: 200 | 410 = 200) {
  const { deps, language } = c.var;
  const asker = await openAsker(deps.keyring, asked);
  const found = asked.entryId ? await findEntry(deps.db, campaign.id, asked.entryId) : null;
  const entry = found?.state === 'shown' ? writtenEntry(found, language, campaign.city) : null;
  const reason = asked.reason ? copy[language].reasons[asked.reason] : '';
  return c.html(
    <OwnPage
      shell={shellOf(c, campaign, href)}
      href={href}
      campaign={campaign.title[language]}
      text={asker?.text ?? null}
      about={aboutOf(asked, { isErased: asker === null, hasEntry: entry !== null })}
      reason={message(reason, { contact: campaign.contactEmail }, language)}
      entry={asked.sealed === null ? null : entry}
    />,
    status,
  );
}

function aboutOf(
  { state }: AskedQuestion,
  { isErased, hasEntry }: { isErased: boolean; hasEntry: boolean },
): OwnPageProps['about'] {
  if (isErased || state === 'withdrawn' || state === 'lapsed') return 'gone';
  if (state === 'answered') return hasEntry ? 'answered' : 'taken';
  return state;
}
