import { type Language, message } from '../language.ts';
import { DistrictField, type DistrictQuestion, packedZips } from './district-field.tsx';
import { EmailField } from './email-field.tsx';
import { Checkbox, TextField } from './field.tsx';
import { errorOf, type FieldError } from './field-errors.ts';
import { personCopy } from './person-copy.ts';

/** What a form knows about the person who fills it in. */
export type PersonForm = DistrictQuestion & {
  /** As typed, by field name. A checkbox is checked if its value is 'yes'. */
  values: Record<string, string>;
  errors: FieldError[];
  /** If the district has an error or a value, it is shown even without JavaScript. */
  showDistrict: boolean;
  asksStreet: boolean;
  /** The partner whose form it is, if the form asks whether the partner may write. */
  partner?: string | null;
};

export type PersonPart = { form: PersonForm; language: Language };

export function fieldOf({ form, language }: PersonPart, name: string) {
  return { name, language, value: form.values[name] ?? '', error: errorOf(language, form.errors, name) };
}

export function Names(part: PersonPart) {
  const words = personCopy[part.language];
  return (
    <div class="pair fields">
      <TextField {...fieldOf(part, 'given_name')} label={words.givenName} autocomplete="given-name" />
      <TextField
        {...fieldOf(part, 'family_name')}
        label={words.familyName}
        autocomplete="family-name"
        optional
      />
    </div>
  );
}

/** `emailHint` says what the mail is for. */
export function Address({ emailHint, ...part }: PersonPart & { emailHint: string }) {
  const { form, language } = part;
  const words = personCopy[language];
  return (
    <>
      <EmailField {...fieldOf(part, 'email')} label={words.email} hint={emailHint} />
      {form.asksStreet && (
        <TextField
          {...fieldOf(part, 'street')}
          label={words.street}
          hint={words.streetHint}
          autocomplete="address-line1"
        />
      )}
      <TextField
        {...fieldOf(part, 'zip')}
        label={words.zip}
        inputmode="numeric"
        autocomplete="postal-code"
        width="short"
      />
      <div data-zips={packedZips(form.districtZips)} hidden={!form.showDistrict}>
        <DistrictField
          {...fieldOf(part, 'district')}
          districts={form.districts}
          lookupUrl={form.lookupUrl}
          wholeCity={form.wholeCity}
        />
      </div>
    </>
  );
}

export function KeepInformed(part: PersonPart) {
  return (
    <Checkbox
      name="keep_informed"
      label={personCopy[part.language].keepInformed}
      hint={personCopy[part.language].keepInformedHint}
      language={part.language}
      error={errorOf(part.language, part.form.errors, 'keep_informed')}
      checked={part.form.values.keep_informed === 'yes'}
    />
  );
}

/** Never checked in advance. */
export function PartnerContact(part: PersonPart) {
  const { form, language } = part;
  const words = personCopy[language];
  if (!form.partner) return null;
  return (
    <Checkbox
      {...fieldOf(part, 'partner_contact')}
      label={message(words.partnerContact, { partner: form.partner }, language)}
      hint={words.partnerContactHint}
      checked={form.values.partner_contact === 'yes'}
    />
  );
}

type Proof = { source: string; formToken: string; turnstileSiteKey: string | null };

/** Hidden fields: the source, and what distinguishes a person from a script. `errors` are those of this form. */
export function Unseen({
  form,
  errors = [],
  language,
}: {
  form: Proof;
  errors?: FieldError[];
  language: Language;
}) {
  const words = personCopy[language];
  return (
    <>
      <input type="hidden" name="source" value={form.source} />
      <input type="hidden" name="form_token" value={form.formToken} />
      <Trap error={errorOf(language, errors, 'website')} language={language} />
      {form.turnstileSiteKey && (
        <>
          <p class="small">{words.turnstile}</p>
          <div class="cf-turnstile" data-sitekey={form.turnstileSiteKey} data-language={language} />
          <script src="https://challenges.cloudflare.com/turnstile/v0/api.js" async defer />
        </>
      )}
    </>
  );
}

/**
 * A honeypot field, which people neither see nor fill in. Password managers are asked to ignore it. If one has filled
 * it in all the same, the field is shown, empty, so that the person can continue.
 */
function Trap({ error, language }: { error: string | null; language: Language }) {
  const words = personCopy[language];
  if (error !== null) {
    return (
      <TextField
        {...{ name: 'website', label: words.trap, value: '', error, language }}
        autocomplete="off"
        optional
      />
    );
  }
  return (
    <div class="pot" aria-hidden="true">
      <label for="website">{words.trap}</label>
      <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" {...leftAlone} />
    </div>
  );
}

/** The attributes by which 1Password, LastPass, Bitwarden and Dashlane ignore a field. */
const leftAlone = {
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
};
