import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { planCalendar } from './calendar.ts';
import { type Choices, isSameText, ownerKey, parseTactic, valuesOf } from './form-rules.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { PlanPage } from './pages/plan-page.tsx';
import { type Filled, type Options, TacticForm } from './pages/tactic-form.tsx';
import { byKind, type LoadedPlan, linesOf, loadPlan, planPicture } from './plan.ts';
import { mostTactics, type Tactic } from './rules.ts';
import { findTactic } from './store.ts';
import { addTactic, type By, changeTactic } from './write.ts';

export function planRoutes(console: ConsoleRouter): void {
  const [look, write] = ['look-at-plan', 'write-plan'];
  console.get('/plan', look, planPage);
  console.get('/plan.ics', look, calendarFile);
  console.get('/new-tactic', write, async (c) => formPage(c, { plan: await loadPlan(c, { all: true }) }));
  console.post('/new-tactic', write, saveNew);
  console.get('/tactics/:tactic', look, tacticPage);
  console.post('/tactics/:tactic', write, saveChange);
  console.post('/tactics/:tactic/remove', write, remove);
}

const planPath = (c: ConsoleContext) => consolePath(c.var.campaign, '/plan');

function byOf(c: ConsoleContext): By {
  const { campaign, organizer, now } = c.var;
  return { campaign, actor: organizer.id, now };
}

async function planPage(c: ConsoleContext) {
  const { campaign, language } = c.var;
  const [frame, plan] = [await consoleFrame(c), await loadPlan(c, { all: false })];
  const lines = await linesOf(plan, language);
  return c.html(
    <PlanPage
      frame={frame}
      path={(rest) => consolePath(campaign, rest)}
      lines={lines}
      picture={planPicture(plan, lines, language)}
      hasDates={plan.dates.phases.length + plan.dates.junctures.length > 0}
      isFull={plan.tactics.length >= mostTactics}
    />,
  );
}

async function calendarFile(c: ConsoleContext) {
  const { campaign, language, now, deps } = c.var;
  const plan = await loadPlan(c, { all: false });
  const lines = await linesOf(plan, language);
  const { publicUrl } = deps.settings;
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  const name = `${campaign.slug}-${consoleCopy[language].file}.ics`;
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(planCalendar(plan, lines, { campaign, publicUrl, now, language }));
}

type Shown = Partial<Filled> & {
  plan: LoadedPlan;
  tactic?: Tactic | null;
  status?: 200 | 409 | 422;
};

/** The form of a new tactic, or of one that there is. */
async function formPage(c: ConsoleContext, { plan, tactic = null, status = 200, ...filled }: Shown) {
  const { campaign, language } = c.var;
  const own = consolePath(campaign, tactic ? `/tactics/${tactic.id}` : '/new-tactic');
  return c.html(
    <TacticForm
      frame={await consoleFrame(c)}
      action={own}
      back={planPath(c)}
      title={tactic?.title ?? null}
      options={await optionsOf(plan, tactic, language)}
      {...{ values: { progress: 'planned' }, needs: [], errors: [], circle: [], notice: null }}
      {...(tactic && { seen: tactic.changeId, values: valuesOf(tactic), needs: tactic.needs })}
      {...filled}
    />,
    status,
  );
}

async function optionsOf(
  { dates, tactics, owners, counted }: LoadedPlan,
  own: Tactic | null,
  language: 'en' | 'es',
): Promise<Options> {
  const { measured } = consoleCopy[language].form;
  const { actions, trained } = counted;
  const named = ({ slug, name }: { slug: string; name: Record<'en' | 'es', string> }) => {
    return { value: slug, label: name[language] };
  };
  const told = owners.map(async ({ owner, name }) => ({ value: ownerKey(owner), label: await name() }));
  return {
    phases: dates.phases.map(named),
    junctures: dates.junctures.map(named),
    owners: await Promise.all(told),
    needs: tactics.filter(({ id }) => id !== own?.id).map(({ id, title }) => ({ value: id, label: title })),
    measures: [
      ...actions.map(({ kind, slug, title }) => ({
        value: `action:${slug}`,
        label: byKind(measured, kind).replace('{title}', title[language]),
      })),
      ...(trained === null ? [] : [{ value: 'trained', label: measured.trained }]),
      { value: 'own', label: measured.own },
    ],
  };
}

