import { shellOf } from '../../campaigns/shell.ts';
import type { PageContext } from '../../platform/http/app-env.ts';
import type { HeldSignUp } from '../own.ts';
import { roleOf } from '../rules.ts';
import { ConditionsPart } from './pages/conditions-part.tsx';
import { isMissing, missingOf } from './rules.ts';
import { standingOfConditions } from './standing.ts';

const missingWords = { none: 'noPlace', has: 'again', waits: 'waits' } as const;

/** What their shift asks for and what is missing of it, until it begins. */
export function ownConditions(
  c: PageContext,
  { context, signUp, slot }: HeldSignUp,
  { path, isListed = false }: { path: string | null; isListed?: boolean },
) {
  const { language, now } = c.var;
  const { campaign, event, norms } = context;
  const standing = standingOfConditions(context, { held: signUp.held, slot }, language);
  if (!standing || event.cancelled !== null || slot.startsAt <= now) return null;
  const isUnmet = isMissing(missingOf(roleOf(event, slot), norms, [signUp.held]));
  return (
    <ConditionsPart
      shell={shellOf(c, campaign)}
      {...standing}
      missing={isUnmet ? missingWords[signUp.seat] : null}
      href={path === null ? null : `${path}/conditions`}
      isListed={isListed}
    />
  );
}
