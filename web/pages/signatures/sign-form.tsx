import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Checkbox, TextArea, TextField } from '../../components/field.tsx';
import type { Language } from '../../language.ts';
import { copy } from './copy.ts';
import { DistrictField, type DistrictQuestion, packedZips } from './district-field.tsx';
import { errorOf, type FieldError, summaryOf } from './errors.ts';

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

type Part = { form: SignFormProps; language: Language };

export function SignForm({ form, language }: Part) {
  const words = copy[language].form;
  return (
    <section class="sign fields" id="sign" aria-labelledby="sign-heading">
      <h2 id="sign-heading">{words.heading}</h2>
      <ErrorSummary language={language} lines={summaryOf(language, form.errors, shownFields(form), 'sign')} />
      <form class="fields" method="post" action={form.action} novalidate>
        <Names form={form} language={language} />
        <Address form={form} language={language} />
        <Comment form={form} language={language} />
        <Checkbox
          name="keep_informed"
          label={words.keepInformed}
          language={language}
          error={errorOf(language, form.errors, 'keep_informed')}
          checked={form.values.keep_informed === 'yes'}
        />
        <Unseen form={form} language={language} />
        <Button working={words.working}>{words.button}</Button>
        <p class="small">
          {words.privacy1} {words.privacy2} {words.privacy3}
        </p>
      </form>
    </section>
  );
}

function shownFields(form: SignFormProps): string[] {
  const fields = ['given_name', 'family_name', 'show_name', 'email', 'zip', 'comment', 'keep_informed'];
  if (form.showDistrict) fields.push('district');
  if (form.asksStreet) fields.push('street');
  return fields;
}

function fieldOf({ form, language }: Part, name: string) {
  return { name, language, value: form.values[name] ?? '', error: errorOf(language, form.errors, name) };
}

function Names(part: Part) {
  const words = copy[part.language].form;
  return (
    <>
      <div class="pair fields">
        <TextField {...fieldOf(part, 'given_name')} label={words.givenName} autocomplete="given-name" />
        <TextField
          {...fieldOf(part, 'family_name')}
          label={words.familyName}
          autocomplete="family-name"
          optional
        />
      </div>
      <Checkbox
        {...fieldOf(part, 'show_name')}
        label={words.showName}
        checked={part.form.values.show_name === 'yes'}
      />
    </>
  );
}

function Address(part: Part) {
  const { form, language } = part;
  const words = copy[language].form;
  return (
    <>
      <TextField
        {...fieldOf(part, 'email')}
        label={words.email}
        hint={words.emailHint}
        type="email"
        autocomplete="email"
      />
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
        <DistrictField {...fieldOf(part, 'district')} districts={form.districts} lookupUrl={form.lookupUrl} />
      </div>
    </>
  );
}

function Comment(part: Part) {
  const words = copy[part.language].form;
  const comment = fieldOf(part, 'comment');
  return (
    <details open={comment.value !== '' || comment.error !== null}>
      <summary>{words.commentOpen}</summary>
      <TextArea {...comment} label={words.comment} hint={words.commentHint} rows={4} />
    </details>
  );
}

function Unseen({ form, language }: Part) {
  const words = copy[language].form;
  return (
    <>
      <input type="hidden" name="source" value={form.source} />
      <input type="hidden" name="form_token" value={form.formToken} />
      <div class="pot" aria-hidden="true">
        <label for="website">{words.trap}</label>
        <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
      </div>
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
