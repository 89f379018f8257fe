import { councilQuery } from '../councils/store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { knownValue, runQuery } from '../platform/query.ts';
import { byOf, propsOf, todayOf } from './context.ts';
import { hasEvidence } from './evidence-store.ts';
import {
  asTieKind,
  isSameText,
  parseEvidence,
  parseStakeholder,
  type StakeholderText,
  valuesOf,
} from './form-rules.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { EvidenceForm, type Filled, StakeholderForm, TieForm } from './pages/form-pages.tsx';
import { asSorted, type Stakeholder, sortName } from './rules.ts';
import { findStakeholder, startingQuery } from './store.ts';
import { addStakeholder, addTie, changeStakeholder, enterEvidence } from './write.ts';

type Extra = Partial<Filled> & { status?: 200 | 409 | 422 };
const empty: Filled = { values: {}, errors: [], notice: null };

async function seatsOf({ var: { deps, campaign, language } }: ConsoleContext) {
  const council = await runQuery(deps.db, councilQuery(deps.db, knownValue(campaign.id)));
  return (council?.seats ?? []).map(({ slug, title }) => ({ value: slug, label: title[language] }));
}

/** Of this campaign, and not taken off. */
async function findStanding(c: ConsoleContext): Promise<Stakeholder | null> {
  const { deps, campaign } = c.var;
  const one = await findStakeholder(deps.db, campaign.id, c.req.param('stakeholder') ?? '');
  return one?.state === 'stands' ? one : null;
}

const pathOf = (c: ConsoleContext, { id }: Stakeholder) => consolePath(c.var.campaign, `/stakeholders/${id}`);

async function stakeholderForm(
  c: ConsoleContext,
  one: Stakeholder | null,
  { status = 200, ...extra }: Extra,
) {
  const { campaign, language } = c.var;
  const own = one && pathOf(c, one);
  return c.html(
    <StakeholderForm
      {...(await propsOf(c))}
      {...empty}
      name={one?.name[language] ?? null}
      backPath={own ?? consolePath(campaign, '/strategy')}
      action={own ? `${own}/edit` : consolePath(campaign, '/new-stakeholder')}
      languages={campaign.languages}
      seats={await seatsOf(c)}
      {...(one && { seen: one.changeId })}
      {...extra}
    />,
    status,
  );
}

async function parsed(c: ConsoleContext) {
  const { campaign, form } = c.var;
  const seats = (await seatsOf(c)).map(({ value }) => value);
  return parseStakeholder(form.values, { languages: campaign.languages, seats });
}

export async function newPage(c: ConsoleContext) {
  const { campaign, deps } = c.var;
  const wanted = c.req.query('seat') ?? '';
  const council =
    wanted === '' ? null : await runQuery(deps.db, councilQuery(deps.db, knownValue(campaign.id)));
  const seat = council?.seats.find(({ slug }) => slug === wanted);
  const { slug = '', title } = seat ?? {};
  const values: Filled['values'] = title
    ? { 'name.en': title.en, 'name.es': title.es, kind: 'decides', seat: slug }
    : {};
  return stakeholderForm(c, null, { values });
}

/** Of a form that was sent twice. */
async function isThere({ var: { deps, campaign } }: ConsoleContext, text: StakeholderText): Promise<boolean> {
  const asked = { campaignId: campaign.id, name: sortName(text.name), most: 20 };
  const found = await runQuery(deps.db, startingQuery(deps.db, asked));
  return found.some((one) => isSameText(text, { ...one, isTarget: text.isTarget, isAgent: text.isAgent }));
}

export async function saveNew(c: ConsoleContext) {
  const { deps, campaign, form, language } = c.var;
  const { values } = form;
  const text = await parsed(c);
  if (!text.ok) return stakeholderForm(c, null, { values, errors: text.error, status: 422 });
  const done = await addStakeholder(deps, { ...byOf(c), text: text.value });
  if (!done.ok) {
    if (await isThere(c, text.value)) return c.redirect(consolePath(campaign, '/strategy'), 303);
    const notice = consoleCopy[language].form.full;
    return stakeholderForm(c, null, { values, notice, status: 409 });
  }
  return c.redirect(withDone(consolePath(campaign, '/strategy'), done.value.id), 303);
}

export async function editPage(c: ConsoleContext) {
  const one = await findStanding(c);
  return one ? stakeholderForm(c, one, { values: valuesOf(one) }) : refuse(c, 'not-found');
}

