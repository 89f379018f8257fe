import { listStates } from '../../worker/actions/decide-store.ts';
import { listSwitches } from '../../worker/platform/switches.ts';
import { decisionsFrom } from '../../worker/writing/decide-action.ts';
import { counted, decide } from '../invalidation/support.ts';
import { seenIn, versionIn, written } from '../mailings/support.ts';
import { itemsOn } from '../moderation/support.ts';
import { lineFields } from '../paper/support.ts';
import { answer } from '../questions/support.ts';
import { workOnStrategy } from '../strategy/support.ts';
import { valuesIn } from '../support/form-values.ts';
import type { OrganizerClient } from '../support/organizer.ts';
import { workOnPlan } from '../timeline/support.ts';
import { finish, type World } from './undo-world.ts';

/** What an organizer can do, with something that `pick` chooses. Whether it is done depends on what is there. */
type Verb = (world: World, pick: number) => unknown;

/** Sections add what they can do. */
export const verbs: Record<string, Verb> = {
  'approve a text': (world, pick) => decideOn(world, '/words', pick, { decision: 'show' }),
  'approve a page': async ({ owner }) => {
    const items = itemsOn(await owner.read('/words')).join(' ');
    if (items !== '') await owner.post('/words', { items, decision: 'show' });
  },
  'hide a text': (world, pick) => decideOn(world, '/words', pick, { decision: 'hide', reason: 'other' }),
  'hide what was shown': (world, pick) =>
    decideOn(world, '/words?look=shown', pick, { decision: 'hide', reason: 'insult' }),
  'show what was hidden': (world, pick) => decideOn(world, '/words?look=hidden', pick, { decision: 'show' }),
  'turn a switch': async ({ app, owner }, pick) => {
    const name = (['reminders-paused', 'event-open'] as const)[pick % 2]!;
    const found = (await listSwitches(app.deps.db, app.now())).find((one) => one.name === name);
    const decision = found ? 'off' : 'on';
    const seen = String(found?.since.getTime() ?? 'off');
    await owner.post('/switches', { name, seen, decision, minutes: '60' });
  },
  'allow a site, or all': async ({ owner }, pick) => {
    const seen = /name="seen" value="([^"]+)"/.exec(await owner.read('/embeds'))?.[1] ?? '';
    const host = `site-${pick}.example`;
    await owner.post('/embeds', { seen, host, decision: pick % 4 === 0 ? 'open' : 'add' });
  },
  'set aside': (world, pick) =>
    decideAbout(world, ['confirmed'], pick, { page: 'decide', decision: 'set-aside', reason: 'odd' }),
  'count again': (world, pick) =>
    decideAbout(world, ['flagged'], pick, { page: 'decide', decision: 'take-back', reason: 'fine' }),
  'strike off': (world, pick) => {
    const strike = { page: 'strike-off', decision: 'strike-off', reason: 'made-up' };
    return decideAbout(world, ['confirmed', 'flagged'], pick, strike);
  },
  'take a strike back': (world, pick) =>
    decideAbout(world, ['invalidated'], pick, { page: 'strike-off', decision: 'take-back' }),
  'strike off in bulk': async ({ app, context, owner, other }, pick) => {
    const source = pick % 2 === 0 ? 'church-form' : 'church-flyer';
    const id = await counted(app, owner, { petition: context.action.slug, source });
    await decide(owner, id, { decision: 'ask', code: 'automated' });
    await decide(other, id, { decision: 'agree' });
    await finish(app);
  },
  'decide a pair': async ({ owner }, pick) => {
    const pair = /\/duplicates\/(\d+)\/decide/.exec(await owner.read('/duplicates'))?.[1];
    const decision = ['different', 'same-first', 'same-second', 'aside'][pick % 4]!;
    if (pair) await owner.post(`/duplicates/${pair}/decide`, { seen: 'waiting', decision });
  },
  'find a rate right': async ({ owner }) => {
    const rate = /\/unusual-rates\/(\d+)\/decide/.exec(await owner.read('/duplicates'))?.[1];
    if (rate) await owner.post(`/unusual-rates/${rate}/decide`, { seen: '40', decision: 'fine' });
  },
  'count a sheet': ({ owner, sheet }) => owner.post(`${sheet}/lines`, { decision: 'finish' }),
  'enter a check of paper': async ({ context, owner }, pick) => {
    const page = await owner.read(`/paper/check?petition=${context.action.slug}`);
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
    await owner.post('/paper/check', {
      ...{ petition: context.action.slug, seen, decision: pick % 3 === 0 ? 'remove' : 'save' },
      ...{ method: 'california', by: 'clerk', lines: String(1000 + pick) },
      ...{ first_sampled: '100', first_valid: '90', first_pairs: '1' },
    });
  },
  'correct a line': async ({ owner, sheet }, pick) => {
    const line = 1 + (pick % 4);
    const was = Number(
      /name="was.\d+" value="(\d+)"/.exec(await owner.read(`${sheet}/correct/${line}`))?.[1],
    );
    const email = pick % 3 === 0 ? `corrected-${pick}@mail.example` : '';
    await owner.post(
      `${sheet}/correct/${line}`,
      lineFields([['Pia', `P${pick}`, '28202', email]], line, was),
    );
  },
  'enter a line again': async ({ other, sheet }, pick) => {
    const line = Number(/given_name\.(\d+)"/.exec(await other.read(`${sheet}/second`))?.[1] ?? 0);
    const family = pick % 2 === 0 ? 'Paper' : 'Papper';
    if (line > 0) await other.post(`${sheet}/second`, lineFields([['Pia', family, '28202']], line));
  },
  'decide a difference': async ({ owner, sheet }, pick) => {
    const line = /name="line" value="(\d+)"/.exec(await owner.read(`${sheet}/differences`))?.[1];
    const decision = pick % 2 === 0 ? 'first' : 'second';
    if (line) await owner.post(`${sheet}/differences`, { line, decision });
  },
  'import signatures': ({ context, owner }, pick) => {
    const text = `email,first_name,last_name,zip\nimported-${pick}@mail.example,Ida,Import,28202`;
    return owner.post('/paper/import', { petition: context.action.slug, decision: 'import', text });
  },
  invite: async ({ context, owner, colleague }, pick) => {
    const email = pick % 2 === 0 ? colleague.email : `new@${context.campaign.slug}.example`;
    await owner.post('/people', { email, role: (['viewer', 'moderator'] as const)[pick % 2]! });
  },
  'change a role': async (world, pick) => {
    const person = await personOf(world, pick);
    const role = (['viewer', 'moderator', 'editor'] as const)[pick % 3]!;
    const change = { decision: 'change', seen: person?.role ?? '', role };
    if (person) await world.owner.post(`/people/${person.id}`, change);
  },
  'end an access': async (world, pick) => {
    const person = await personOf(world, pick);
    if (person) await world.owner.post(`/people/${person.id}`, { decision: 'end' });
  },
  'add to what partners share': async ({ owner }, pick) => {
    const [list = '', fields] = (
      [
        ['agenda', { agenda: `Item ${pick}`, who: '', on: '' }],
        ['idea', { idea: `Idea ${pick}`, partner: pick % 2 === 0 ? 'church' : '' }],
        ['notes', { notes: `Notes ${pick}`, on: '2026-11-20' }],
      ] as const
    )[pick % 3]!;
    await owner.post(`/coalition/${list}`, fields);
  },
  'finish, open or take off what partners share': async ({ owner }, pick) => {
    const list = pick % 4 === 3 ? 'idea' : 'agenda';
    const page = await owner.read(`/coalition/${list}`);
    const id = /id="entry-(\w{26})"/.exec(page)?.[1];
    const seen = page.includes('value="open"') && list === 'agenda' ? 'done' : 'open';
    const decision = pick % 2 === 1 ? 'off' : seen === 'open' ? 'done' : 'open';
    if (id) await owner.post(`/coalition/${list}/${id}`, { seen, decision });
  },
  'end a webhook': async ({ owner }) => {
    const webhook = /\/webhooks\/([0-9A-Z]{26})/.exec(await owner.read('/webhooks'))?.[1];
    if (webhook) await owner.post(`/webhooks/${webhook}`, { decision: 'end' });
  },
  'answer a question': async ({ owner }) => {
    const page = await owner.read('/questions');
    const id = /id="question-([\w-]{22})"/.exec(page)?.[1];
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
    if (id) await owner.post(`/questions/${id}/answer`, { ...answer, seen });
  },
  'give an answer that is there, or do not publish': async ({ owner }, pick) => {
    const page = await owner.read('/questions');
    const id = /id="question-([\w-]{22})"/.exec(page)?.[1];
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
    const entry = /<option value="(\w{26})"/.exec(page)?.[1];
    const choice =
      entry && pick % 3 > 0 ? { decision: 'merge', entry } : { decision: 'hide', reason: 'other' };
    if (id) await owner.post(`/questions/${id}/decide`, { ...choice, seen });
  },
  'write, change or turn an answer': async ({ owner }, pick) => {
    const ids = [...(await owner.read('/questions')).matchAll(/\/question-entries\/(\w{26})"/g)];
    const id = ids[pick % Math.max(1, ids.length)]?.[1];
    if (!id || pick % 4 === 0) {
      await owner.post('/new-question-entry', answer);
      return;
    }
    if (pick % 4 === 1) {
      const seen = /name="seen" value="(\d+)"/.exec(await owner.read(`/question-entries/${id}`))?.[1] ?? '';
      await owner.post(`/question-entries/${id}`, { ...answer, source: `Page ${pick}`, seen });
      return;
    }
    await owner.post(`/question-entries/${id}/turn`, { decision: pick % 4 === 2 ? 'hide' : 'show' });
  },
  'work on the strategy': ({ owner }, pick) => workOnStrategy(owner, pick),
  'work on the plan': ({ owner }, pick) => workOnPlan(owner, pick),
  'enter an official answer': async ({ app, context, owner }, pick) => {
    const path = `/responses/${context.action.slug}/safety`;
    const seen = /name="seen\.train" value="(\d+)"/.exec(await owner.read(path))?.[1] ?? '0';
    const today = app.now().toISOString().slice(0, 10);
    await owner.post(path, {
      ...{ given: 'letter', place: `Letter ${pick}`, on: today, language: 'en', 'seen.train': seen },
      ...{ 'answer.train': 'will-look', 'text.train': `Answer ${pick}`, 'due.train': today },
    });
  },
  'mark a commitment': async ({ context, owner }, pick) => {
    const path = `/responses/${context.action.slug}/safety`;
    const answer = /name="answer" value="(\d+)"/.exec(await owner.read(path))?.[1];
    const decision = (['kept', 'missed'] as const)[pick % 2]!;
    const source = 'https://city.example/minutes';
    if (answer) await owner.post(`${path}/outcome`, { answer, decision, [`source-${answer}`]: source });
  },
  'edit the draft': async ({ owner }, pick) => {
    const path = `/write/edit?page=campaign`;
    const shown = valuesIn((await owner.read(path)).split('id="form"')[1] ?? '');
    const field = (['title.en', 'title.es', 'ask.en'] as const)[pick % 3]!;
    await owner.post(path, { version: shown.version?.[0] ?? '', [field]: `Safer trains ${pick}` });
  },
  'throw the draft away': async ({ owner }) => {
    await owner.post('/write/thrown-away', { seen: await seenDraft(owner) });
  },
  'set a time for the draft': async ({ owner }, pick) => {
    const at = { day: `2026-12-1${pick % 10}`, time: '09:00', note: '' };
    await owner.post('/write/publish', { seen: await seenDraft(owner), decision: 'later', ...at });
  },
  'decide about an action': async ({ app, context, owner }, pick) => {
    // The survey: the other verbs need the petition open.
    const states = await listStates(app.deps.db, context.campaign.id);
    const action = states.find(({ slug }) => slug !== context.action.slug);
    const all = action ? decisionsFrom(action) : [];
    const decision = all[pick % all.length];
    if (!action || !decision) return;
    const reason = { [`reason-${action.slug}`]: 'The council agreed' };
    await owner.post(`/write/actions/${action.slug}`, { seen: action.state, decision, ...reason });
  },
  'count a mail to supporters, or throw it away': async ({ owner, news }, pick) => {
    const version = versionIn(await owner.read(news));
    const decision = pick % 2 === 0 ? 'count' : 'drop';
    if (version !== '') await owner.post(news, { ...written, version, decision });
  },
  'schedule a mail to supporters': async ({ owner, news }, pick) => {
    const seen = seenIn(await owner.read(news));
    if (seen !== '') {
      await owner.post(`${news}/send`, { seen, decision: 'schedule', at: `2026-12-1${pick % 10}T09:00` });
    }
  },
  'leave a mail unsent': async ({ owner }) => {
    const mail = /\/mail\/([0-9A-Z]{26})/.exec(await owner.read('/mail'))?.[1];
    if (mail) await owner.post(`/mail/${mail}`, { seen: 'failed', decision: 'leave' });
  },
};

/** The version of the draft that its page shows; '' where there is none. */
async function seenDraft(owner: OrganizerClient): Promise<string> {
  return /name="seen" value="(\d+)"/.exec(await owner.read('/write'))?.[1] ?? '';
}

/** About one of those in a state, at the page of one signature. */
async function decideAbout(
  { app, context, owner }: World,
  states: string[],
  pick: number,
  { page, ...fields }: { page: string } & Record<string, string>,
): Promise<void> {
  const { results } = await app.deps.db
    .prepare(
      'SELECT id, state FROM signatures WHERE action_id = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .bind(context.action.id, JSON.stringify(states))
    .all<{ id: string; state: string }>();
  const one = results[pick % results.length];
  if (one) await owner.post(`/signatures/${one.id}/${page}`, { seen: one.state, ...fields });
}

async function decideOn(
  { owner }: { owner: OrganizerClient },
  path: string,
  pick: number,
  fields: Record<string, string>,
): Promise<void> {
  const items = itemsOn(await owner.read(path));
  const item = items[pick % items.length];
  if (item !== undefined) await owner.post(path, { items: item, ...fields });
}

/** Somebody with a role, but for the two who do all this. */
async function personOf({ app, context, owner, other }: World, pick: number) {
  const { results } = await app.deps.db
    .prepare(
      `SELECT organizer_id AS id, role FROM organizer_roles
      WHERE campaign_id = ? AND ended_at IS NULL AND organizer_id NOT IN (?, ?) ORDER BY 1`,
    )
    .bind(context.campaign.id, owner.id, other.id)
    .all<{ id: string; role: string }>();
  return results[pick % results.length];
}
