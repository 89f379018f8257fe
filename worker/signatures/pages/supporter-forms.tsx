import { Button } from '../../../web/components/button.tsx';
import { DistrictField, type DistrictQuestion, packedZips } from '../../../web/components/district-field.tsx';
import { Checkbox, TextArea, TextField } from '../../../web/components/field.tsx';
import { errorOf, type FieldError } from '../../../web/components/field-errors.ts';
import { personCopy } from '../../../web/components/person-copy.ts';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { lookCopy } from './look-copy.ts';
import { supporterCopy } from './supporter-copy.ts';

export type Correction = DistrictQuestion & {
  values: Record<string, string>;
  errors: FieldError[];
  showDistrict: boolean;
  /** Of the campaign: asks to leave details out of free texts. */
  noDetails: string | null;
};

type CorrectFormProps = {
  shell: Shell;
  words: SupporterWords;
  token: string;
  correction: Correction;
  partner: string | null;
};

export function CorrectForm({ shell, words, token, correction, partner }: CorrectFormProps) {
  const { language } = shell;
  const { correct } = words.supporterPage;
  const { publicName } = words;
  const { values, errors } = correction;
  const field = (name: string) => ({
    name,
    language,
    value: values[name] ?? '',
    error: errorOf(language, errors, name),
  });
  const ticked = (name: string) => ({ ...field(name), checked: values[name] === 'yes' });
  const labels = personCopy[language];
  const buttons = supporterCopy[language].correct;
  return (
    <>
      <h2>{correct.heading}</h2>
      <form
        class="fields"
        id="correct"
        method="post"
        action={linkFrom(shell, `/my/${token}/correct`)}
        novalidate
      >
        <p class="small">{correct.email}</p>
        <div class="pair fields">
          <TextField {...field('given_name')} label={labels.givenName} autocomplete="given-name" />
          <TextField
            {...field('family_name')}
            label={labels.familyName}
            autocomplete="family-name"
            optional
          />
        </div>
        {publicName && (
          <Checkbox {...ticked('show_name')} label={publicName.tick} hint={lookCopy[language].again} />
        )}
        <TextField
          {...field('zip')}
          label={labels.zip}
          inputmode="numeric"
          autocomplete="postal-code"
          width="short"
        />
        <div data-zips={packedZips(correction.districtZips)} hidden={!correction.showDistrict}>
          <DistrictField
            {...field('district')}
            districts={correction.districts}
            lookupUrl={correction.lookupUrl}
          />
        </div>
        {publicName && (
          <TextArea
            {...field('comment')}
            label={labels.comment}
            hint={correction.noDetails ?? undefined}
            rows={4}
            optional
          />
        )}
        <Checkbox {...ticked('keep_informed')} label={labels.keepInformed} hint={labels.keepInformedHint} />
        {partner && (
          <Checkbox
            {...ticked('partner_contact')}
            label={message(labels.partnerContact, { partner }, language)}
            hint={labels.partnerContactHint}
          />
        )}
        <Button working={buttons.working}>{buttons.button}</Button>
        <PrivacyLink shell={shell} />
      </form>
    </>
  );
}

type EndFormProps = {
  shell: Shell;
  /** Where it is sent. */
  path: string;
  words: Record<'heading' | 'open' | 'text' | 'button' | 'working', string>;
};

/** The button is inside a closed <details>, so that it takes two deliberate presses without a script. */
export function EndForm({ shell, path, words }: EndFormProps) {
  return (
    <>
      <h2>{words.heading}</h2>
      <details>
        <summary>{words.open}</summary>
        <form class="fields" method="post" action={linkFrom(shell, path)}>
          <p>{words.text}</p>
          <Button working={words.working} secondary>
            {words.button}
          </Button>
          <PrivacyLink shell={shell} />
        </form>
      </details>
    </>
  );
}
