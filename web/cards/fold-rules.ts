/** Letters that Unicode normalization does not decompose, such as letters with a stroke and ligatures. */
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

/** The letter itself or plain letters that replace it, if the card's font has them; null if it has none. */
export function asDrawn(letter: string, isDrawn: (letter: string) => boolean): string[] | null {
  const ways = [
    letter,
    letter.normalize('NFKC'),
    plain[letter] ?? '',
    letter.normalize('NFKD').replace(/\p{M}/gu, ''),
  ];
  const found = ways.find((way) => way !== '' && [...way].every(isDrawn));
  // A combining mark belongs to the letter before it and can be left out.
  if (found === undefined) return /^[\p{M}\p{Cf}]$/u.test(letter) ? [] : null;
  return [...found];
}

/** The letters of a text that a card cannot show, each once. */
export function undrawnIn(text: string, letters: string): string[] {
  const known = new Set(letters);
  const isDrawn = (letter: string) => known.has(letter) || /^\s$/.test(letter);
  return [...new Set(text)].filter((letter) => !isDrawn(letter) && asDrawn(letter, isDrawn) === null);
}
