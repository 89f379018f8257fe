/** What is no number stays as it was typed, and is told. */
export function numberIn(typed: string): number | string {
  const digits = typed.replace(/^\$ ?/, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : typed;
}

/** An amount in which a point could mean two things is asked for again. */
export function amountIn(typed: string): number | string {
  return isAmbiguous(typed) ? typed : numberIn(typed);
}

/** In one language 1.000 is a thousand, in the other one it is one. */
const isAmbiguous = (typed: string) => /^(\$ ?)?-?[1-9]\d{0,2}\.\d{3}$/.test(typed);
