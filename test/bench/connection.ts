import { connect, type Socket } from 'node:net';

export type Answer = { status: number; retryAfter: boolean };

export type Connection = {
  /** One request at a time: the next is sent only after the answer. */
  send(request: Uint8Array, answered: (answer: Answer | null) => void): void;
  /** Sends a request and closes the connection at once, before any answer. */
  sendAndCut(request: Uint8Array): void;
  close(): void;
};

/** A keep-alive connection on a raw socket, because Node's HTTP clients cost more CPU than the server under test. */
export function openConnection(port: number): Connection {
  let socket: Socket | null = null;
  let read = createReader();
  let waiting: ((answer: Answer | null) => void) | null = null;

  function settle(answer: Answer | null) {
    const answered = waiting;
    waiting = null;
    read = createReader();
    answered?.(answer);
  }

  function line(): Socket {
    if (socket && !socket.destroyed) return socket;
    const fresh = connect({ host: '127.0.0.1', port, noDelay: true });
    socket = fresh;
    fresh.on('data', (part) => {
      const answer = read(part);
      if (answer) settle(answer);
    });
    fresh.on('error', () => fresh.destroy());
    fresh.on('close', () => {
      if (socket !== fresh) return;
      socket = null;
      settle(null);
    });
    return fresh;
  }

  return {
    send(request, answered) {
      waiting = answered;
      line().write(request);
    },
    sendAndCut(request) {
      const cut = line();
      socket = null;
      cut.write(request, () => cut.destroy());
    },
    close() {
      const open = socket;
      socket = null;
      open?.destroy();
    },
  };
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/** An answer on its way. The head is read once, so that a long body costs the measuring side little. */
function createReader(): (part: Buffer) => Answer | null {
  let before: Buffer = Buffer.alloc(0);
  let answer: Answer | null = null;
  /** Bytes of the body still to come; null where only the last chunk tells. */
  let left: number | null = 0;

  function readHead(part: Buffer): Buffer | null {
    const bytes = before.length === 0 ? part : Buffer.concat([before, part]);
    const end = bytes.indexOf(headEnd);
    if (end < 0) {
      before = bytes;
      return null;
    }
    const head = bytes.latin1Slice(0, end).toLowerCase();
    answer = { status: Number(head.slice(9, 12)), retryAfter: head.includes('\r\nretry-after:') };
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
    const isChunked = head.includes('\r\ntransfer-encoding: chunked');
    left = length === undefined && isChunked ? null : Number(length ?? 0);
    before = Buffer.alloc(0);
    return bytes.subarray(end + headEnd.length);
  }

  return (part) => {
    const body = answer ? part : readHead(part);
    if (!body) return null;
    if (left !== null) {
      left -= body.length;
      return left <= 0 ? answer : null;
    }
    before = Buffer.concat([before, body]).subarray(-lastChunk.length);
    return before.equals(lastChunk) ? answer : null;
  };
}
