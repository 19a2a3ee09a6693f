import { Link, useNavigate } from "react-router";
import { useKey } from "../../../parts/keys.tsx";
import { useCases } from "../../../queries-callbacks.ts";
import { nextToDial } from "../when.ts";

const few = 5;

/** The way to the next case that may be dialled now, without going back to the list. */
export function NextCase({ id }: { id: string }) {
  const navigate = useNavigate();
  const { data } = useCases({ state: "待回访", due: "now", limit: few });
  const next = nextToDial(data?.items.filter((row) => row.id !== id) ?? []);
  const path = next && `/callbacks/cases/${encodeURIComponent(next.id)}`;
  useKey({ name: "n", shown: "N", words: "下一件现在可拨的" }, path ? () => void navigate(path) : null);
  return path ? (
    <Link to={path} title={next?.title}>
      下一件 N →
    </Link>
  ) : null;
}
