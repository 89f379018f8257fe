import { type Context, Hono } from 'hono';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { HiddenReason } from '../moderation/look-rules.ts';
import { findHiddenReasons } from '../moderation/store.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { listMailsAbout } from '../platform/mail/outbox.ts';
import { sendNewLink } from './new-link.ts';
import { type SupporterNotice, supporterNotices } from './pages/supporter-page.tsx';
import { personalData } from './personal-data.ts';
import { findLink, type SupporterLinkEnv, supporterLink } from './supporter-link.tsx';
import type { SupporterSection } from './supporter-section.ts';
import { erase, withdraw } from './take-back.ts';
import { takeCorrections } from './take-corrections.ts';
import { type SupporterPageState, supporterPage } from './view.tsx';

type LinkContext = Context<SupporterLinkEnv>;
type ShowPage = (
  c: LinkContext,
  state: SupporterPageState,
  status?: 200 | 409 | 422 | 503,
) => Promise<Response>;

/** What supporters can see, correct, withdraw and erase with the mailed link. */
export function supporterPageRoutes(kinds: ActionKinds, sections: readonly SupporterSection[]) {
  const routes = new Hono<SupporterLinkEnv>();

  const show: ShowPage = async (c, state, status = 200) => {
    const { person, context } = c.var.link;
    const { [c.var.language]: words } = await kindNamed(kinds, context.action.kind).supporterWords();
    const shown = person
      ? await Promise.all(sections.map((section) => section.shown?.(c, words) ?? null))
      : [];
    const parts = { words, sections: shown.filter((part) => part !== null) };
    return c.html(supporterPage(c, parts, { ...state, reasons: await reasonsOf(c) }), status);
  };

  for (const purpose of ['my', 'confirm'] as const) {
    routes.post(`/${purpose}/:token/new-link`, privatePage, async (c) => {
      const link = await findLink(c, purpose);
      if (link instanceof Response) return link;
      await sendNewLink(c.var.deps, link, c.var.now);
      return c.redirect(withLanguage(c, `/${purpose}/${link.token}?sent=yes`), 303);
    });
  }
  routes.use('/my/:token/*', privatePage, supporterLink('my'));
  routes.get('/my/:token', (c) => show(c, { notice: noticeOf(c), returned: null }));
  routes.get('/my/:token/data.json', async (c) => {
    c.header('content-disposition', 'attachment; filename="undersigned.json"');
    const mails = await listMailsAbout(c.var.deps.db, c.var.link.signature.id);
    const more = await Promise.all(sections.map((section) => section.data?.(c) ?? {}));
    return c.json(Object.assign(personalData(c.var.link, mails), ...more));
  });
  routes.post('/my/:token/correct', (c) =>
    takeCorrections(c, {
      isConfirmed: true,
      done: () => backToPage(c, 'corrected'),
      giveBack: (returned, status) => show(c, { notice: null, returned }, status),
      settled: () => show(c, { notice: null, returned: null }, 409),
    }),
  );
  routes.post('/my/:token/withdraw', async (c) => {
    const withdrawn = await withdraw(c.var.deps, c.var.link, c.var.now);
    if (withdrawn.ok) return backToPage(c, withdrawn.value);
    return withdrawn.error.reason === 'erased' ? backToPage(c, 'erased') : refuse(c, 'overloaded');
  });
  routes.post('/my/:token/erase', async (c) => {
    const erased = await erase(c.var.deps, c.var.link, c.var.now);
    return erased.ok ? backToPage(c, 'erased') : refuse(c, 'overloaded');
  });

  return routes;
}

/** Why an organizer does not show the name or the comment. */
async function reasonsOf(c: LinkContext): Promise<Record<string, HiddenReason>> {
  const { id, nameLook, commentLook } = c.var.link.signature;
  return [nameLook, commentLook].includes('hidden') ? findHiddenReasons(c.var.deps.db, id) : {};
}

function noticeOf(c: LinkContext): SupporterNotice | null {
  return supporterNotices.find((known) => known === c.req.query('done')) ?? null;
}

function backToPage(c: LinkContext, done: SupporterNotice) {
  return c.redirect(withLanguage(c, `/my/${c.var.link.token}?done=${done}`), 303);
}
