/**
 * Paths of keys that one group of a JSON text has twice, such as `petitions[0].title`. `JSON.parse` keeps the last of
 * them and says nothing. Expects valid JSON.
 */
export function repeatedKeys(json: string): string[] {
  const repeated = new Set<string>();
  const groups: Group[] = [];
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const group = groups.at(-1);
    if (token === '{' || token === '[') {
      groups.push({ path: pathIn(group), isList: token === '[', keys: new Set(), key: '', at: 0 });
    } else if (token === '}' || token === ']') {
      groups.pop();
    } else if (group && token === ',') {
      group.at += 1;
    } else if (group && !group.isList && isKey(json, index + token.length) && !isNew(group, token)) {
      repeated.add(pathIn(group));
    }
  }
  return [...repeated];
}

function isNew(group: Group, token: string): boolean {
  const before = group.keys.size;
  group.key = String(JSON.parse(token));
  return group.keys.add(group.key).size > before;
}

/** A group of keys or a list that is not closed yet, with where in it the text is. */
type Group = { path: string; isList: boolean; keys: Set<string>; key: string; at: number };

function pathIn(group: Group | undefined): string {
  if (!group) return '';
  if (group.isList) return `${group.path}[${group.at}]`;
  return group.path === '' ? group.key : `${group.path}.${group.key}`;
}

function isKey(json: string, end: number): boolean {
  return /^\s*:/.test(json.slice(end, end + 100));
}
