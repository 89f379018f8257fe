import { cachedContext } from '../../actions/cache.ts';
import type { ConsoleContext, ConsoleRouter } from '../../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../../organize/frame.ts';
import { hex } from '../../platform/crypto/bytes.ts';
import { randomBytes } from '../../platform/crypto/ids.ts';
import { refuse } from '../../platform/http/refuse.tsx';
import { joinQueries, knownValue, runQuery } from '../../platform/query.ts';
import { day } from '../../platform/time/clock.ts';
import { type EventContext, withEvent } from '../cache.ts';
import { type Slot, slotNamed } from '../rules.ts';
import { seatsQuery } from '../store.ts';
import { formatSpan } from '../time-rules.ts';
import { checkIn } from './check-in.ts';
import { doorPath } from './links.ts';
import { doorCopy } from './pages/copy.ts';
import { DoorPage, type DoorPageProps } from './pages/door-page.tsx';
import { codeOf, type DoorStep, mostListed, parseSteps, shownCode } from './rules.ts';
import { cameQuery, codesQuery } from './store.ts';

/** The list at the door, and what is done there. */
export function doorRoutes(console: ConsoleRouter): void {
  console.get('/events/:event/door', 'check-in-at-door', async (c) => {
    const at = await doorOf(c);
    return at ? doorPage(c, at, null) : refuse(c, 'not-found');
  });
  console.post('/events/:event/door', 'check-in-at-door', async (c) => {
    const at = await doorOf(c);
    if (!at) return refuse(c, 'not-found');
    return c.var.form.values.steps === undefined ? takeForm(c, at) : takeSteps(c, at);
  });
}

type At = { context: EventContext; slot: Slot };

/** The time that the address names; without a name the one that is on or comes next. */
async function doorOf(c: ConsoleContext): Promise<At | null> {
  const { deps, campaign, now } = c.var;
  const found = await cachedContext(deps, { kind: 'event', slug: c.req.param('event') ?? '' }, now);
  const context = found?.campaign.id === campaign.id ? await withEvent(deps, found, now) : null;
  if (!context) return null;
  const named = c.req.query('time');
  const { slots } = context.event;
  const slot =
    named === undefined
      ? (slots.find(({ endsAt }) => endsAt > now) ?? slots.at(-1))
      : slotNamed(context.event, named);
  return slot ? { context, slot } : null;
}

/** What a phone has kept. Whatever was sent before changes nothing. */
async function takeSteps(c: ConsoleContext, at: At) {
  const { deps, form, now } = c.var;
  const steps = parseSteps(form.values.steps ?? '', now);
  if (!steps.ok) return refuse(c, 'bad-request');
  const { unknown } = await take(c, at, steps.value);
  const door = { actionId: at.context.action.id, slot: at.slot.slug };
  const { codes, came } = await runQuery(
    deps.db,
    joinQueries({ codes: codesQuery(deps.db, door, mostListed), came: cameQuery(deps.db, door.actionId) }),
  );
  return c.json({
    in: codes.filter(({ isIn }) => isIn).map(({ code }) => code),
    out: codes.filter(({ isIn }) => !isIn).map(({ code }) => code),
    walk_ins: came[door.slot]?.walkIns ?? 0,
    unknown,
  });
}

function take(c: ConsoleContext, { context, slot }: At, steps: DoorStep[]) {
  const { deps, campaign, organizer, now } = c.var;
  const { id, slug } = context.action;
  return checkIn(deps, {
    door: { actionId: id, slot: slot.slug },
    steps,
    campaign,
    event: slug,
    actor: organizer.id,
    now,
  });
}

/** Without a script: one step. */
async function takeForm(c: ConsoleContext, at: At) {
  const { form, now, language, campaign } = c.var;
  const { values } = form;
  const words = doorCopy[language];
  const back = (field: 'code' | 'people', value: string, error: string) =>
    doorPage(c, at, { field, value, error });
  const step = stepOfForm(values, now);
  if (!step) {
    return values.people === undefined
      ? back('code', values.code ?? '', words.wrong)
      : back('people', values.people, words.wrongPeople);
  }
  const { act, unknown } = await take(c, at, [step]);
  if (unknown.length > 0 && step.what !== 'walk-ins') {
    return back('code', values.code ?? '', words.unknown.replace('{codes}', shownCode(step.code)));
  }
  const path = consolePath(campaign, doorPath(at.context.action.slug, at.slot.slug));
  return c.redirect(act ? withDone(path, act) : path, 303);
}

function stepOfForm(values: Record<string, string>, now: Date): DoorStep | null {
  const at = now.getTime();
  if (values.people !== undefined) {
    const isFine = /^[1-9]\d?$/.test(values.people.trim()) && /^[0-9a-f]{32}$/.test(values.device ?? '');
    return isFine ? { what: 'walk-ins', device: values.device ?? '', n: Number(values.people), at } : null;
  }
  const code = codeOf(values.out ?? values.in ?? values.code ?? '');
  return code === null ? null : { what: values.out === undefined ? 'in' : 'out', code, at };
}

const keptFor = 2 * day;

async function doorPage(c: ConsoleContext, { context, slot }: At, returned: DoorPageProps['returned']) {
  const { deps, campaign, language } = c.var;
  const { action, event, city } = context;
  const { db } = deps;
  const door = { actionId: action.id, slot: slot.slug };
  const [frame, { codes, came, seats }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      db,
      joinQueries({
        codes: codesQuery(db, door, mostListed),
        came: cameQuery(db, action.id),
        seats: seatsQuery(db, knownValue(action.id)),
      }),
    ),
  ]);
  const pathOf = (time: string) => consolePath(campaign, doorPath(action.slug, time));
  const whenOf = (time: Slot) => formatSpan(time, city.timeZone, language);
  return c.html(
    <DoorPage
      frame={frame}
      event={action.title[language]}
      when={whenOf(slot)}
      others={event.slots
        .filter((one) => one !== slot)
        .map((one) => ({ when: whenOf(one), href: pathOf(one.slug) }))}
      path={pathOf(slot.slug)}
      codes={codes.map(({ code, isIn }) => ({ code, shown: shownCode(code), isIn }))}
      checkedIn={came[slot.slug]?.checkedIn ?? 0}
      withPlace={seats[slot.slug]?.taken ?? 0}
      walkIns={came[slot.slug]?.walkIns ?? 0}
      device={hex(randomBytes(16))}
      store={{
        name: `${action.slug} ${slot.slug}`,
        over: slot.endsAt.getTime(),
        until: slot.endsAt.getTime() + keptFor,
      }}
      returned={returned}
    />,
    returned ? 422 : 200,
  );
}
