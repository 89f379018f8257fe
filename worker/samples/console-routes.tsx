import { findContextById } from '../actions/context.ts';
import { readStates } from '../actions/store.ts';
import { datesOf } from '../digests/week-rules.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { isPlain, isVisible, lengthOf, tidyLine } from '../platform/text/text-rules.ts';
import { dateIn, weekIn } from '../platform/time/clock.ts';
import { announce, parseAnnouncement } from './announce.ts';
import { askPeople, cancelSample, giveSeed, statementOfSample } from './change-sample.ts';
import { whatShows } from './interval-rules.ts';
import { SamplePage } from './pages/sample-page.tsx';
import { SamplesPage } from './pages/samples-page.tsx';
import { listToAsk, readProgress } from './people-store.ts';
import { dayChoices, isAsking, longestSeed, mayCancel, maySeed, type Sample } from './rules.ts';
import { findSample, listActionsToSample, listSamples } from './store.ts';
import { toldNow } from './view.ts';

const mostListed = 50;
const sizesShown = [50, 100, 200, 400, 1_000];

export function samplesRoutes(console: ConsoleRouter): void {
  console.get('/samples', 'look-at-samples', (c) => listPage(c, {}));
  console.post('/samples', 'announce-sample', takeAnnouncement);
  console.get('/samples/:sample', 'look-at-samples', withSample(onePage));
  console.post('/samples/:sample/seed', 'announce-sample', withSample(takeSeed));
  console.post('/samples/:sample/send', 'ask-sample', withSample(send));
  console.post('/samples/:sample/cancel', 'announce-sample', withSample(cancel));
}

async function listPage(
  c: ConsoleContext,
  { errors = [], status = 200 }: { errors?: FieldError[]; status?: 200 | 409 | 422 },
) {
  const { deps, campaign, form, language, now } = c.var;
  const [frame, samples, actions] = await Promise.all([
    consoleFrame(c),
    listSamples(deps.db, { campaignId: campaign.id }, mostListed),
    listActionsToSample(deps.db, campaign.id),
  ]);
  const titleOf = new Map(actions.map(({ id, title }) => [id, title[language]]));
  const page = (
    <SamplesPage
      frame={frame}
      href={consolePath(campaign, '/samples')}
      samples={samples.map(({ id, actionId, state, size, draw }) => ({
        ...{ id, state, title: titleOf.get(actionId) ?? '–' },
        size: draw?.leaves.length ?? size,
      }))}
      mayAnnounce={c.var.may('announce-sample')}
      petitions={actions.map(({ slug, title, confirmed }) => ({ slug, title: title[language], confirmed }))}
      days={dayChoices}
      shows={sizesShown.map(whatShows)}
      weekEndsOn={datesOf(weekIn(campaign.timeZone, now)).endsOn}
      values={form.values}
      errors={errors}
    />
  );
  return c.html(page, status);
}

async function takeAnnouncement(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const actions = await listActionsToSample(deps.db, campaign.id);
  const action = actions.find(({ slug }) => slug === form.values.petition);
  const parsed = parseAnnouncement(form.values, { timeZone: campaign.timeZone, now });
  const errors = [
    ...(action ? [] : [{ field: 'petition', code: 'petition' }]),
    ...(parsed.ok ? [] : parsed.error),
  ];
  if (!action || !parsed.ok) return listPage(c, { errors, status: 422 });
  const done = await announce(deps, parsed.value, { action, campaign, actor: organizer.id, now });
  if (!done.ok) {
    return listPage(c, { errors: [{ field: 'petition', code: done.error.reason }], status: 409 });
  }
  return c.redirect(withDone(consolePath(campaign, `/samples/${done.value.id}`), done.value.act), 303);
}

type Handle = (c: ConsoleContext, sample: Sample) => Promise<Response>;

/** Not found where it is of another campaign. */
function withSample(handle: Handle) {
  return async (c: ConsoleContext) => {
    const named = c.req.param('sample') ?? '';
    const sample = /^\d{1,9}$/.test(named) ? await findSample(c.var.deps.db, Number(named)) : null;
    return sample && sample.campaignId === c.var.campaign.id ? handle(c, sample) : refuse(c, 'not-found');
  };
}

