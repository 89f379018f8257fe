import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

export type Picture = {
  width: number;
  height: number;
  /** At most 16 colors, as [red, green, blue]. */
  palette: number[][];
  /** A color's place in the palette for each pixel, two pixels in a byte, row by row. The width is even. */
  data: Uint8Array;
};

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** A PNG of four bits a pixel (ISO/IEC 15948). */
export function encodePng({ width, height, palette, data }: Picture): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  // Four bits a pixel, colors by palette; for the other three the format has only one choice or the usual one.
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(unfiltered(data, width / 2))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Each row begins with the number of its filter, 0 for none. */
function unfiltered(data: Uint8Array, rowLength: number): Uint8Array {
  const rows = data.length / rowLength;
  const bytes = new Uint8Array(data.length + rows);
  for (let row = 0; row < rows; row += 1) {
    bytes.set(data.subarray(row * rowLength, (row + 1) * rowLength), row * (rowLength + 1) + 1);
  }
  return bytes;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length);
  bytes.write(type, 4, 'ascii');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8);
  return bytes;
}
