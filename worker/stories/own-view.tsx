import { helpOf, shellOf } from '../campaigns/shell.ts';
import { findPartner } from '../coalition/store.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { dateIn } from '../platform/time/clock.ts';
import { storiesPath } from './links.ts';
import type { OwnStory } from './own.ts';
import { OwnPage, type OwnPageProps } from './pages/own-page.tsx';
import { goesOn, isToRenew, monthsLeft, uses, usualMonths, whyNotShown } from './rules.ts';
import type { WholeStory } from './store.ts';
import { dollars } from './words.ts';

type Returned = { values: Record<string, string>; errors: readonly FieldError[] };

/** The teller's own page, as everything stands now. */
export async function ownPage(c: PageContext, found: OwnStory, returned: Returned | null = null) {
  const { deps, now, language } = c.var;
  const { whole, campaign, told, href } = found;
  const { story, consents, sheets } = whole;
  const partner = await findPartner(deps.db, story.partnerId);
  const dayOf = (at: Date) => dateIn(campaign.city.timeZone, at);
  return (
    <OwnPage
      shell={shellOf(c, campaign, href)}
      href={href}
      partner={partner?.name[language] ?? ''}
      help={helpOf(campaign.care, language)}
      told={told?.answers ?? null}
      name={told?.name ?? ''}
      state={stateOf(whole, now)}
      agreedOn={dayOf(story.agreedAt ?? now)}
      stopReason={story.stopReason}
      keptUntil={story.keptUntil && consents.length === 0 ? dayOf(story.keptUntil) : null}
      places={consents.map((consent) => ({
        use: consent.use,
        why: whyNotShown(story, consent, { campaign: whole.campaign, now }),
        from: dayOf(consent.from),
        until: dayOf(consent.until),
        isToRenew: isToRenew(consent, now),
        href: consent.use === 'page' ? `${storiesPath(campaign.slug)}/${story.id}` : null,
      }))}
      sheets={sheets.map(({ use, takenAt, returnedAt }) => {
        return { use, on: dayOf(takenAt), isBack: returnedAt !== null };
      })}
      pay={{ state: story.pay, amount: story.payCents === 0 ? null : dollars(story.payCents, language) }}
      seen={story.version}
      values={returned?.values ?? choicesOf(whole, campaign.city.timeZone, now)}
      errors={returned?.errors ?? []}
    />
  );
}

function stateOf({ story, campaign, consents }: WholeStory, now: Date): OwnPageProps['state'] {
  if (story.sealed === null) return 'none';
  if (story.stoppedAt) return 'stopped';
  if (!goesOn(campaign, now)) return 'closed';
  if (!story.agreedAt) return 'draft';
  if (consents.length === 0) return 'down';
  return story.pausedAt ? 'paused' : 'agreed';
}

/** The form shows what is allowed, and for the rest what is usual. */
function choicesOf({ story, consents }: WholeStory, timeZone: string, now: Date): Record<string, string> {
  const standing = consents.filter(({ version }) => version === story.version);
  return Object.fromEntries(
    uses.flatMap((use) => {
      const consent = standing.find((one) => one.use === use);
      return [
        [`use.${use}`, consent ? 'yes' : ''],
        [`named.${use}`, consent?.named ?? 'none'],
        [
          `months.${use}`,
          String(consent && consent.until > now ? monthsLeft(consent, timeZone, now) : usualMonths),
        ],
        [`translate.${use}`, consent?.mayTranslate ? 'yes' : ''],
      ];
    }),
  );
}
