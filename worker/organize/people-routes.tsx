import { formatShortInstant } from '../../web/language.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { runQuery } from '../platform/query.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import type { ConsoleContext, ConsoleRouter } from './console-section.ts';
import { consoleFrame, consolePath, withDone } from './frame.ts';
import { tellOrganizer } from './organizers.ts';
import { PeoplePage, type PeopleRefusal, PeopleRefusedPage } from './pages/people-page.tsx';
import { changeRole, endAccess, invite, recover } from './people.ts';
import { findRole, peopleQuery } from './people-store.ts';
import { asRole, type Role } from './role-rules.ts';

export function peopleRoutes(console: ConsoleRouter): void {
  console.get('/people', 'manage-people', (c) =>
    peoplePage(c, { email: '', role: 'moderator', isWrong: false }),
  );
  console.post('/people', 'manage-people', inviteOne);
  console.post('/people/:organizer', 'manage-people', change);
}

async function peoplePage(c: ConsoleContext, typed: { email: string; role: Role; isWrong: boolean }) {
  const { deps, campaign, organizer, language } = c.var;
  const [frame, people] = await Promise.all([
    consoleFrame(c),
    runQuery(deps.db, peopleQuery(deps.db, campaign.id)),
  ]);
  const date = (at: Date) => formatShortInstant(at, campaign.timeZone, language);
  const shown = people.map(async (access) => ({
    id: access.organizerId,
    email: await tellOrganizer(deps.keyring, { id: access.organizerId, sealed: access.sealed }, language),
    role: access.role,
    isReader: access.organizerId === organizer.id,
    since: date(access.since),
    used: access.lastUsedAt && date(access.lastUsedAt),
    ended: access.endedAt && date(access.endedAt),
    passkeys: access.passkeys,
  }));
  const page = <PeoplePage frame={frame} people={await Promise.all(shown)} typed={typed} />;
  return c.html(page, typed.isWrong ? 422 : 200);
}

async function inviteOne(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const typed = form.values.email ?? '';
  const email = deliverableEmail(typed);
  const role = asRole(form.values.role);
  if (!email || !role) return peoplePage(c, { email: typed, role: role ?? 'moderator', isWrong: true });
  const [first = c.var.language] = campaign.languages;
  const language = campaign.languages.includes(c.var.language) ? c.var.language : first;
  const done = await invite(deps, { campaign, email, role, actor: organizer.id, language, now });
  if (!done.ok) return refused(c, 'inside');
  await deps.wakeOutbox();
  return c.redirect(withDone(consolePath(campaign, '/people'), done.value.id), 303);
}

async function change(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const organizerId = c.req.param('organizer') ?? '';
  const role = await findRole(deps.db, { campaignId: campaign.id, organizerId });
  if (role === null) return refuse(c, 'not-found');
  const person = { campaign, organizerId, actor: organizer.id, now };
  const seen = asRole(form.values.seen);
  const to = asRole(form.values.role);
  const isSelf = organizerId === organizer.id;
  const changed = async () => {
    switch (form.values.decision) {
      case 'change':
        return seen && to && changeRole(deps, { ...person, from: seen, to });
      case 'end':
        return endAccess(deps, { ...person, role });
      case 'recover':
        return isSelf ? null : recover(deps, person);
      default:
        return null;
    }
  };
  const done = await changed();
  if (!done) return refuse(c, 'bad-request');
  if (!done.ok) return refused(c, done.error.reason === 'works-elsewhere' ? 'elsewhere' : 'changed');
  const back = isSelf ? '/organize' : consolePath(campaign, '/people');
  return c.redirect(withDone(back, done.value.id), 303);
}

async function refused(c: ConsoleContext, why: PeopleRefusal) {
  return c.html(<PeopleRefusedPage frame={await consoleFrame(c)} why={why} />, 409);
}
