import { type Context, Hono } from 'hono';
import { shellOf, speak, withLanguage } from '../campaigns/shell.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type FieldError, type Form, longFormLimit, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { runQuery } from '../platform/query.ts';
import { retryPaused } from '../platform/switches.ts';
import { dateIn } from '../platform/time/clock.ts';
import { asUse, fieldsOfUses, parseTold, parseUses } from './form-rules.ts';
import { readOwnToken } from './links.ts';
import { neverStored } from './never-stored.ts';
import type { OwnStory } from './own.ts';
import { ownPage } from './own-view.tsx';
import { OverPage } from './pages/invitation-pages.tsx';
import { PreviewPage } from './pages/preview-page.tsx';
import { WritePage, type WritePageProps } from './pages/write-page.tsx';
import { coolingOff, goesOnUntil } from './rules.ts';
import { renderedAs } from './shown.ts';
import { type WholeStory, wholeStoryQuery } from './store.ts';
import { agree, answerPay, erase, openTold, pause, renew, takeDown, write } from './telling.ts';

type OwnContext = Context<AppEnv>;

/** The pages of who tells a story, behind the link that only they have. */
export function ownRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/my-story/*', neverStored);
  routes.get('/my-story/:token', (c) => own(c, async (found) => c.html(await ownPage(c, found))));
  routes.get('/my-story/:token/write', (c) => own(c, (found) => showWrite(c, found)));
  routes.post('/my-story/:token/write', (c) => withForm(c, saveText));
  routes.post('/my-story/:token/preview', (c) => withForm(c, preview));
  routes.post('/my-story/:token/agree', (c) => withForm(c, sayYes));
  routes.post('/my-story/:token/renew', (c) =>
    withForm(c, async (_, { whole, campaign, href }, { values }) => {
      const use = asUse(values.use);
      if (!use) return refuse(c, 'bad-request');
      await renew(c.var.deps, whole, { use, timeZone: campaign.city.timeZone, now: c.var.now });
      return back(c, href);
    }),
  );
  routes.post('/my-story/:token/take-down', (c) =>
    withForm(c, async (_, { whole, href }, { values }) => {
      // Without a use it is taken down everywhere.
      await takeDown(c.var.deps, whole, { use: asUse(values.use), now: c.var.now });
      return back(c, href);
    }),
  );
  const press = (name: string, act: (c: OwnContext, whole: WholeStory) => Promise<void>) =>
    routes.post(`/my-story/:token/${name}`, (c) =>
      own(c, async ({ whole, href }) => {
        await act(c, whole);
        return back(c, href);
      }),
    );
  press('pause', (c, { story }) => pause(c.var.deps, story.id, c.var.now));
  press('resume', (c, { story }) => pause(c.var.deps, story.id, null));
  press('decline', (c, { story }) => answerPay(c.var.deps, story, true));
  press('accept', (c, { story }) => answerPay(c.var.deps, story, false));
  press('erase', (c, { story }) => erase(c.var.deps, story.id, c.var.now));
  return routes;
}

function back(c: OwnContext, href: string) {
  return c.redirect(withLanguage(c, href), 303);
}

async function own(c: OwnContext, go: (found: OwnStory) => Response | Promise<Response>) {
  const { deps } = c.var;
  const token = c.req.param('token') ?? '';
  const id = await readOwnToken(deps.keyring, token);
  const whole = id === null ? null : await runQuery(deps.db, wholeStoryQuery(deps.db, id));
  const campaign = whole && (await findCampaignById(deps.db, whole.story.campaignId));
  if (!whole || !campaign) return refuse(c, id === null ? 'not-found' : 'gone');
  speak(c, campaign);
  const href = `/my-story/${token}`;
  if (whole.story.state !== 'begun')
    return c.html(<OverPage shell={shellOf(c, campaign, href)} what="erased" />, 410);
  return go({ whole, campaign, told: await openTold(deps.keyring, whole.story), href });
}

type Handler = (c: OwnContext, found: OwnStory, form: Form) => Response | Promise<Response>;

async function withForm(c: OwnContext, go: Handler) {
  const form = await readForm(c, longFormLimit);
  return form.ok ? own(c, (found) => go(c, found, form.value)) : refuseBody(c, form.error);
}

type Returned = {
  values?: Record<string, string>;
  errors?: readonly FieldError[];
  notice?: WritePageProps['notice'];
  status?: 200 | 409 | 422 | 503;
};

function showWrite(c: OwnContext, { whole, campaign, told, href }: OwnStory, returned: Returned = {}) {
  const { story, consents } = whole;
  const usual = {
    ...told?.answers,
    name: told?.name ?? '',
    language: told ? story.language : c.var.language,
  };
  const page = (
    <WritePage
      shell={shellOf(c, campaign, `${href}/write`)}
      href={`${href}/write`}
      back={href}
      seen={story.version}
      values={returned.values ?? usual}
      errors={returned.errors ?? []}
      notice={returned.notice ?? null}
      isChange={consents.length > 0}
    />
  );
  return c.html(page, returned.status ?? 200);
}

async function saveText(c: OwnContext, found: OwnStory, form: Form) {
  const { values } = form;
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return showWrite(c, found, { values, notice: 'readOnly', status: 503 });
  }
  const parsed = parseTold(form);
  if (!parsed.ok) return showWrite(c, found, { values, errors: parsed.error, status: 422 });
  const { story } = found.whole;
  const seen = Number(values.seen);
  const isSame =
    JSON.stringify(parsed.value.told) === JSON.stringify(found.told) &&
    parsed.value.language === story.language;
  // A second press of the same button, or nothing changed: what was allowed goes on.
  if (isSame) return back(c, found.href);
  const done = await write(c.var.deps, { ...parsed.value, story, seen, now: c.var.now });
  return done ? back(c, found.href) : showWrite(c, found, { values, notice: 'meanwhile', status: 409 });
}

/** What was chosen, or what is wrong with it. */
function chosen({ told }: OwnStory, form: Form) {
  const parsed = parseUses(form, { hasName: (told?.name ?? '') !== '' });
  if (parsed.ok && parsed.value.length === 0)
    return { ok: false as const, error: [{ field: 'use.page', code: 'none' }] };
  return parsed;
}

