import { linkFrom, type Shell } from '../../../web/shell.ts';
import { ToldFacts, ToldResult, type ToldSample } from './told.tsx';
import { toldCopy } from './told-copy.ts';

export type StaffSampleProps = {
  shell: Shell;
  heading: string;
  sample: ToldSample;
  link: { href: string; label: string };
};

/** On the staff page: a sample of the signatures of a petition. */
export function StaffSample({ shell, heading, sample, link }: StaffSampleProps) {
  const { language } = shell;
  return (
    <section class="flow">
      <h2>{heading}</h2>
      <p>{toldCopy[language].states[sample.told.state]}</p>
      <ToldResult result={sample.told.result} language={language} />
      <ToldFacts {...sample} language={language} />
      <p>
        <a href={linkFrom(shell, link.href)}>{link.label}</a>
      </p>
    </section>
  );
}
