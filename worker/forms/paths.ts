import type { FormPage, KitForms } from '../kits/form-rules.ts';
import type { KitSection } from '../kits/section.ts';

export type Sections = { all: readonly KitSection[]; forms: readonly KitForms[] };

export const editPath = '/write/edit';

export function pathOf({ slug }: FormPage, entry: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ page: slug, ...(entry !== '' && { entry }), ...more });
  return `${editPath}?${query}`;
}
