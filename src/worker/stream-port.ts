type Answer = { readonly chunk: Uint8Array } | { readonly done: true } | { readonly error: string };

/** A stream on offer: the port to read it through, and a way to call it off from this side. */
export interface SentStream {
  readonly port: MessagePort;
  readonly cancel: () => void;
}

/**
 * Offers a stream through a port, a chunk for each request. Not every browser can transfer a stream itself, and
 * a request for each chunk keeps a fast source from piling up in front of a slow reader.
 */
export function sendStream(stream: ReadableStream<Uint8Array>): SentStream {
  const { port1, port2 } = new MessageChannel();
  const reader = stream.getReader();
  const answer = (message: Answer) => port1.postMessage(message);
  port1.onmessage = ({ data }: MessageEvent<'pull' | 'cancel'>) => {
    if (data === 'cancel') {
      cancel();
      return;
    }
    reader.read().then(
      ({ done, value }) => answer(done ? { done } : { chunk: value }),
      (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
    );
  };
  const cancel = () => {
    port1.close();
    void reader.cancel().catch(() => undefined);
  };
  return { port: port2, cancel };
}

/** The other end of `sendStream`. */
export function receiveStream(port: MessagePort): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      return new Promise((resolve) => {
        port.onmessage = ({ data }: MessageEvent<Answer>) => {
          if ('chunk' in data) {
            controller.enqueue(data.chunk);
          } else {
            port.close();
            if ('error' in data) controller.error(new Error(data.error));
            else controller.close();
          }
          resolve();
        };
        port.postMessage('pull');
      });
    },
    cancel() {
      port.postMessage('cancel');
      port.close();
    },
  });
}
