import type { Language } from '../../web/language.ts';
import type { ToolResult } from '../kits/form-rules.ts';

/** What a tool made, in the reader's language. */
export type MadeView = {
  told: string[];
  link: string | null;
  drawing: string | null;
  table: { caption: string; columns: { label: string }[]; rows: string[][] } | null;
};

export function madeView({ told, link, drawing, table }: ToolResult, language: Language): MadeView {
  return {
    told: told.map((one) => one[language]),
    link: link ?? null,
    drawing: drawing?.(language) ?? null,
    table: table
      ? {
          caption: table.caption[language],
          columns: table.columns.map((one) => ({ label: one[language] })),
          rows: table.rows.map((row) => row.map((cell) => cell[language])),
        }
      : null,
  };
}
