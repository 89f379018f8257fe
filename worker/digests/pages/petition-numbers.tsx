import { Chart } from '../../../web/components/chart.tsx';
import { Table } from '../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import type { TallyWords } from './copy.ts';
import {
  accountRows,
  correctionLine,
  inCity,
  isDistrict,
  nextLines,
  partnerLabel,
  placeLabel,
  possibleLine,
  sourceLabel,
} from './sentences.ts';
import type { PetitionTally, PlaceCount, Standing } from './tally.ts';

export type PetitionNumbersProps = {
  standing: Standing;
  /** What only a week has: corrections and what comes next. */
  tally: PetitionTally | null;
  city: { name: string; timeZone: string };
  language: Language;
  /** Of signatures, or of responses. */
  words: TallyWords;
};

export function PetitionNumbers(props: PetitionNumbersProps) {
  const { standing, tally, city, language, words } = props;
  return (
    <>
      <div class="halves">
        <Places {...props} />
        <div class="flow">
          <AccountTable {...props} />
          <h3>{words.possible.heading}</h3>
          <p>{possibleLine(standing.possibleDuplicates, language, words)}</p>
        </div>
      </div>
      <div class="halves">
        <div class="flow">
          <Sources {...props} />
          <Partners {...props} />
        </div>
        {tally && (
          <div class="flow">
            <Corrections tally={tally} language={language} words={words} />
            <Lines heading={words.next.heading} lines={nextLines(tally, city.timeZone, language)} />
          </div>
        )}
      </div>
    </>
  );
}

// Fewer than this, and bars would claim more than there is.
const enoughForBars = 10;

function Places({ standing, city, language, words: { places: words, account } }: PetitionNumbersProps) {
  const head = account.number;
  const number = (n: number) => formatNumber(n, language);
  const isCharted = inCity(standing) >= enoughForBars;
  const rowOf = (one: PlaceCount) => [placeLabel(one, city.name, language), number(one.confirmed)];
  const districts = standing.byPlace.filter(isDistrict);
  return (
    <div class="flow">
      {isCharted && (
        <Chart
          title={words.heading}
          labelHead={words.place}
          valueHead={head}
          rows={districts.map((one) => ({
            label: placeLabel(one, city.name, language),
            value: one.confirmed,
          }))}
          language={language}
        />
      )}
      <Table
        caption={isCharted ? words.total : words.heading}
        columns={[{ label: words.place }, { label: head, numeric: true }]}
        rows={[
          ...(isCharted ? [] : districts.map(rowOf)),
          [message(words.inCity, { city: city.name }, language), number(inCity(standing))],
          ...standing.byPlace.filter((one) => !isDistrict(one)).map(rowOf),
        ]}
        total={[words.total, number(standing.confirmed)]}
      />
    </div>
  );
}

function AccountTable({ standing, language, words: all }: PetitionNumbersProps) {
  const words = all.account;
  return (
    <Table
      caption={words.heading}
      columns={[{ label: words.what }, { label: words.number, numeric: true }]}
      rows={accountRows(standing.account, all).map(({ label, value }) => [
        label,
        formatNumber(value, language),
      ])}
      total={[words.received, formatNumber(standing.account.received, language)]}
    />
  );
}

type CorrectionsProps = { tally: PetitionTally; language: Language; words: TallyWords };

function Corrections({ tally, language, words }: CorrectionsProps) {
  const { heading, none } = words.corrections;
  const lines = tally.corrections.map((correction) => correctionLine(correction, language, words));
  return <Lines heading={heading} lines={lines.length > 0 ? lines : [none]} />;
}

function Sources({ standing, language, words: { sources: words, account, places } }: PetitionNumbersProps) {
  if (standing.bySource.length === 0) return null;
  return (
    <Table
      caption={words.heading}
      columns={[{ label: words.source }, { label: account.number, numeric: true }]}
      rows={standing.bySource.map((one) => [
        sourceLabel(one, language),
        formatNumber(one.confirmed, language),
      ])}
      total={[places.total, formatNumber(standing.confirmed, language)]}
    />
  );
}

function Partners({ standing, language, words: { partners: words, account, places } }: PetitionNumbersProps) {
  const { byPartner = [], confirmed } = standing;
  if (byPartner.length === 0) return null;
  return (
    <>
      <Table
        caption={words.heading}
        columns={[{ label: words.partner }, { label: account.number, numeric: true }]}
        rows={byPartner.map((one) => [partnerLabel(one, language), formatNumber(one.confirmed, language)])}
        total={[places.total, formatNumber(confirmed, language)]}
      />
      <p class="small">{words.text}</p>
    </>
  );
}

function Lines({ heading, lines }: { heading: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      {lines.map((text) => (
        <p>{text}</p>
      ))}
    </>
  );
}
