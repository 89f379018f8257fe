/** Letters with a stroke, a dot or two letters in one: Unicode does not take them apart. */
const plain: Record<string, string> = {
  ...{ Ł: 'L', ł: 'l', Ø: 'O', ø: 'o', Đ: 'D', đ: 'd', Ð: 'D', ð: 'd', Ħ: 'H', ħ: 'h', Ŧ: 'T', ŧ: 't' },
  ...{
    Æ: 'AE',
    æ: 'ae',
    Œ: 'OE',
    œ: 'oe',
    ß: 'ss',
    ẞ: 'SS',
    Þ: 'Th',
    þ: 'th',
    ı: 'i',
    ĸ: 'k',
    Ŋ: 'N',
    ŋ: 'n',
  },
  ...{ Ĳ: 'IJ', ĳ: 'ij', '‐': '-', '‑': '-', '−': '-', '‚': ',', '„': '"', '‟': '"', '′': "'", '″': '"' },
};

/** The letter, or plain ones in its place, as far as they are drawn; null where nothing stands for it. */
export function asDrawn(letter: string, isDrawn: (letter: string) => boolean): string[] | null {
  const ways = [
    letter,
    letter.normalize('NFKC'),
    plain[letter] ?? '',
    letter.normalize('NFKD').replace(/\p{M}/gu, ''),
  ];
  const found = ways.find((way) => way !== '' && [...way].every(isDrawn));
  // A mark of its own belongs to the letter before it, and needs no place.
  if (found === undefined) return /^[\p{M}\p{Cf}]$/u.test(letter) ? [] : null;
  return [...found];
}

/** What of a text a card leaves out, each letter once. */
export function undrawnIn(text: string, letters: string): string[] {
  const known = new Set(letters);
  const isDrawn = (letter: string) => known.has(letter) || /^\s$/.test(letter);
  return [...new Set(text)].filter((letter) => !isDrawn(letter) && asDrawn(letter, isDrawn) === null);
}
