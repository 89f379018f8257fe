import { env } from 'cloudflare:workers';
import type { ActionContext } from '../../worker/actions/context.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { press } from '../support/press.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { linkTo, newestId } from './support.ts';

/**
 * Every statement that the application runs for a petition, each once, from the first page view to the end of
 * retention.
 */
export async function everythingSaid({ action: petition }: ActionContext): Promise<WatchedStatement[]> {
  const statements = new Map<string, WatchedStatement>();
  const db = watchDb({
    call(work, said) {
      for (const one of said) statements.set(one.sql, one);
      return work();
    },
  });
  const app = testApp({}, { db });
  const { slug } = petition;
  const sign = async (name: string, email: string) => {
    await app.postJson(`/api/v1/petitions/${slug}/signatures`, { given_name: name, email, zip: '28202' });
    const [confirm, mine] = [await linkTo(app, 'confirm', slug), await linkTo(app, 'my', slug)];
    return { id: await newestId(slug), confirm, mine };
  };
  const inbox = `ana@${slug}.example`;
  const ana = await sign('Ana', inbox);
  const again = await sign('Ana', inbox);
  const ben = await sign('Ben', inbox);
  await sign('Cem', `cem@${slug}.example`);
  for (const { confirm } of [ana, ben, again]) {
    await app.request(confirm);
    await press(app, confirm);
  }
  await app.request(ana.mine);
  const anna = await sign('Anna', inbox);
  await app.post(anna.confirm, { replaces: ana.id });
  await app.request(`${ana.mine}/data.json`);
  await app.post(`${anna.mine}/correct`, { given_name: 'Hanna', zip: '28202' });
  await app.post(`${anna.mine}/withdraw`, {});
  await app.post(`${ben.mine}/erase`, {});
  await app.post(`/petitions/${slug}/resend`, { email: `cem@${slug}.example` });
  for (const path of ['/', `/petitions/${slug}`, `/api/v1/petitions/${slug}`, '/health'])
    await app.request(path);
  for (const days of [3, 10, 31, 100, 108]) await app.cron(new Date(aWednesday.getTime() + days * day));
  const { results } = await env.DB.prepare('SELECT DISTINCT state FROM signatures').all();
  if (results.length < 4) throw new Error('too little has happened');
  return [...statements.values()];
}
