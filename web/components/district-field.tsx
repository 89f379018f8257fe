import { type Language, message } from '../language.ts';
import { Select } from './field.tsx';
import { personCopy } from './person-copy.ts';

export type District = { code: string; name: string };

/** What the district question needs, on the form, on the confirm page and on the supporter's page. */
export type DistrictQuestion = {
  districts: District[];
  /**
   * For each ZIP the districts that are possible; an empty list means all of them. ZIPs that settle the district are
   * left out.
   */
  districtZips: Record<string, string[]>;
  /** A page where residents can look up their district. */
  lookupUrl: string | null;
  /** The name of a city without districts: then the question is whether somebody lives there. */
  wholeCity: string | null;
};

export type DistrictFieldProps = Omit<DistrictQuestion, 'districtZips'> & {
  value: string;
  error: string | null;
  language: Language;
};

/** Sends '' while nothing is chosen and 'unknown' for "I am not sure". */
export function DistrictField({ districts, lookupUrl, wholeCity, ...props }: DistrictFieldProps) {
  const { value, error, language } = props;
  const words = personCopy[language];
  const hint = (
    <>
      {wholeCity === null ? words.districtHint : words.inCityHint}{' '}
      {lookupUrl && (
        // Opens in a new tab, so that the form keeps what was typed.
        <a href={lookupUrl} target="_blank" rel="noopener">
          {words.districtLookup}
        </a>
      )}
    </>
  );
  return (
    <Select
      name="district"
      label={wholeCity === null ? words.district : message(words.inCity, { city: wholeCity }, language)}
      language={language}
      hint={hint}
      error={error}
      value={value}
      options={[
        { value: '', label: words.districtChoose },
        ...districts.map(({ code, name }) => ({ value: code, label: name })),
        { value: 'unknown', label: words.districtUnsure },
      ]}
    />
  );
}

/** "28202=1,2 28205": short, because every petition page contains it. A script in the browser reads it. */
export function packedZips(districtZips: Record<string, string[]>): string {
  return Object.entries(districtZips)
    .map(([zip, codes]) => (codes.length > 0 ? `${zip}=${codes.join(',')}` : zip))
    .join(' ');
}
