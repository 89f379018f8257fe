import type { Child } from 'hono/jsx';
import { CountTables, type CountTablesProps } from '../../../../web/components/count-tables.tsx';
import { Happened } from '../../../../web/components/happened.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { TallyHead, type TallyHeadProps } from '../../../../web/components/tally-head.tsx';

type NowLineProps = { heading: string; text: string };

export type PetitionWeekProps = TallyHeadProps & {
  confirmed: string;
  verified: string;
  change: string;
  /** The end of the week, in words. */
  asOf: string;
  summary: string;
  /** What happened, in sentences. */
  news: string[];
  /** Why the number fell; null if it did not. */
  fall: string | null;
  now: NowLineProps | null;
  counts: CountTablesProps;
  weekByWeek: Child;
};

export function PetitionWeek(props: PetitionWeekProps) {
  return (
    <section class="flow">
      <TallyHead {...props} />
      <Happened lines={props.news} />
      <div class="figure">
        <p>
          <b class="number">{props.confirmed}</b> {props.verified}, <b>{props.change}</b>
        </p>
        <p class="small">{props.asOf}</p>
      </div>
      <p>{props.summary}</p>
      {props.fall && <p>{props.fall}</p>}
      {props.now && <NowLine {...props.now} />}
      <CountTables {...props.counts} />
      {props.weekByWeek}
    </section>
  );
}

export type PetitionNowProps = TallyHeadProps & { now: NowLineProps; counts: CountTablesProps };

export function PetitionNow(props: PetitionNowProps) {
  return (
    <section class="flow">
      <TallyHead {...props} />
      <NowLine {...props.now} />
      <CountTables {...props.counts} />
    </section>
  );
}

function NowLine({ heading, text }: NowLineProps) {
  return (
    <Notice>
      <h3>{heading}</h3>
      <p>{text}</p>
    </Notice>
  );
}
