import { slotPieces } from "./editor/slots.ts";

/** Words of a template: a slot is shown by its name, as agents see it while it is not filled. */
export const SlotText = ({ text }: { text: string }) =>
  slotPieces(text).map((piece) =>
    piece.isSlot ? (
      <span key={piece.start} className="slot">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
