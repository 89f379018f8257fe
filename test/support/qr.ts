/** The QR codes on a page as dark and light modules, read back from the SVG paths. */
export function codesOn(html: string): { size: number; quiet: number; dark: boolean[][] }[] {
  return [...html.matchAll(/<svg class="qr" viewBox="([^"]+)"[\s\S]*?<path d="([^"]*)"/g)].map(
    ([, viewBox = '', path = '']) => {
      const [left = 0, , whole = 0] = viewBox.split(' ').map(Number);
      const size = whole + 2 * left;
      const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
      let [x, y] = [0, 0];
      for (const [, left, row, gap, width] of path.matchAll(/(?:M(\d+) (\d+)\.5|m(\d+) 0)h(\d+)/g)) {
        [x, y] = gap === undefined ? [Number(left), Number(row)] : [x + Number(gap), y];
        for (let n = 0; n < Number(width); n += 1, x += 1) dark[y]![x] = true;
      }
      return { size, quiet: -left, dark };
    },
  );
}

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

/** Whether the three corner squares are there, by which a scanner finds a code. */
export function hasFinders({ size, dark }: { size: number; dark: boolean[][] }): boolean {
  const at = (left: number, top: number) =>
    finder.every((row, y) => [...row].every((bit, x) => dark[top + y]?.[left + x] === (bit === '1')));
  return at(0, 0) && at(size - 7, 0) && at(0, size - 7);
}
