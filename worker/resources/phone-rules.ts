const impossible =
  'cannot be a phone number: write the area code and seven digits, or a short number such as 988';

/** What is wrong with a number; null if it can be one. Short numbers are those for emergencies and for messages. */
export function phoneProblem(number: string): string | null {
  if (!/^\+?[0-9 ().-]+$/.test(number)) return impossible;
  const digits = number.replace(/\D/g, '');
  if (number.startsWith('+') && !digits.startsWith('1')) {
    return /^[2-9]\d{7,14}$/.test(digits) ? null : impossible;
  }
  if (/^(?:[2-9]\d{2}|[1-9]\d{4,5})$/.test(digits)) return null;
  const [, area = '', exchange = ''] = /^1?(\d{3})(\d{3})\d{4}$/.exec(digits) ?? [];
  const isPossible = [area, exchange].every((part) => /^[2-9]\d\d$/.test(part) && !/^.11$/.test(part));
  return isPossible ? null : impossible;
}

/** As a link dials it: with the country's code where the number has an area code. */
export function dialed(number: string): string {
  const digits = number.replace(/[^0-9+]/g, '');
  if (/^1\d{10}$/.test(digits)) return `+${digits}`;
  return /^\d{10}$/.test(digits) ? `+1${digits}` : digits;
}
