/** What is no number stays as it was typed, and is told. */
export function numberIn(typed: string): number | string {
  const plain = /^\d{1,3}(,\d{3})+$/.test(typed) ? typed.replaceAll(',', '') : typed;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : typed;
}

/** The same for an amount, where 1.000 is a thousand in one language and one in the other: it stays as it was typed. */
export function amountIn(typed: string): number | string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(typed) ? typed : numberIn(typed);
}
