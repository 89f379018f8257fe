import { Checkbox, TextArea } from '../../../../web/components/field.tsx';
import { formatDate, type Language, message } from '../../../../web/language.ts';
import { errorAt } from '../../pages/error-text.ts';
import { conditionsCopy } from './copy.ts';

/** What the form asks for. Null where no time of the form asks for it, or where it is met. */
export type AskedFor = {
  norms: { version: number; since: string; texts: string[]; roles: string } | null;
  training: { href: string; roles: string } | null;
};

type ConditionFieldsProps = {
  asked: AskedFor;
  values: Record<string, string>;
  errors: { field: string; code: string }[];
  /** Whether the certificate can be shown after this form. */
  canWait: boolean;
  language: Language;
};

/** The norms with the tick for them, and the certificate of the training. */
export function ConditionFields({ asked, values, errors, canWait, language }: ConditionFieldsProps) {
  const words = conditionsCopy[language];
  const { norms, training } = asked;
  const only = (roles: string) => message(words.only, { roles }, language);
  return (
    <>
      {norms && (
        <>
          <details>
            <summary>
              {message(
                words.normsText,
                { version: String(norms.version), date: formatDate(norms.since, language) },
                language,
              )}
            </summary>
            <ol>
              {norms.texts.map((text) => (
                <li>{text}</li>
              ))}
            </ol>
          </details>
          <Checkbox
            name="norms"
            sends={String(norms.version)}
            label={words.agree}
            hint={only(norms.roles)}
            checked={values.norms === String(norms.version)}
            error={errorAt(language, errors, 'norms')}
            language={language}
          />
        </>
      )}
      {training && (
        <>
          <TextArea
            name="certificate"
            label={words.certificate}
            hint={`${only(training.roles)} ${canWait ? words.later : words.paste}`}
            value={values.certificate ?? ''}
            error={errorAt(language, errors, 'certificate')}
            rows={3}
            language={language}
            optional={canWait}
          />
          <p class="small">
            <a href={training.href} target="_blank" rel="noopener">
              {words.take}
            </a>{' '}
            {words.kept}
          </p>
        </>
      )}
    </>
  );
}
