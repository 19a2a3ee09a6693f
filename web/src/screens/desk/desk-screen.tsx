import { Link, useParams } from "react-router";
import { Desk } from "./desk.tsx";

/** The desk inside the frame. */
export function DeskScreen() {
  const { id = "" } = useParams();
  return (
    <section className="fill-height">
      <Desk key={id} callId={id} lead={<Link to="/calls">← 通话</Link>} />
    </section>
  );
}
