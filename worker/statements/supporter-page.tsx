import { type Context, Hono } from 'hono';
import { formatInstant, type Language } from '../../web/language.ts';
import { shellOf } from '../campaigns/shell.ts';
import { datesOf } from '../digests/week-rules.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { type SupporterLinkEnv, supporterLink } from '../signatures/supporter-link.tsx';
import type { SupporterSection } from '../signatures/supporter-section.ts';
import { nextStatementAt } from './next-statement.ts';
import { OwnPart, type OwnPartProps } from './pages/own-part.tsx';
import { type MemberInLog, proofOfMember, standingOf } from './proof-of-member.ts';

/** In the name of the file. */
const receiptCopy: Record<Language, string> = { en: 'receipt', es: 'comprobante' };

type LinkContext = Context<SupporterLinkEnv>;

export const supporterStanding: SupporterSection = {
  async shown(c, { supporterPage }) {
    const { signature, context, token } = c.var.link;
    const standing = await standingOf(c.var.deps.db, signature);
    const about = aboutOf(standing, signature.state);
    const isTold = standing.member !== null && standing.last !== null;
    const { now, deps } = c.var;
    const isAwaited = about === 'later' || about === 'none';
    const since = signature.confirmedAt ?? now;
    const nextAt = isAwaited
      ? await nextStatementAt(deps.db, { committeeId: context.action.committee.id, since, now })
      : null;
    return (
      <OwnPart
        shell={shellOf(c, context.campaign)}
        words={supporterPage.inCount}
        about={about}
        statement={
          isTold && standing.last
            ? {
                endsOn: datesOf(standing.last.week).endsOn,
                href: `/statements/${context.action.slug}/${standing.last.week}`,
              }
            : null
        }
        next={nextAt && formatInstant(nextAt, context.city.timeZone, c.var.language)}
        receiptPath={hasReceipt.has(about) ? `/my/${token}/proof` : null}
        checkPath={`/verify?action=${context.action.slug}`}
      />
    );
  },
};

const hasReceipt: ReadonlySet<OwnPartProps['about']> = new Set(['in', 'leaving', 'removed']);

/** A statement tells of the end of a week: what happened since is in the next one. */
function aboutOf({ last, member }: MemberInLog, state: string): OwnPartProps['about'] {
  if (member && member.salt === null) return 'erased';
  const isIn = member !== null && member.removedLeaf === null;
  if (isIn) return state === 'confirmed' ? 'in' : 'leaving';
  if (state === 'confirmed') return last ? 'later' : 'none';
  return member ? 'removed' : 'not';
}

/** On request only, and never mailed: whoever has the file can show that its owner took part. */
export function proofRoutes() {
  const routes = new Hono<SupporterLinkEnv>();
  routes.use('/my/:token/proof', privatePage, supporterLink('my'));
  routes.post('/my/:token/proof', sendProof);
  return routes;
}

async function sendProof(c: LinkContext) {
  const { form, link } = c.var;
  if (!form.ok) return refuseBody(c, form.error);
  const proof = await proofOfMember(c.var.deps, link.signature);
  if (!proof) return refuse(c, 'not-found');
  const name = `${link.context.action.slug}-${proof.week}-${receiptCopy[c.var.language]}.json`;
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(proof.text, 200, { 'content-type': 'application/json' });
}