export async function saveEdit(c: ConsoleContext) {
  const { deps, form, language } = c.var;
  const { values } = form;
  const words = consoleCopy[language].form;
  const one = await findStanding(c);
  if (!one) return refuse(c, 'not-found');
  const text = await parsed(c);
  if (!text.ok) return stakeholderForm(c, one, { values, errors: text.error, status: 422 });
  if (isSameText(text.value, one)) return stakeholderForm(c, one, { values, notice: words.unchanged });
  const done =
    values.seen === one.changeId
      ? await changeStakeholder(deps, { ...byOf(c), stakeholder: one, text: text.value })
      : null;
  if (!done?.ok) {
    const current = (await findStanding(c)) ?? one;
    return stakeholderForm(c, current, { values, notice: words.meanwhile, status: 409 });
  }
  return c.redirect(withDone(pathOf(c, one), done.value.id), 303);
}

async function evidenceForm(c: ConsoleContext, one: Stakeholder, { status = 200, ...extra }: Extra) {
  const own = pathOf(c, one);
  return c.html(
    <EvidenceForm
      {...(await propsOf(c))}
      {...empty}
      values={{ on: todayOf(c) }}
      name={one.name[c.var.language]}
      backPath={own}
      action={`${own}/evidence`}
      {...extra}
    />,
    status,
  );
}

export async function evidencePage(c: ConsoleContext) {
  const one = await findStanding(c);
  return one ? evidenceForm(c, one, {}) : refuse(c, 'not-found');
}

export async function saveEvidence(c: ConsoleContext) {
  const { deps, form, language } = c.var;
  const { values } = form;
  const one = await findStanding(c);
  if (!one) return refuse(c, 'not-found');
  const evidence = parseEvidence(values, { today: todayOf(c) });
  if (!evidence.ok) return evidenceForm(c, one, { values, errors: evidence.error, status: 422 });
  const done = await enterEvidence(deps, { ...byOf(c), stakeholder: one, evidence: evidence.value });
  if (!done.ok) {
    const isSent = await hasEvidence(deps.db, { stakeholderId: one.id, evidence: evidence.value });
    if (isSent) return c.redirect(pathOf(c, one), 303);
    return evidenceForm(c, one, { values, notice: consoleCopy[language].evidence.full, status: 409 });
  }
  return c.redirect(withDone(pathOf(c, one), done.value.id), 303);
}

const offered = 100;

async function tieForm(c: ConsoleContext, one: Stakeholder, { status = 200, ...extra }: Extra) {
  const { deps, campaign, language } = c.var;
  const own = pathOf(c, one);
  const found = (c.req.query('name') ?? '').trim().slice(0, 80);
  const asked = { campaignId: campaign.id, name: asSorted(found), most: offered + 1 };
  const rows = await runQuery(deps.db, startingQuery(deps.db, asked));
  const chosen = extra.values?.other ?? '';
  const kept = rows.some(({ id }) => id === chosen)
    ? null
    : await findStakeholder(deps.db, campaign.id, chosen);
  const others = [...(kept ? [kept] : []), ...rows].filter(({ id }) => id !== one.id).slice(0, offered);
  return c.html(
    <TieForm
      {...(await propsOf(c))}
      {...empty}
      name={one.name[language]}
      backPath={own}
      action={`${own}/tie`}
      others={others.map(({ id, name }) => ({ value: id, label: name[language] }))}
      found={found}
      {...extra}
    />,
    status,
  );
}

export async function tiePage(c: ConsoleContext) {
  const one = await findStanding(c);
  return one ? tieForm(c, one, {}) : refuse(c, 'not-found');
}

export async function saveTie(c: ConsoleContext) {
  const { deps, campaign, form, language } = c.var;
  const { values } = form;
  const one = await findStanding(c);
  if (!one) return refuse(c, 'not-found');
  const kind = asTieKind(values.kind);
  const other = await findStakeholder(deps.db, campaign.id, values.other ?? '');
  const isOther = other !== null && other.state === 'stands' && other.id !== one.id;
  const errors = [
    ...(kind ? [] : [{ field: 'kind', code: 'choose' }]),
    ...(isOther ? [] : [{ field: 'other', code: 'choose' }]),
  ];
  if (!kind || !isOther) return tieForm(c, one, { values, errors, status: 422 });
  const done = await addTie(deps, { ...byOf(c), tie: { fromId: one.id, toId: other.id, kind } });
  if (!done.ok) return tieForm(c, one, { values, notice: consoleCopy[language].tie.full, status: 409 });
  return c.redirect(withDone(pathOf(c, one), done.value.id), 303);
}
