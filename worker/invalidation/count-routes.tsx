import type { FieldError } from '../../web/components/field-errors.ts';
import { timeZoneName } from '../../web/language.ts';
import { type ActionContext, findContext, findContextById } from '../actions/context.ts';
import { cityOf } from '../campaigns/store.ts';
import { sourcesQuery } from '../coalition/store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { outside, unknown } from '../places/rules.ts';
import { cityQuery } from '../places/store.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { actionsOfQuery } from '../signatures/browse-store.ts';
import { begin, fingerprinted, openTyped } from './begin.ts';
import { asNarrowing, type ConditionValues, conditionFields, parseConditions } from './condition-rules.ts';
import { findOwn } from './console-support.ts';
import { nameTyped } from './domains.ts';
import { isCounted } from './evidence-store.ts';
import { type FormOptions, ListPage } from './pages/list-page.tsx';
import { invalidationsQuery } from './store.ts';
import { type Around, conditionLines, districtLabel, shortInstant, sourceLabel } from './view.ts';

const pageOf = 20;

/** The choices of the form. */
async function readChoices(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const id = knownValue(campaign.id);
  const found = await runQuery(
    deps.db,
    joinQueries({
      actions: actionsOfQuery(deps.db, campaign.id),
      sources: sourcesQuery(deps.db, id),
      city: cityQuery(deps.db, cityOf(id)),
    }),
  );
  if (!found.city) throw new Error(`campaign ${campaign.slug} has no city`);
  return { ...found, city: found.city };
}

export async function listPage(
  c: ConsoleContext,
  typed: { values: ConditionValues & { petition?: string }; errors: FieldError[] } = {
    values: c.req.query(),
    errors: [],
  },
) {
  const { deps, campaign, language } = c.var;
  const asked = c.req.query('before') ?? '';
  const before = /^[0-9A-Z]{26}$/.test(asked) ? asked : null;
  const [frame, choices, listed] = await Promise.all([
    consoleFrame(c),
    readChoices(c),
    runQuery(deps.db, invalidationsQuery(deps.db, campaign.id, { before, most: pageOf + 1 })),
  ]);
  const around: Around = { ...choices, timeZone: campaign.timeZone, language };
  const shown = listed.slice(0, pageOf);
  const emails = await emailsOf(
    deps,
    shown.map(({ madeBy }) => madeBy),
  );
  const rows = shown.map(async (one) => ({
    id: one.id,
    conditions: conditionLines(around, one.conditions, await nameTyped(deps.keyring, one), shortInstant),
    when: shortInstant(around, one.madeAt),
    who: emails.get(one.madeBy) ?? one.madeBy,
    found: one.found,
    state: one.state,
  }));
  const last = listed.length > pageOf ? shown.at(-1) : undefined;
  const path = consolePath(campaign, '/invalidations');
  const page = (
    <ListPage
      frame={frame}
      rows={await Promise.all(rows)}
      pager={{ next: last ? `${path}?before=${last.id}` : null, first: before === null ? null : path }}
      options={optionsOf(around, choices.actions)}
      {...typed}
    />
  );
  return c.html(page, typed.errors.length > 0 ? 422 : 200);
}

type Listed = Awaited<ReturnType<typeof readChoices>>['actions'];

function optionsOf(around: Around, actions: Listed): FormOptions {
  const { city, sources, language, timeZone } = around;
  const places = [...city.districts.map(({ code }) => code), outside, unknown];
  return {
    petitions: actions.map(({ slug, title }) => ({ value: slug, label: title[language] })),
    sources: sources.map(({ slug }) => ({ value: slug, label: sourceLabel(around, slug) })),
    districts: places.map((value) => ({ value, label: districtLabel(around, value) })),
    zone: timeZoneName(timeZone, language),
  };
}

/** Begins a count, from the form or from a value of another count. */
export async function count(c: ConsoleContext) {
  const { values } = c.var.form;
  return values.within === undefined ? countByForm(c) : narrowDown(c);
}

async function countByForm(c: ConsoleContext) {
  const { deps, campaign, form } = c.var;
  const { petition = '' } = form.values;
  const context = await findContext(deps.db, petition);
  const given: ConditionValues = Object.fromEntries(
    conditionFields.map((field) => [field, form.values[field] ?? '']),
  );
  const values = { ...given, petition };
  if (context?.action.campaignId !== campaign.id || !context) {
    return listPage(c, { values, errors: [{ field: 'petition', code: 'unknown' }] });
  }
  const parsed = parseConditions(values, {
    timeZone: campaign.timeZone,
    sources: context.sources.map(({ slug }) => slug),
    places: [...context.city.districts.map(({ code }) => code), outside, unknown],
  });
  if (!parsed.ok) return listPage(c, { values, errors: parsed.error });
  const asked = await fingerprinted(deps.keyring, context.action.id, parsed.value);
  return beginAndShow(c, context, asked);
}

/** The same conditions plus one value of the evidence. */
async function narrowDown(c: ConsoleContext) {
  const { deps, form } = c.var;
  const { within = '', kind, key = '' } = form.values;
  const one = await findOwn(c, within);
  const narrowed = asNarrowing(kind);
  if (!one) return refuse(c, 'not-found');
  if (!narrowed || !(await isCounted(deps.db, { id: one.id, kind: narrowed, key }))) {
    return refuse(c, 'bad-request');
  }
  const context = await findContextById(deps.db, one.actionId);
  if (!context) return refuse(c, 'not-found');
  return beginAndShow(c, context, {
    conditions: { ...one.conditions, [narrowed]: key },
    typed: await openTyped(deps.keyring, one),
  });
}

export async function beginAndShow(
  c: ConsoleContext,
  context: ActionContext,
  asked: Parameters<typeof begin>[1]['asked'],
) {
  const { deps, campaign, organizer, now } = c.var;
  const id = await begin(deps, { context, asked, actor: organizer.id, now });
  return c.redirect(consolePath(campaign, `/invalidations/${id}`), 303);
}
