import { Button } from '../../../web/components/button.tsx';
import { Checkbox, Select } from '../../../web/components/field.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { monthsOffered, namings, type Use, uses } from '../rules.ts';
import { ownCopy } from './own-copy.ts';

type UsesFormProps = {
  shell: Shell;
  href: string;
  hasName: boolean;
  /** The version of the text that the page shows. */
  seen: number;
  values: Record<string, string>;
  errors: readonly FieldError[];
};

/** What the teller allows, use by use. Nothing is ticked that was not allowed before. */
export function UsesForm(props: UsesFormProps) {
  const { shell, href, seen } = props;
  const words = ownCopy[shell.language].uses;
  return (
    <section class="flow" aria-labelledby="uses">
      <h2 id="uses">{words.heading}</h2>
      <p>{words.lead}</p>
      <form class="fields" method="post" action={linkFrom(shell, `${href}/preview`)} novalidate>
        <input type="hidden" name="seen" value={String(seen)} />
        {uses.map((use) => (
          <div>
            <OneUse {...props} use={use} />
          </div>
        ))}
        <Button working={words.working}>{words.look}</Button>
      </form>
    </section>
  );
}

function OneUse({ shell, use, hasName, values, errors }: UsesFormProps & { use: Use }) {
  const { language } = shell;
  const words = ownCopy[language].uses;
  const of = (name: string) => {
    const code = errors.find(({ field }) => field === name)?.code;
    const error = code ? ((words.errors as Record<string, string>)[code] ?? null) : null;
    return { name, language, value: values[name] ?? '', error };
  };
  const allowed = of(`use.${use}`);
  const named = of(`named.${use}`);
  const translate = of(`translate.${use}`);
  const isWrong = named.error !== null;
  return (
    <fieldset class="choices">
      <legend class="unseen">{words.names[use]}</legend>
      <Checkbox
        {...allowed}
        label={words.names[use]}
        hint={words.hints[use]}
        checked={allowed.value === 'yes'}
      />
      <details open={allowed.value === 'yes' || isWrong}>
        <summary>
          {words.named}, {words.months.toLocaleLowerCase()}
          <span class="unseen">: {words.names[use]}</span>
        </summary>
        <div class="fields">
          <Select
            {...named}
            label={words.named}
            options={namings
              .filter((naming) => hasName || naming === 'none')
              .map((value) => ({ value, label: words.namings[value] }))}
          />
          <Select
            {...of(`months.${use}`)}
            label={words.months}
            options={monthsOffered.map((n) => ({
              value: String(n),
              label: message(words.month, { n }, language),
            }))}
          />
          <Checkbox {...translate} label={words.translate} checked={translate.value === 'yes'} />
        </div>
      </details>
    </fieldset>
  );
}
