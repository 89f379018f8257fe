/** No kit needs more: an answer of a question of a section of a survey is at a depth of about ten. */
export const deepestKit = 40;

/** Whether groups and lists are nested in more than `deepest` levels. It does not call itself, so any depth is safe. */
export function isNestedBeyond(json: unknown, deepest = deepestKit): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
