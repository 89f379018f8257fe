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
  let received: Buffer[] = [];
  let waiting: ((answer: Answer | null) => void) | null = null;

  function settle(answer: Answer | null) {
    const answered = waiting;
    waiting = null;
    received = [];
    answered?.(answer);
  }

  function line(): Socket {
    if (socket && !socket.destroyed) return socket;
    const fresh = connect({ host: '127.0.0.1', port, noDelay: true });
    socket = fresh;
    fresh.on('data', (part) => {
      received.push(part);
      const answer = readAnswer(received);
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

/** Null until the whole answer has arrived. */
function readAnswer(parts: Buffer[]): Answer | null {
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  if (parts.length > 1) parts.splice(0, parts.length, bytes);
  const end = bytes.indexOf(headEnd);
  if (end < 0) return null;
  const head = bytes.latin1Slice(0, end).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  const body = bytes.length - end - headEnd.length;
  const isWhole = length === undefined ? endsWithLastChunk(head, bytes) : body >= Number(length);
  return isWhole
    ? { status: Number(head.slice(9, 12)), retryAfter: head.includes('\r\nretry-after:') }
    : null;
}

function endsWithLastChunk(head: string, bytes: Buffer): boolean {
  if (!head.includes('\r\ntransfer-encoding: chunked')) return true;
  return bytes.subarray(-lastChunk.length).equals(lastChunk);
}
