/**
 * Where most people in the US who sign have their mail. What differs from one of them by a slip of the finger is asked
 * about. Short names such as aol.com and me.com, and rarer ones such as yandex.com, are left out: too many real domains
 * look like a slip of them.
 */
const common = [
  'gmail.com',
  'yahoo.com',
  'ymail.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'protonmail.com',
  'comcast.net',
  'verizon.net',
  'charter.net',
  'bellsouth.net',
  'sbcglobal.net',
  'earthlink.net',
];

/** Real domains that look like a slip. */
const real = ['mail.com', 'email.com', 'fmail.com', 'gmx.com', 'cloud.com', 'charger.com'];

/**
 * The address that somebody may have meant, or null. It is only asked: a domain that nobody here has heard of may well
 * be right, and a mail to a wrong one is never answered.
 */
export function likelyAddress(typed: string): string | null {
  const [, local, domain = ''] = /^\s*([^\s@]+)@([^\s@]+?)\.?\s*$/.exec(typed) ?? [];
  const wanted = domain.toLowerCase();
  if (!local || common.includes(wanted) || real.includes(wanted)) return null;
  const [nearest] = common
    .map((known) => ({ known, n: slipsFrom(known, wanted) }))
    .filter(({ n }) => n < tooMany)
    .sort((a, b) => a.n - b.n);
  return nearest ? `${local}@${nearest.known}` : null;
}

const tooMany = 9;

/** At most one slip in the name, two in a long one, and one in the ending. A country's ending is none. */
function slipsFrom(known: string, typed: string): number {
  const [name = '', end = ''] = known.split('.');
  const dot = typed.lastIndexOf('.');
  // "gmailcom": the dot itself was forgotten.
  if (dot < 0) return slips(typed, name + end) <= 1 ? 1 : tooMany;
  const inName = slips(typed.slice(0, dot), name);
  const inEnd = slips(typed.slice(dot + 1), end);
  return inName <= (name.length > 7 ? 2 : 1) && inEnd <= 1 ? inName + inEnd : tooMany;
}

/** Letters left out, added, changed, or swapped with the next one. Counts no further than a few. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = rows[i - 1]![j - 1]! + (isSame ? 0 : 1);
      const swapped = isSwapped ? rows[i - 2]![j - 2]! + 1 : changed;
      row.push(Math.min(changed, swapped, rows[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
