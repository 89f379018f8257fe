import { Decision } from '../../../web/console/console-form.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { Queue, QueueRow } from '../../../web/console/list.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { RateKind } from '../rate-store.ts';
import { ratesCopy } from './rates-copy.ts';

export type ShownRate = {
  id: number;
  kind: RateKind;
  /** What they have in common: a source by its name, a domain by its name or code. */
  value: string;
  action: string;
  from: string;
  until: string;
  n: number;
  ofAll: number;
  share: string;
  /** The page that counts them; null for those who may not. */
  countHref: string | null;
};

type RatesPartProps = { frame: ConsoleFrame; rates: ShownRate[]; hasMore: boolean; mayDecide: boolean };

/** Unusual rates that wait, above the pairs. */
export function RatesPart({ frame, rates, hasMore, mayDecide }: RatesPartProps) {
  const words = ratesCopy[frame.shell.language];
  if (rates.length === 0) return null;
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Queue>
        {rates.map((rate) => (
          <QueueRow id={`rate-${rate.id}`}>
            <RateRow frame={frame} rate={rate} mayDecide={mayDecide} />
          </QueueRow>
        ))}
      </Queue>
      {hasMore && <p>{words.more}</p>}
    </section>
  );
}

type RateRowProps = { frame: ConsoleFrame; rate: ShownRate; mayDecide: boolean };

function RateRow({ frame, rate, mayDecide }: RateRowProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = ratesCopy[language];
  const title = message(words.kinds[rate.kind], { value: rate.value }, language);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <h3 class="address">{title}</h3>
      <p>
        {message(words.when, { from: rate.from, until: rate.until, action: rate.action }, language)}
        <br />
        {message(words.share, { n: number(rate.n), all: number(rate.ofAll), share: rate.share }, language)}
      </p>
      {rate.countHref !== null && (
        <p>
          <a href={linkFrom(shell, rate.countHref)}>{words.count}</a>
        </p>
      )}
      {mayDecide && (
        <Decision
          shell={shell}
          formToken={formToken}
          action={`/organize/campaigns/${frame.campaign.slug}/unusual-rates/${rate.id}/decide`}
          name={`rate-${rate.id}`}
          seen={String(rate.n)}
          choices={[{ value: 'fine', label: words.fine, key: 'A' }]}
        />
      )}
    </>
  );
}
