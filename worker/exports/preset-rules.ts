import type { Language } from '../../web/language.ts';

/** One person of a list, with the fields that presets can use. */
export type Listed = {
  email: string;
  givenName: string;
  familyName: string;
  zip: string;
  /** A district's code, 'outside' the city, or 'unknown'. */
  district: string;
  language: Language;
  /** What was signed or answered. */
  action: string;
  source: string;
  /** YYYY-MM-DD in the city's time zone. */
  confirmedOn: string;
  /** 'news', or the slug of the partner that may write. */
  consent: string;
};

export const presets = [
  'canonical',
  'action-network',
  'actionkit',
  'nationbuilder',
  'civicrm',
  'mailchimp',
] as const;
export type Preset = (typeof presets)[number];

export function asPreset(named: string | undefined): Preset | null {
  return presets.find((preset) => preset === named) ?? null;
}

type Columns = Record<string, (listed: Listed) => string>;

const country = () => 'United States';
const tagsOf = ({ action, consent }: Listed) => `${action}, ${consent}`;

/**
 * Each service's own names of columns, so that it matches them without being told. docs/campaigns.md says what each was
 * checked against. Action Network and Mailchimp match any column by hand; these are the names in their forms.
 */
const columns: Record<Preset, Columns> = {
  canonical: {
    email: ({ email }) => email,
    given_name: ({ givenName }) => givenName,
    family_name: ({ familyName }) => familyName,
    zip: ({ zip }) => zip,
    district: ({ district }) => district,
    language: ({ language }) => language,
    signed: ({ action }) => action,
    source: ({ source }) => source,
    confirmed_on: ({ confirmedOn }) => confirmedOn,
    consent: ({ consent }) => consent,
  },
  'action-network': {
    Email: ({ email }) => email,
    'First Name': ({ givenName }) => givenName,
    'Last Name': ({ familyName }) => familyName,
    'Zip/Postal Code': ({ zip }) => zip,
    Country: country,
    Language: ({ language }) => language,
    Signed: ({ action }) => action,
    'Signed On': ({ confirmedOn }) => confirmedOn,
  },
  actionkit: {
    email: ({ email }) => email,
    first_name: ({ givenName }) => givenName,
    last_name: ({ familyName }) => familyName,
    zip: ({ zip }) => zip,
    country,
    source: ({ source }) => source,
  },
  nationbuilder: {
    email: ({ email }) => email,
    email_opt_in: () => 'Y',
    first_name: ({ givenName }) => givenName,
    last_name: ({ familyName }) => familyName,
    address_zip: ({ zip }) => zip,
    language: ({ language }) => language,
    tag_list: tagsOf,
  },
  civicrm: {
    Email: ({ email }) => email,
    'First Name': ({ givenName }) => givenName,
    'Last Name': ({ familyName }) => familyName,
    'Postal Code': ({ zip }) => zip,
    Country: country,
    'Preferred Language': ({ language }) => `${language}_US`,
    'Contact Source': ({ action }) => action,
  },
  mailchimp: {
    'Email Address': ({ email }) => email,
    'First Name': ({ givenName }) => givenName,
    'Last Name': ({ familyName }) => familyName,
    'Zip Code': ({ zip }) => zip,
    Language: ({ language }) => language,
    Tags: tagsOf,
  },
};

type Listing = { preset: Preset; hasDistricts: boolean };

export function fieldsOf({ preset, hasDistricts }: Listing): string[] {
  return Object.keys(columns[preset]).map((name) => fieldName(name, hasDistricts));
}

/** Without districts, the column only says whether somebody lives in the city. */
function fieldName(name: string, hasDistricts: boolean): string {
  return name === 'district' && !hasDistricts ? 'place' : name;
}

export function rowOf({ preset, hasDistricts }: Listing, listed: Listed): Record<string, string> {
  const row = Object.entries(columns[preset]).map(([name, tell]) => {
    return [fieldName(name, hasDistricts), tell(listed)] as const;
  });
  return Object.fromEntries(row);
}

/** How many addresses a list of unsubscribed people may have at once. */
export const mostUnsubscribed = 5000;

/** Everything that looks like an address in pasted text or in a CSV file with any columns, each once. */
export function addressesIn(text: string): string[] {
  const found = text.match(/[^\s"'<>,;:()[\]|]{1,64}@[^\s"'<>,;:()[\]|]{1,253}/g) ?? [];
  return [...new Set(found.map((address) => address.toLowerCase().replace(/[.]+$/, '')))];
}
