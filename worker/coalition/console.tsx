import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame } from '../organize/frame.ts';
import { subjectText } from '../organize/subject-words.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, mapQuery, runQuery } from '../platform/query.ts';
import { isToThese } from './norms-rules.ts';
import { agreementsQuery, normsQuery } from './norms-store.ts';
import { PartnersPage, type Shown } from './pages/console-page.tsx';
import { partnerKey, partnerToken } from './partner-links.ts';
import { type AccessChange, replaceAccess } from './replace-access.ts';
import type { Partner } from './rules.ts';
import { listPartners, listSources } from './store.ts';
import { partnerSubjectsQuery } from './subject-store.ts';
import { togetherConsoleRoutes, togetherSection } from './together-console.tsx';

/** Links and keys of partners. What a partner is, its kit says. */
export const coalitionSection: ConsoleSection = {
  verbs: {
    'look-at-partners': { role: 'editor' },
    'replace-partner-access': { role: 'editor', stepUp: true },
    ...togetherSection.verbs,
  },
  menu: [
    ...togetherSection.menu,
    { path: '/partners', order: 70, label: { en: 'Partners', es: 'Aliados' }, verb: 'look-at-partners' },
  ],
  routes(console) {
    togetherConsoleRoutes(console);
    console.get('/partners', 'look-at-partners', (c) => partnersPage(c));
    console.get('/partners/:partner', 'replace-partner-access', onePage);
    console.post('/partners/:partner', 'replace-partner-access', change);
  },
  subjects: (db, campaign, subjects) =>
    mapQuery(
      joinQueries({
        partners: partnerSubjectsQuery(db, campaign.id, subjects),
        entries: togetherSection.subjects(db, campaign, subjects),
      }),
      ({ partners, entries }) =>
        new Map([
          ...entries,
          ...partners.map(({ subject, titles }) => {
            const page = { path: `/partners/${subject}`, verb: 'replace-partner-access' };
            const words = subjectText({ en: '{title}', es: '{title}' }, { titles });
            return [subject, { words, page }] as const;
          }),
        ]),
    ),
  facts: togetherSection.facts,
  acts: {
    ...togetherSection.acts,
    'replace-partner-link': {
      words: { en: 'The link of {subject} was replaced', es: 'Se reemplazó el enlace de {subject}' },
      verb: 'replace-partner-access',
    },
    'make-partner-key': {
      words: { en: '{subject} got a new key', es: 'Se hizo una clave nueva para {subject}' },
      verb: 'replace-partner-access',
    },
    'end-partner-key': {
      words: { en: 'The key of {subject} was ended', es: 'Se terminó la clave de {subject}' },
      verb: 'replace-partner-access',
    },
    'replace-partner-access': {
      words: {
        en: 'The link and the key of {subject} were replaced',
        es: 'Se reemplazaron el enlace y la clave de {subject}',
      },
      verb: 'replace-partner-access',
    },
    'show-partner-link': {
      words: { en: 'The link of {subject} was looked at', es: 'Se miró el enlace de {subject}' },
      verb: 'replace-partner-access',
    },
  },
};

type Extra = { open?: Partner | null; shown?: Shown | null; isChanged?: boolean };

async function partnersPage(c: ConsoleContext, { open = null, shown = null, isChanged = false }: Extra = {}) {
  const { deps, campaign, language } = c.var;
  const here = knownValue(campaign.id);
  const asked = joinQueries({ norms: normsQuery(deps.db, here), agreements: agreementsQuery(deps.db, here) });
  const [frame, partners, sources, { norms, agreements }] = await Promise.all([
    consoleFrame(c),
    listPartners(deps.db, campaign.id),
    listSources(deps.db, campaign.id),
    runQuery(deps.db, asked),
  ]);
  const page = (
    <PartnersPage
      frame={frame}
      partners={partners.map(({ id, slug, name, retired, mayAskContact }) => ({
        slug,
        name: name[language],
        isRetired: retired,
        mayAskContact,
        hasAgreed: norms !== null && isToThese(agreements.get(id) ?? null, norms),
        sources: sources
          .filter(({ partner }) => partner?.slug === slug)
          .map((source) => source.name[language]),
      }))}
      open={open && { slug: open.slug, name: open.name[language], seen: `${open.link}.${open.keyVersion}` }}
      shown={shown}
      mayChange={c.var.may('replace-partner-access')}
      isChanged={isChanged}
    />
  );
  return c.html(page, isChanged ? 409 : 200);
}

async function partnerOf(c: ConsoleContext): Promise<Partner | null> {
  const partners = await listPartners(c.var.deps.db, c.var.campaign.id);
  return partners.find(({ slug, retired }) => slug === c.req.param('partner') && !retired) ?? null;
}

async function onePage(c: ConsoleContext) {
  const partner = await partnerOf(c);
  return partner ? partnersPage(c, { open: partner }) : refuse(c, 'not-found');
}

async function change(c: ConsoleContext) {
  const { campaign, organizer, form, now, deps } = c.var;
  const partner = await partnerOf(c);
  if (!partner) return refuse(c, 'not-found');
  const decision = form.values.decision;
  if (decision === 'show-link') return showLink(c, partner);
  const wanted = (['link', 'key', 'end-key'] as const).find((one) => one === decision);
  if (!wanted) return refuse(c, 'bad-request');
  const isAsSeen = form.values.seen === `${partner.link}.${partner.keyVersion}`;
  const done = isAsSeen
    ? await replaceAccess(deps, { partner, change: wanted, campaign, actor: organizer.id, now })
    : null;
  if (!done?.ok) return partnersPage(c, { open: partner, isChanged: true });
  return partnersPage(c, { open: done.value, shown: await shownOf(c, done.value, wanted) });
}

/** In the answer to the press, and nowhere else. */
async function shownOf(c: ConsoleContext, partner: Partner, changed: AccessChange): Promise<Shown> {
  const { keyring, settings } = c.var.deps;
  if (changed === 'end-key') return { what: 'ended', text: null };
  return changed === 'key'
    ? { what: 'key', text: await partnerKey(keyring, partner) }
    : { what: 'link', text: `${settings.publicUrl}/partners/${await partnerToken(keyring, partner)}` };
}

/** Whoever has the link reads the partner's page, so a look at it is an act. */
async function showLink(c: ConsoleContext, partner: Partner) {
  const { campaign, organizer, now, deps } = c.var;
  await commitWithAct(deps, {
    act: { campaign, actor: organizer.id, kind: 'show-partner-link', subject: partner.slug },
    steps: [],
    now,
  });
  return partnersPage(c, { open: partner, shown: await shownOf(c, partner, 'link') });
}