type Extra = { error?: 'seed' | 'changed-meanwhile'; status?: 200 | 409 | 422 };

async function onePage(c: ConsoleContext, sample: Sample, { error, status = 200 }: Extra = {}) {
  const { deps, campaign, form, language, now, may } = c.var;
  const { timeZone } = campaign;
  const [frame, context, { state: states }, isReady, toAsk, progress] = await Promise.all([
    consoleFrame(c),
    findContextById(deps.db, sample.actionId),
    readStates(deps.db, sample.actionId),
    maySeedNow(c, sample),
    sample.state === 'drawn' ? listToAsk(deps.db, sample.id) : [],
    isAsking(sample, now) ? readProgress(deps.db, sample.id) : null,
  ]);
  const { slug = '', title } = context?.action ?? {};
  const page = (
    <SamplePage
      frame={frame}
      href={consolePath(campaign, `/samples/${sample.id}`)}
      allHref={consolePath(campaign, '/samples')}
      publicHref={`/samples/${slug}`}
      title={title?.[language] ?? slug}
      sample={toldNow(sample, { timeZone, now, confirmed: states.confirmed ?? 0 })}
      state={sample.state}
      days={sample.days}
      may={{
        seed: isReady && may('announce-sample'),
        cancel: mayCancel(sample) && may('announce-sample'),
        send: may('ask-sample'),
      }}
      toAsk={toAsk.length}
      progress={progress}
      until={sample.closesAt && dateIn(timeZone, new Date(sample.closesAt.getTime() - 1))}
      seed={form.values.seed ?? ''}
      error={error ?? null}
    />
  );
  return c.html(page, status);
}

async function maySeedNow(c: ConsoleContext, sample: Sample): Promise<boolean> {
  const { deps, campaign, now } = c.var;
  if (sample.state !== 'announced') return false;
  const hasStatement = (await statementOfSample(deps.db, sample)) !== null;
  return maySeed(sample, { today: dateIn(campaign.timeZone, now), hasStatement });
}

async function takeSeed(c: ConsoleContext, sample: Sample) {
  const { deps, form } = c.var;
  const text = tidyLine(form.values.seed ?? '');
  if (!isVisible(text) || !isPlain(text) || lengthOf(text) > longestSeed) {
    return onePage(c, sample, { error: 'seed', status: 422 });
  }
  if (!(await maySeedNow(c, sample))) return showAgain(c, sample);
  return finish(c, sample, await giveSeed(deps, { sample, text }, by(c)));
}

async function send(c: ConsoleContext, sample: Sample) {
  if (sample.state !== 'drawn') return showAgain(c, sample);
  return finish(c, sample, await askPeople(c.var.deps, sample, by(c)));
}

async function cancel(c: ConsoleContext, sample: Sample) {
  const { seen, reason = '' } = c.var.form.values;
  if (seen !== sample.state || !mayCancel(sample)) return showAgain(c, sample);
  const about = { ...by(c), reason: tidyLine(reason).slice(0, 200) };
  return finish(c, sample, await cancelSample(c.var.deps, sample, about));
}

const by = ({ var: { campaign, organizer, now } }: ConsoleContext) => ({
  campaign,
  actor: organizer.id,
  now,
});

type Done = { ok: true; value: { id: string } } | { ok: false };

function finish(c: ConsoleContext, sample: Sample, done: Done) {
  if (!done.ok) return showAgain(c, sample);
  return c.redirect(withDone(consolePath(c.var.campaign, `/samples/${sample.id}`), done.value.id), 303);
}

/** As it stands now, with word that it has changed. */
async function showAgain(c: ConsoleContext, { id }: Sample) {
  const sample = await findSample(c.var.deps.db, id);
  return sample ? onePage(c, sample, { error: 'changed-meanwhile', status: 409 }) : refuse(c, 'not-found');
}
