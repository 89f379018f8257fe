import { formatPercent, formatShortInstant, message } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import type { ConsoleContext, ConsoleHandler } from '../organize/console-section.ts';
import { consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { hour, localTime } from '../platform/time/clock.ts';
import { sourceWords } from './console-list.tsx';
import { clearRate } from './decide-rate.ts';
import { knownDomains } from './known-domains.ts';
import { ratesCopy } from './pages/rates-copy.ts';
import type { ShownRate } from './pages/rates-part.tsx';
import { findRate, type Rate } from './rate-store.ts';

/** The rates in words. `contexts` are those of their actions. */
export async function shownRates(
  c: ConsoleContext,
  rates: readonly Rate[],
  contexts: readonly ActionContext[],
): Promise<ShownRate[]> {
  const { deps, campaign, language } = c.var;
  return Promise.all(
    rates.map(async (rate) => {
      const context = contexts.find(({ action }) => action.id === rate.actionId);
      const instant = (at: number) => formatShortInstant(new Date(at), campaign.timeZone, language);
      const domains =
        rate.kind === 'domain' ? await knownDomains(deps.keyring, rate.actionId) : new Map<string, string>();
      return {
        ...{ id: rate.id, kind: rate.kind, n: rate.n, ofAll: rate.ofAll },
        value: commonOf(c, rate, { context, domains }),
        action: context?.action.title[language] ?? '',
        from: instant(rate.hour * hour),
        until: instant((rate.hour + 1) * hour),
        share: formatPercent(rate.n / rate.ofAll, language),
        countHref: context && c.var.may('count-signatures') ? countPath(c, rate, context.action.slug) : null,
      };
    }),
  );
}

type Known = { context: ActionContext | undefined; domains: ReadonlyMap<string, string> };

function commonOf(c: ConsoleContext, { kind, key }: Rate, { context, domains }: Known): string {
  const { language } = c.var;
  if (kind === 'source') return sourceWords(key, context, language);
  return domains.get(key) ?? message(ratesCopy[language].code, { code: key.slice(0, 8) }, language);
}

/** The address of the filled-in form that counts similar signatures. Its fingerprint says nothing about a person. */
function countPath(c: ConsoleContext, { kind, key, hour: at }: Rate, petition: string): string {
  const { campaign } = c.var;
  const local = (instant: number) => localTime(campaign.timeZone, new Date(instant));
  const query = new URLSearchParams({
    ...{ petition, [kind]: key },
    ...{ from: local(at * hour), until: local((at + 1) * hour) },
  });
  return `${consolePath(campaign, '/invalidations')}?${query}`;
}

type Changed = (c: ConsoleContext) => Promise<Response>;

export function decideOnRate(whenChanged: Changed): ConsoleHandler {
  return async (c) => {
    const { deps, campaign, organizer, form, now } = c.var;
    const id = c.req.param('rate') ?? '';
    const { decision, seen = '' } = form.values;
    if (decision !== 'fine' || !/^\d{1,9}$/.test(seen)) return refuse(c, 'bad-request');
    const rate = /^\d{1,12}$/.test(id) ? await findRate(deps.db, campaign.id, Number(id)) : null;
    if (!rate) return refuse(c, 'not-found');
    const decided = { rate, seen: Number(seen), campaign, actor: organizer.id, now };
    const done = await clearRate(deps, decided);
    if (!done.ok) return whenChanged(c);
    return c.redirect(withDone(consolePath(campaign, '/duplicates'), done.value.id), 303);
  };
}
