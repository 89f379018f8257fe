import { listPartners } from '../../coalition/store.ts';
import { runQuery } from '../../platform/query.ts';
import { day } from '../../platform/time/clock.ts';
import { findStory, newestNumber, wholeStoryQuery } from '../../stories/store.ts';
import { agree, begin, invite, write } from '../../stories/telling.ts';
import type { DemoApp } from './app.ts';

const told = {
  answers: {
    police:
      'This is an invented example, so that you see how a story looks. They could have asked me one question without him in the room. I would have answered it.',
    training:
      'An officer who had learned what fear looks like would have seen that I was not the one to arrest.',
    city: 'Train every officer, and ask survivors to help write the course. Pay them for it.',
  },
  name: 'Example',
};

/** One story, invented and marked as such wherever it stands, that was agreed to nine days ago. */
export async function tellExampleStory(
  { deps }: DemoApp,
  { campaign, timeZone, now }: { campaign: { id: number }; timeZone: string; now: Date },
): Promise<void> {
  const { db } = deps;
  const partner = (await listPartners(db, campaign.id)).find(({ sector }) => sector === 'survivor-led');
  if (!partner) return;
  const at = new Date(now.getTime() - 9 * day);
  const seen = await newestNumber(db, campaign.id);
  const invitation = { campaignId: campaign.id, partnerId: partner.id, seen, isExample: true, now: at };
  const id = (await invite(deps, invitation)) ?? '';
  await begin(deps, { id, press: 'demo', language: 'en', now: at });
  const story = await findStory(db, id);
  if (!story) throw new Error('the example of a story was not begun');
  await write(deps, { story, seen: 0, told, language: 'en', now: at });
  const whole = await runQuery(db, wholeStoryQuery(db, id));
  const agreed = (['page', 'digest'] as const).map((use) => {
    return { use, named: 'none' as const, months: 12, mayTranslate: false };
  });
  if (!whole || !(await agree(deps, whole, { agreed, seen: 1, timeZone, now: at })))
    throw new Error('nobody agreed to the example of a story');
}
