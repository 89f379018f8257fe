import type { FieldError } from './errors.ts';

export type District = { code: string; name: string };

/** What the district question needs, on the form, the confirm page and the supporter's own page. */
export type DistrictQuestion = {
  districts: District[];
  /** ZIP -> the districts it may lie in; an empty list leaves all of them open. ZIPs that settle it are left out. */
  districtZips: Record<string, string[]>;
  /** Where residents find their district. */
  lookupUrl: string | null;
};

export type SignFormProps = DistrictQuestion & {
  action: string;
  /** As typed, by field name; a checkbox is ticked when its value is 'yes'. */
  values: Record<string, string>;
  errors: FieldError[];
  formToken: string;
  source: string;
  /** After an error about it, or with a value: shown without JavaScript too. */
  showDistrict: boolean;
  asksStreet: boolean;
  turnstileSiteKey: string | null;
};