/** What the form could be filled with, from what it offers. */
function choicesOf({ dates, tactics, owners, counted }: LoadedPlan, id: string | null): Choices {
  return {
    ...{ id, tactics },
    phases: dates.phases.map(({ slug }) => slug),
    junctures: dates.junctures.map(({ slug }) => slug),
    owners: owners.map(({ owner }) => ownerKey(owner)),
    measures: [
      ...counted.actions.map(({ slug }) => `action:${slug}`),
      ...(counted.trained === null ? [] : ['trained']),
      'own',
    ],
  };
}

async function saveNew(c: ConsoleContext) {
  const { deps, form, language } = c.var;
  const plan = await loadPlan(c, { all: true });
  const typed = { values: form.values, needs: form.all.needs ?? [] };
  const text = parseTactic(form, choicesOf(plan, null));
  if (!text.ok) return formPage(c, { plan, ...typed, ...text.error, status: 422 });
  const done = await addTactic(deps, { ...byOf(c), text: text.value });
  if (!done.ok) {
    const { tactics } = await loadPlan(c, { all: true });
    if (tactics.some((one) => isSameText(text.value, one))) return c.redirect(planPath(c), 303);
    return formPage(c, { plan, ...typed, notice: consoleCopy[language].full, status: 409 });
  }
  return c.redirect(withDone(planPath(c), done.value.id), 303);
}

const named = (c: ConsoleContext) =>
  findTactic(c.var.deps.db, c.var.campaign.id, c.req.param('tactic') ?? '');

async function tacticPage(c: ConsoleContext) {
  const tactic = await named(c);
  if (!tactic) return refuse(c, 'not-found');
  const notice = tactic.state === 'gone' ? consoleCopy[c.var.language].form.wasGone : null;
  return formPage(c, { plan: await loadPlan(c, { all: true }), tactic, notice, isGone: notice !== null });
}

async function saveChange(c: ConsoleContext) {
  const { deps, form, language } = c.var;
  const words = consoleCopy[language].form;
  const tactic = await named(c);
  if (!tactic || tactic.state === 'gone') return refuse(c, 'not-found');
  const plan = await loadPlan(c, { all: true });
  const typed = { values: form.values, needs: form.all.needs ?? [] };
  const text = parseTactic(form, choicesOf(plan, tactic.id));
  if (!text.ok) return formPage(c, { plan, tactic, ...typed, ...text.error, status: 422 });
  if (isSameText(text.value, tactic)) {
    return formPage(c, { plan, tactic, ...typed, notice: words.unchanged });
  }
  const isSeen = form.values.seen === tactic.changeId;
  const done = isSeen ? await changeTactic(deps, { ...byOf(c), tactic, text: text.value }) : null;
  if (!done?.ok) {
    const now = { plan: await loadPlan(c, { all: true }), tactic: (await named(c)) ?? tactic };
    return formPage(c, { ...now, ...typed, notice: words.meanwhile, status: 409 });
  }
  return c.redirect(withDone(planPath(c), done.value.id), 303);
}

async function remove(c: ConsoleContext) {
  const { deps, form, language } = c.var;
  const tactic = await named(c);
  if (!tactic) return refuse(c, 'not-found');
  // A second press of the same button.
  if (tactic.state === 'gone') return c.redirect(planPath(c), 303);
  const isSeen = form.values.seen === tactic.changeId;
  const done = isSeen ? await changeTactic(deps, { ...byOf(c), tactic, text: 'gone' }) : null;
  if (!done?.ok) {
    const plan = await loadPlan(c, { all: true });
    const notice = consoleCopy[language].form.meanwhile;
    return formPage(c, { plan, tactic: (await named(c)) ?? tactic, notice, status: 409 });
  }
  return c.redirect(withDone(planPath(c), done.value.id), 303);
}