async function preview(c: OwnContext, found: OwnStory, form: Form) {
  return showPreview(c, found, form, false);
}

async function showPreview(c: OwnContext, found: OwnStory, form: Form, isUnsure: boolean) {
  const { whole, campaign, told, href } = found;
  const parsed = chosen(found, form);
  if (!told) return back(c, href);
  if (!parsed.ok) return c.html(await ownPage(c, found, { values: form.values, errors: parsed.error }), 422);
  const { story } = whole;
  const { timeZone } = campaign.city;
  const from = new Date(c.var.now.getTime() + coolingOff);
  const page = (
    <PreviewPage
      shell={shellOf(c, campaign, href)}
      href={href}
      agreed={parsed.value.map((one) => {
        const before = whole.consents.find(({ use }) => use === one.use);
        const until = before && goesOnUntil(before, one, { story, timeZone, now: c.var.now });
        return { ...one, goesOnUntil: until ? dateIn(timeZone, until) : null };
      })}
      renderings={{
        none: renderedAs(story, told, 'none'),
        initial: renderedAs(story, told, 'initial'),
        name: renderedAs(story, told, 'name'),
      }}
      from={dateIn(timeZone, from)}
      fields={{ ...fieldsOfUses(parsed.value), seen: String(story.version) }}
      isUnsure={isUnsure}
    />
  );
  return c.html(page, isUnsure ? 422 : 200);
}

async function sayYes(c: OwnContext, found: OwnStory, form: Form) {
  const parsed = chosen(found, form);
  if (!parsed.ok || form.values.sure !== 'yes') return showPreview(c, found, form, parsed.ok);
  const { timeZone } = found.campaign.city;
  const seen = Number(form.values.seen);
  const done = await agree(c.var.deps, found.whole, { agreed: parsed.value, seen, timeZone, now: c.var.now });
  // The text was changed in another window: it is looked at again.
  return done ? back(c, found.href) : showPreview(c, found, form, false);
}
