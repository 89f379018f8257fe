import { findContext } from '../../actions/context.ts';
import { isOpen } from '../../actions/rules.ts';
import { findConsoleCampaign } from '../../organize/campaign-store.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Settings } from '../../platform/settings.ts';
import { day, hour, minute } from '../../platform/time/clock.ts';
import { confirm } from '../../signatures/confirm.ts';
import { createDemoApp, type DemoApp } from './app.ts';
import { openExampleEvents } from './example-events.ts';
import { tellExampleStory } from './example-story.ts';
import { comments, districts, inventedPerson, ownWords, sources } from './invented.ts';
import { approveSome, enterSheets, recordInventedAnswer, strikeAndWithdraw } from './organizers.ts';

const petition = 'arrest-traffickers';
const survey = 'budget-input';
const usualDays = 20;
/** So long ago a few were struck off and withdrawn: more than a week, so that a digest tells of it. */
const decidedAgo = 9;
/** On each day, at these hours UTC. */
const hoursOfDay = [13, 17, 23];
const atOnce = 20;

type Filling = { settings: Settings; now: Date; days?: number; say(text: string): void };

/** Fills the Charlotte campaign through the same doors that residents use. Refuses where it was filled before. */
export async function fillDemo(
  db: D1Database,
  { settings, now, days = usualDays, say }: Filling,
): Promise<Result<string, string>> {
  const context = await findContext(db, petition);
  const campaign = context && (await findConsoleCampaign(db, context.campaign.slug));
  if (!context || !campaign) return err('The Charlotte campaign is not open here. Open it with: npm start');
  if (!isOpen(context.action, now)) return err('The petition of the Charlotte campaign is closed.');
  const app = createDemoApp(db, settings);
  const known = await db
    .prepare("SELECT 1 FROM signatures WHERE action_id = ? AND shown_name LIKE '%-Demo' LIMIT 1")
    .bind(context.action.id)
    .first();
  if (known) return err('The invented people are there already.');

  for (let ago = days; ago >= 1; ago -= 1) {
    const date = new Date(Math.floor(now.getTime() / day) * day - ago * day);
    say(`Day ${days - ago + 1} of ${days}`);
    await liveThrough(app, date, ago);
    if (ago === Math.min(days, decidedAgo)) {
      const late = new Date(date.getTime() + day - hour / 2);
      app.setClock(late);
      await strikeAndWithdraw(app, { campaign, context, now: late });
    }
  }
  app.setClock(now);
  await openExampleEvents(app, { campaign, timeZone: context.city.timeZone, now });
  await confirmMost(app, now);
  say('Sheets of paper, and what was looked at');
  await enterSheets(app, { campaign, context, now });
  await approveSome(app, { campaign, now });
  await recordInventedAnswer(app, { campaign, context, now });
  await tellExampleStory(app, { campaign, timeZone: context.city.timeZone, now });
  await app.cron(now);
  return ok('Filled. Run npm start: it prints the address of the console and a link that signs in.');
}

/** More people on the days after news, fewer otherwise. */
const perHour = [3, 4, 2, 3, 6, 9, 7, 5, 4, 3, 3, 2, 4, 5, 8, 6, 4, 3, 4, 3];

async function liveThrough(app: DemoApp, date: Date, ago: number): Promise<void> {
  for (const at of hoursOfDay) {
    const clock = new Date(date.getTime() + at * hour);
    app.setClock(clock);
    const count = perHour[ago % perHour.length] ?? 3;
    const first = ago * 100 + at;
    await Promise.all(Array.from({ length: count }, (_, n) => arrive(app, first + n)));
    if (at === 17 && ago === 3) await attack(app);
    if (at === 17 && ago === 2) await doubles(app);
    app.setClock(new Date(clock.getTime() + 20 * minute));
    await confirmMost(app, clock);
  }
  await app.cron(new Date(date.getTime() + day - hour));
}

/** Most sign, one in four also answers the survey. */
async function arrive(app: DemoApp, n: number): Promise<void> {
  const person = {
    ...inventedPerson(n),
    district: districts[n % districts.length],
    source: sources[(n * 3) % sources.length],
    keep_informed: n % 3 === 0,
  };
  const connection = `192.0.2.${n % 250}`;
  const inLanguage = n % 3 === 1 ? '?lang=es' : '';
  const says = n % 5 === 0 ? comments[(n / 5) % comments.length] : '';
  await app.send(
    `/api/v1/petitions/${petition}/signatures${inLanguage}`,
    { ...person, comment: says, show_name: n % 2 === 0 },
    connection,
  );
  if (n % 4 === 0) {
    const answers = answersOf(n);
    await app.send(
      `/api/v1/surveys/${survey}/responses${inLanguage}`,
      { ...person, answers, share_words: n % 8 === 0 },
      connection,
    );
  }
}

