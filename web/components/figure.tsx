import type { Child } from 'hono/jsx';
import { formatNumber, type Language } from '../language.ts';

export type FigureProps = {
  value: number;
  /** What is counted, in the right plural form: "people have signed". */
  label: string;
  language: Language;
  /** Lines below it: the change, "as of". */
  children?: Child;
};

export function Figure({ value, label, language, children }: FigureProps) {
  return (
    <div class="figure">
      <p>
        <b class="number">{formatNumber(value, language)}</b> {label}
      </p>
      {children}
    </div>
  );
}
