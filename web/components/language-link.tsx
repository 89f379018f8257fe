import { copy } from '../copy.ts';
import type { Language } from '../language.ts';
import { pathIn, type Shell, type TypedForm } from '../shell.ts';

/** Leads to the same page in the other language. If something was typed, it is a button that keeps what was typed. */
export function LanguageLink({ shell, other }: { shell: Shell; other: Language }) {
  const words = copy[shell.language];
  const { typed } = shell;
  if (!typed) {
    return (
      <a href={pathIn(shell, other)} hreflang={other} lang={other}>
        {words.otherLanguage}
      </a>
    );
  }
  return (
    <>
      <span class="pot" aria-hidden="true">
        <button type="submit" form={typed.form} name="step" value={typed.enter} tabindex={-1} />
      </span>
      <LanguageButton shell={shell} typed={typed} other={other} />
    </>
  );
}

type LanguageButtonProps = { shell: Shell; typed: TypedForm; other: Language };

function LanguageButton({ shell, typed, other }: LanguageButtonProps) {
  return (
    <button
      class="link"
      type="submit"
      form={typed.form}
      formaction={pathIn({ ...shell, path: typed.action }, other)}
      name="step"
      value={typed.isChecked ? 'language-check' : 'language'}
      lang={other}
    >
      {copy[shell.language].otherLanguage}
    </button>
  );
}
