import { Link, useParams } from "react-router";
import { Desk } from "./desk.tsx";

/** The desk inside the frame. */
export function DeskScreen() {
  const { id = "" } = useParams();
  return (
    <section className="fill-height">
      <header className="screen-head">
        <Link to="/calls">← 通话</Link>
        <span className="quiet">{id}</span>
      </header>
      <Desk key={id} callId={id} />
    </section>
  );
}
