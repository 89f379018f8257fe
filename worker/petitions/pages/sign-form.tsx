import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Checkbox, TextArea } from '../../../web/components/field.tsx';
import { summaryOf } from '../../../web/components/field-errors.ts';
import { personCopy } from '../../../web/components/person-copy.ts';
import {
  Address,
  fieldOf,
  KeepInformed,
  Names,
  PartnerContact,
  type PersonForm,
  Unseen,
} from '../../../web/components/person-fields.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { type Language, message } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import type { LookPolicy } from '../../campaigns/rules.ts';
import { copy } from './copy.ts';

export type SignFormProps = PersonForm & {
  action: string;
  formToken: string;
  source: string;
  turnstileSiteKey: string | null;
  /** Whether names and comments wait for an organizer's decision. */
  looks: LookPolicy;
  /** The campaign's request to leave details out of free texts. */
  noDetails: string | null;
  /** Whether the form is in a frame on another site. */
  isFramed?: boolean;
};

export const signFormId = 'sign-form';

type Part = { form: SignFormProps; language: Language };

export function SignForm({ form, shell }: { form: SignFormProps; shell: Shell }) {
  const { language } = shell;
  const words = copy[language].form;
  return (
    <section class="sign fields" id="sign" aria-labelledby="sign-heading">
      <h2 id="sign-heading">{words.heading}</h2>
      <ErrorSummary
        language={language}
        lines={summaryOf(language, form.errors, shownFields(form), 'sign')}
        isFramed={Boolean(shell.frame)}
      />
      <form class="fields" id={signFormId} method="post" action={form.action} novalidate>
        <Names form={form} language={language} />
        <ShowName form={form} language={language} />
        <Address form={form} language={language} emailHint={words.emailHint} />
        <Comment form={form} language={language} />
        <KeepInformed form={form} language={language} />
        <PartnerContact form={form} language={language} />
        <Unseen form={form} errors={form.errors} language={language} />
        <Button name="step" value="sign" working={words.working}>
          {words.button}
        </Button>
        <p class="small">
          {words.privacy1} {words.privacy2} {words.privacy3}
        </p>
        <PrivacyLink shell={shell} />
      </form>
    </section>
  );
}

function shownFields(form: SignFormProps): string[] {
  const fields = [
    'given_name',
    'family_name',
    'show_name',
    'email',
    'zip',
    'comment',
    'keep_informed',
    'website',
  ];
  if (form.showDistrict) fields.push('district');
  if (form.asksStreet) fields.push('street');
  if (form.partner) fields.push('partner_contact');
  return fields;
}

function saidOf(hints: Record<LookPolicy, string>, { form, language }: Part): string {
  return message(hints[form.looks], { districts: form.wholeCity === null ? 'yes' : 'no' }, language);
}

function ShowName(part: Part) {
  const words = copy[part.language].form;
  return (
    <Checkbox
      {...fieldOf(part, 'show_name')}
      label={part.form.isFramed ? words.showNameThere : words.showName}
      hint={saidOf(words.showNameHint, part)}
      checked={part.form.values.show_name === 'yes'}
    />
  );
}

function Comment(part: Part) {
  const words = copy[part.language].form;
  const comment = fieldOf(part, 'comment');
  return (
    <details open={comment.value !== '' || comment.error !== null}>
      <summary>{words.commentOpen}</summary>
      <TextArea
        {...comment}
        label={personCopy[part.language].comment}
        hint={[part.form.noDetails, saidOf(words.commentHint, part)].filter(Boolean).join(' ')}
        rows={4}
      />
    </details>
  );
}
