import type { Language } from '../../web/language.ts';
import { base64url } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { monthsAfter } from '../platform/time/clock.ts';
import type { ToldForm } from './form-rules.ts';
import { payStatement } from './guide-store.ts';
import {
  type Agreed,
  coolingOff,
  goesOnUntil,
  invitationKept,
  keptUntilOf,
  mostStories,
  type Story,
  type StoryTexts,
  termOf,
  type Use,
  unusedKept,
  usualMonths,
} from './rules.ts';
import {
  beginStatement,
  cancelStatement,
  endConsentsStatement,
  endPauseStatement,
  eraseStatement,
  findStory,
  insertConsentStatement,
  insertStoryStatement,
  keepUntilStatement,
  noteAgreedStatement,
  pauseStatement,
  type WholeStory,
  writeStatement,
} from './store.ts';

/** Null once it is erased. */
export async function openTold(
  keyring: Keyring,
  story: Pick<Story, 'id' | 'sealed'>,
): Promise<StoryTexts | null> {
  return story.sealed && keyring.open<StoryTexts>(`story ${story.id}`, story.sealed);
}

export function sealTold(keyring: Keyring, id: string, told: StoryTexts): Promise<Uint8Array> {
  return keyring.seal(`story ${id}`, told);
}

type Inviting = { campaignId: number; partnerId: number; seen: number; isExample?: boolean; now: Date };

/** Null where another invitation was made meanwhile, or there are too many. */
export async function invite(
  { db }: Pick<Deps, 'db'>,
  { now, ...inviting }: Inviting,
): Promise<string | null> {
  const id = base64url(randomBytes(16));
  const keptUntil = new Date(now.getTime() + invitationKept);
  const done = await insertStoryStatement(db, { ...inviting, id, most: mostStories, now, keptUntil }).run();
  return done.meta.changes === 1 ? id : null;
}

/** Ends a link that nobody has used. */
export async function cancelInvitation(
  { db }: Pick<Deps, 'db'>,
  invitation: { id: string; partnerId: number },
): Promise<void> {
  await cancelStatement(db, invitation).run();
}

/**
 * Uses an invitation. `press` is the token of the form: who presses twice has begun once. False if another press has
 * used it.
 */
export async function begin(
  { db }: Pick<Deps, 'db'>,
  { id, press, language, now }: { id: string; press: string; language: Language; now: Date },
): Promise<boolean> {
  const keptUntil = new Date(now.getTime() + unusedKept);
  await beginStatement(db, { id, by: press, language, now, keptUntil }).run();
  const story = await findStory(db, id);
  return story?.state === 'begun' && story.begunBy === press;
}

/** Stores a text. What was agreed to was another text, so every consent ends. False if it was changed meanwhile. */
export async function write(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  { story, seen, told, language, now }: ToldForm & { story: Story; seen: number; now: Date },
): Promise<boolean> {
  const { id } = story;
  const sealed = await sealTold(keyring, id, told);
  const keptUntil = new Date(now.getTime() + unusedKept);
  const [done] = await db.batch([
    writeStatement(db, { id, seen, language, sealed, keptUntil }),
    endOtherTexts(db, id, now),
    endPauseStatement(db, id),
  ]);
  return done?.meta.changes === 1;
}

function endOtherTexts(db: D1Database, id: string, now: Date) {
  return endConsentsStatement(db, { id, uses: null, by: 'text', now, isOtherText: true });
}

/**
 * Stores what the teller said yes to. A use that was agreed to before, named in the same way, goes on, less long if less
 * time was chosen; a use that was left out ends at once; every other one is shown in seven days. False if the text has
 * changed meanwhile.
 */
