import type { CallEvent } from "./types.ts";

type Heard = {
  onOpen: () => void;
  onCall: (event: CallEvent) => void;
  onLost: () => void;
  /** The server said no: the browser gave up, we do not. */
  onRefused: () => void;
};

/** A browser gives up on a line that the server refused: we knock again after this time. */
const knockAgainMs = 3_000;

/** Opens a line of server-sent events and keeps it open; gives back what closes it. */
export function openLine(path: string, { onOpen, onCall, onLost, onRefused }: Heard): () => void {
  let knock: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const open = () => {
    source = new EventSource(path);
    source.addEventListener("hello", onOpen);
    source.addEventListener("call", (event: MessageEvent<string>) => onCall(JSON.parse(event.data) as CallEvent));
    source.onerror = () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      knock = setTimeout(open, knockAgainMs);
    };
  };
  open();
  return () => {
    clearTimeout(knock);
    source.close();
  };
}
