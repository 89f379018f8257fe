const columns = 76;

/**
 * A mail's plain text: paragraphs separated by blank lines, wrapped at 76 columns. Line breaks inside a paragraph are
 * kept. Wrapped lines keep the indent of their line or list item, and an address is never broken.
 */
export function mailText(paragraphs: (string | null | undefined | false)[]): string {
  const kept = paragraphs.filter((paragraph) => typeof paragraph === 'string' && paragraph !== '');
  return `${kept.join('\n\n').split('\n').map(wrap).join('\n')}\n`;
}

function wrap(untrimmed: string): string {
  const line = untrimmed.trimEnd();
  if (width(line) <= columns) return line;
  const [lead = ''] = line.match(/^\s*([-*] )?/) ?? [];
  const indent = ' '.repeat(width(lead));
  const lines: string[] = [];
  let current = lead;
  let isEmpty = true;
  for (const word of line.slice(lead.length).split(/ +/)) {
    if (!isEmpty && width(current) + 1 + width(word) > columns) {
      lines.push(current);
      current = indent + word;
    } else {
      current += isEmpty ? word : ` ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, current].join('\n');
}

function width(text: string): number {
  return [...text].length;
}
