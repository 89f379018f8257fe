import { shellOf } from '../campaigns/shell.ts';
import type { Committee } from '../councils/rules.ts';
import type { findCommittee } from '../councils/store.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { withWords } from '../surveys/digest/read-words.ts';
import { findCampaignOf } from './campaign-of.ts';
import { deliveryToken } from './links.ts';
import { readNow } from './now.ts';
import { DeliveryPage } from './pages/delivery-page.tsx';
import { StaffPage } from './pages/staff-page.tsx';
import { listDigests } from './store.ts';

/** With its council's name and the clock of its weeks. */
export type FoundCommittee = NonNullable<Awaited<ReturnType<typeof findCommittee>>>;

/** Null where a week is asked for that nothing was told of. */
export async function staffPage(
  c: PageContext,
  committee: FoundCommittee,
  asked: { token: string; week: string | null },
) {
  const { deps, now, language } = c.var;
  const [digests, standing] = await Promise.all([
    listDigests(deps.db, committee.id),
    readNow(deps.db, committee.id, now),
  ]);
  if (!standing) return null;
  const contents = digests.map(({ content }) => content);
  const latest = contents.at(-1) ?? null;
  const shown = asked.week === null ? latest : contents.find(({ week }) => week === asked.week);
  if (shown === undefined) return null;
  const [told = null] = await withWords(deps, shown ? [shown] : []);
  return (
    <StaffPage
      shell={await shellOfCommittee(c, committee.id)}
      token={asked.token}
      deliveryHref={`/digests/${await deliveryToken(deps.keyring, committee.id)}`}
      committee={committee.name[language]}
      council={committee.council.name[language]}
      city={standing.snapshot.city}
      shown={told}
      now={shown === latest ? { asOf: now, petitions: standing.petitions, surveys: standing.surveys } : null}
      weeks={contents}
      nextDigestAt={committee.nextDigestAt}
      surveys={standing.surveys.map(({ slug, title }) => ({ slug, title }))}
    />
  );
}

export async function deliveryPage(
  c: PageContext,
  committee: Committee,
  { isDone, isWrong }: { isDone: boolean; isWrong: boolean },
) {
  return (
    <DeliveryPage
      shell={await shellOfCommittee(c, committee.id)}
      token={c.req.param('token') ?? ''}
      committee={committee.name[c.var.language]}
      frequency={committee.frequency}
      isDone={isDone}
      isWrong={isWrong}
    />
  );
}

/** Without a committee it is nobody's page. */
export async function shellOfCommittee(c: PageContext, committeeId: number | null) {
  return shellOf(c, committeeId === null ? null : await findCampaignOf(c.var.deps.db, committeeId));
}