export async function agree(
  { db }: Pick<Deps, 'db'>,
  { story, consents }: WholeStory,
  { agreed, seen, timeZone, now }: { agreed: readonly Agreed[]; seen: number; timeZone: string; now: Date },
): Promise<boolean> {
  if (story.version !== seen || story.sealed === null) return false;
  const { id, version } = story;
  const kept = consents.flatMap((one) => {
    const wanted = agreed.find(({ use }) => use === one.use);
    const until = wanted ? goesOnUntil(one, wanted, { story, timeZone, now }) : null;
    return until ? [{ before: one, until }] : [];
  });
  const same = kept.filter(({ before, until }) => until >= before.until).map(({ before }) => before);
  const shorter = kept
    .filter(({ before, until }) => until < before.until)
    .map(({ before, until }) => ({ ...before, until }));
  const fresh = agreed
    .filter(({ use }) => !kept.some(({ before }) => before.use === use))
    .map((one) => ({ ...one, ...termOf(now, one.months, timeZone) }));
  const shortened = shorter.map(({ use }) => use);
  const ended = consents.filter((one) => !same.includes(one) && !shortened.includes(one.use));
  const standing = [...same, ...shorter, ...fresh.map((one) => ({ ...one, endedAt: null }))];
  const results = await db.batch([
    noteAgreedStatement(db, { id, version, now, keptUntil: keptUntilOf(standing, now) }),
    endConsentsStatement(db, { id, uses: ended.map(({ use }) => use), by: 'teller', now }),
    ...shorter.flatMap((consent) => replaceConsentStatements(db, { id, version, consent, now })),
    ...fresh.map((consent) => insertConsentStatement(db, { id, version, consent, now })),
  ]);
  return results[0]?.meta.changes === 1;
}

/** Another year of what is shown now, from today on. What has ended meanwhile is agreed to like new. */
export async function renew(
  { db }: Pick<Deps, 'db'>,
  { story, consents }: WholeStory,
  { use, timeZone, now }: { use: Use; timeZone: string; now: Date },
): Promise<void> {
  const { id, version } = story;
  const before = consents.find((one) => one.use === use && one.version === version);
  if (!before) return;
  const hasEnded = before.until <= now;
  const from = hasEnded ? new Date(now.getTime() + coolingOff) : before.from;
  const until = monthsAfter(hasEnded ? from : now, usualMonths, timeZone);
  if (until <= before.until) return;
  const consent = { ...before, from, until };
  const others = consents.filter((one) => one !== before);
  await db.batch([
    ...replaceConsentStatements(db, { id, version, consent, now }),
    keepUntilStatement(db, id, keptUntilOf([...others, consent], now)),
  ]);
}

/** Another time for what is shown. What was taken down in another window at this moment stays down. */
function replaceConsentStatements(
  db: D1Database,
  { id, now, ...consenting }: Parameters<typeof insertConsentStatement>[1],
): D1PreparedStatement[] {
  return [
    endConsentsStatement(db, { id, uses: [consenting.consent.use], by: 'renewed', now }),
    insertConsentStatement(db, { id, now, ...consenting, goesOn: true }),
  ];
}

/** Takes a story down: from one use, or from everywhere. It needs no reason. */
export async function takeDown(
  { db }: Pick<Deps, 'db'>,
  { story: { id }, consents }: WholeStory,
  { use, now }: { use: Use | null; now: Date },
): Promise<void> {
  const left = use === null ? [] : consents.filter((one) => one.use !== use);
  await db.batch([
    endConsentsStatement(db, { id, uses: use && [use], by: 'teller', now }),
    endPauseStatement(db, id),
    keepUntilStatement(db, id, keptUntilOf(left, now)),
  ]);
}

export async function pause({ db }: Pick<Deps, 'db'>, id: string, at: Date | null): Promise<void> {
  await pauseStatement(db, id, at).run();
}

/** Deletes what was told, and ends every consent and the link. */
export async function erase({ db }: Pick<Deps, 'db'>, id: string, now: Date): Promise<void> {
  await db.batch(eraseStatements(db, id, now));
}

export function eraseStatements(db: D1Database, id: string, now: Date): D1PreparedStatement[] {
  return [endConsentsStatement(db, { id, uses: null, by: 'erased', now }), eraseStatement(db, id)];
}

/** The teller wants no pay, or wants it after all: what was offered, or an offer. */
export async function answerPay(
  { db }: Pick<Deps, 'db'>,
  { id, campaignId, pay, payCents: cents }: Story,
  isDeclined: boolean,
): Promise<void> {
  const wanted = cents === 0 ? 'none' : 'offered';
  if (pay !== (isDeclined ? wanted : 'declined')) return;
  const to = isDeclined ? 'declined' : wanted;
  await payStatement(db, { id, campaignId, from: { pay, cents }, to: { pay: to, cents } }).run();
}
