import type { Child } from 'hono/jsx';
import { CountTables, type CountTablesProps } from '../../../../web/components/count-tables.tsx';
import { Happened } from '../../../../web/components/happened.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';

type HeadProps = { shell: Shell; href: string; title: string; state: string };
type NowLineProps = { heading: string; text: string };

export type PetitionWeekProps = HeadProps & {
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
      <Head {...props} />
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

export type PetitionNowProps = HeadProps & { now: NowLineProps; counts: CountTablesProps };

export function PetitionNow(props: PetitionNowProps) {
  return (
    <section class="flow">
      <Head {...props} />
      <NowLine {...props.now} />
      <CountTables {...props.counts} />
    </section>
  );
}

function Head({ shell, href, title, state }: HeadProps) {
  return (
    <>
      <h2>
        <a href={linkFrom(shell, href)}>{title}</a>
      </h2>
      <p class="small">{state}</p>
    </>
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
