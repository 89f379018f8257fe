import { Chart } from '../../../../web/components/chart.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { formatNumber, type Language } from '../../../../web/language.ts';
import type { ActionBrought, Brought } from '../rules.ts';
import { copy } from './copy.ts';

type CreditProps = { action: ActionBrought; language: Language };

/** What came through each of the partner's own sources. The third column is the sum of those after it. */
export function Sources({ action, received, language }: CreditProps & { received: string }) {
  const words = copy[language].sources;
  const numbers = ({ opened, received, credited, elsewhere, uncounted }: Brought) =>
    [opened, received, credited, elsewhere, uncounted].map((n) => formatNumber(n, language));
  const labels = [words.opened, received, words.credited, words.elsewhere, words.uncounted];
  return (
    <Table
      caption={words.caption}
      wide
      asList
      columns={[{ label: words.source }, ...labels.map((label) => ({ label, numeric: true }))]}
      rows={action.sources.map((source) => [
        <>
          {source.name[language]} <span class="small kind">{copy[language].kinds[source.kind]}</span>
        </>,
        ...numbers(source),
      ])}
      total={[words.total, ...numbers(action.own)]}
    />
  );
}

// With fewer than this, bars would suggest more than the numbers show.
const enoughForBars = 10;

/** The same for every partner. */
export function Everyone(props: CreditProps) {
  const words = copy[props.language].everyone;
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{words.text}</p>
      {props.action.confirmed < enoughForBars ? <Credits {...props} /> : <CreditBars {...props} />}
    </>
  );
}

function Credits({ action, language }: CreditProps) {
  const words = copy[language].everyone;
  const number = (n: number) => formatNumber(n, language);
  return (
    <Table
      caption={words.caption}
      columns={[{ label: words.partner }, { label: words.number, numeric: true }]}
      rows={action.credits.map(({ partner, credited }) => [
        partner?.name[language] ?? words.own,
        number(credited),
      ])}
      total={[words.total, number(action.confirmed)]}
    />
  );
}

function CreditBars({ action, language }: CreditProps) {
  const words = copy[language].everyone;
  const { credits, confirmed } = action;
  const number = (n: number) => formatNumber(n, language);
  const own = credits.find(({ partner }) => partner === null)?.credited ?? 0;
  return (
    <div class="halves credit">
      <Chart
        title={words.caption}
        labelHead={words.partner}
        valueHead={words.number}
        rows={credits.map(({ partner, credited }) => ({
          label: partner?.name[language] ?? words.own,
          value: credited,
        }))}
        language={language}
      />
      <div>
        <Table
          caption={words.adds}
          columns={[{ label: words.partner }, { label: words.number, numeric: true }]}
          rows={[
            [words.partners, number(confirmed - own)],
            [words.own, number(own)],
          ]}
          total={[words.total, number(confirmed)]}
        />
      </div>
    </div>
  );
}
