import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary, type SummaryLine } from '../../../web/components/error-summary.tsx';
import {
  Address,
  KeepInformed,
  Names,
  PartnerContact,
  Unseen,
} from '../../../web/components/person-fields.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import type { Language } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { copy } from './copy.ts';
import { errorText } from './error-text.ts';
import type { SignUpFormProps } from './event.ts';

export const signUpFormId = 'sign-up-form';

export function SignUpForm({ form, shell }: { form: SignUpFormProps; shell: Shell }) {
  const { language } = shell;
  const words = copy[language].form;
  const part = { form, language };
  return (
    <section class="sign fields" id="sign" aria-labelledby="sign-heading">
      <h2 id="sign-heading">{words.heading}</h2>
      <ErrorSummary language={language} lines={linesOf(form, language)} isFramed={Boolean(shell.frame)} />
      <form class="fields" id={signUpFormId} method="post" action={form.action} novalidate>
        <Names {...part} />
        <Address {...part} emailHint={words.emailHint} />
        <ChoiceFields {...part} noDetails={form.noDetails} />
        <KeepInformed {...part} />
        <PartnerContact {...part} />
        <Unseen form={form} errors={form.errors} language={language} />
        <Button name="step" value="sign" working={words.working}>
          {words.button}
        </Button>
        <p class="small">{words.privacy}</p>
        <PrivacyLink shell={shell} />
      </form>
    </section>
  );
}

const shownFields = [
  'given_name',
  'family_name',
  'email',
  'zip',
  'slot',
  'safe_note',
  'norms',
  'certificate',
  'neutral_title',
  'keep_informed',
  'website',
];

function linesOf({ errors, showDistrict, partner }: SignUpFormProps, language: Language): SummaryLine[] {
  const shown = new Set(shownFields);
  if (showDistrict) shown.add('district');
  if (partner) shown.add('partner_contact');
  return errors.map((error) => ({
    href: `#${shown.has(error.field) ? error.field : 'sign'}`,
    text: errorText(language, error),
  }));
}