function answersOf(n: number) {
  const isFor = n % 12 !== 0;
  return {
    'fund-training': isFor ? 'yes' : 'no',
    ...(isFor && {
      'course-topics': n % 8 === 0 ? ['signs', 'help'] : ['first-contact', 'instead-of-arrest'],
    }),
    budget: budgetOf(n),
    ...(n % 16 === 0 && { 'own-words': ownWords[(n / 16) % ownWords.length] }),
  };
}

/** A hundred percent, shared out by lines of the city's survey. */
function budgetOf(n: number): Record<string, number> {
  const training = 1 + ((n / 4) % 4);
  const police = 30 + ((n / 4) % 7);
  const named = { police, fire: 15, transportation: 10, housing: 14, 'trafficking-training': training };
  const rest = { 'solid-waste': 7, planning: 5, 'economic-development': 5 };
  const all = Object.values({ ...named, ...rest }).reduce((sum, one) => sum + one, 0);
  return { ...named, ...rest, administration: 100 - all };
}

/** Forty false signatures within an hour, from one connection and one mail domain. */
async function attack(app: DemoApp): Promise<void> {
  const false40 = Array.from({ length: 40 }, (_, n) => ({
    ...inventedPerson(1000 + n),
    email: `robot-${n}@bulk.demo.example.org`,
    zip: '28202',
    district: '1',
    source: 'share-x',
  }));
  await Promise.all(
    false40.map((one) => app.send(`/api/v1/petitions/${petition}/signatures`, one, '198.51.100.7')),
  );
}

/** A couple with one inbox, two namesakes, perhaps one person twice, and a name that differs by a letter. */
async function doubles(app: DemoApp): Promise<void> {
  const one = (given_name: string, family_name: string, box: string, zip = '28205') => ({
    ...{ given_name, family_name, zip, district: '1', source: 'direct' },
    email: `${box}@demo.example.org`,
  });
  const signed = [
    one('Elena', 'Marsh-Demo', 'marsh-home'),
    one('Thomas', 'Marsh-Demo', 'marsh-home'),
    one('James', 'Hill-Demo', 'james-hill'),
    one('James', 'Hill-Demo', 'j-hill-senior'),
    one('Carmen', 'Ruiz-Demo', 'carmen-work', '28212'),
    one('Carmen', 'Ruiz-Demo', 'carmen-home', '28212'),
    one('Jon', 'Ward-Demo', 'ward-family'),
    one('John', 'Ward-Demo', 'ward-family'),
  ];
  for (const person of signed) {
    await app.send(`/api/v1/petitions/${petition}/signatures`, person, '203.0.113.9');
  }
}

/** Minutes until somebody presses the button in the mail. */
const delays = [2, 4, 6, 9, 20, 50];

/** Seven of eight who were written to since then press the button, most of them soon. */
async function confirmMost(app: DemoApp, since: Date): Promise<void> {
  const { results } = await app.deps.db
    .prepare(
      `SELECT signatures.id, hex(inbox_key) AS inbox, slug FROM signatures JOIN actions ON actions.id = action_id
       WHERE signatures.state = 'unconfirmed' AND received_at >= ? ORDER BY received_at`,
    )
    .bind(since.getTime())
    .all<{ id: string; inbox: string; slug: string }>();
  const contexts = new Map(
    await Promise.all(
      [...new Set(results.map(({ slug }) => slug))].map(
        async (slug) => [slug, await findContext(app.deps.db, slug)] as const,
      ),
    ),
  );
  const pressing = results.filter((_, index) => index % 8 !== 7);
  for (let from = 0; from < pressing.length; from += atOnce) {
    await Promise.all(
      pressing.slice(from, from + atOnce).map(async ({ id, inbox, slug }, index) => {
        const now = new Date(since.getTime() + (delays[index % delays.length] ?? 20) * minute);
        const context = contexts.get(slug);
        const row = context && { id, inboxKey: inbox.toLowerCase(), context };
        if (row) await confirm(app.deps, row, { shown: null, district: '', replaces: null, now });
      }),
    );
  }
}
