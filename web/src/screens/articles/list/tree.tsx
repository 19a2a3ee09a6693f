import { useSearchParams } from "react-router";
import { useFacets } from "../../../queries-articles.ts";
import type { Facets } from "../../../types-articles.ts";
import { kinds } from "../words.ts";
import { type Branch, branches, isBranch, withLeaf } from "./filter.ts";

const leavesOf = (branch: Branch, facets: Facets | undefined): readonly string[] => {
  if (branch === "kind") return kinds;
  if (branch === "agency") return facets?.agencies ?? [];
  return (branch === "item" ? facets?.items : facets?.regions) ?? [];
};

/** Whose, about what, of which kind or where: one leaf narrows the list beside it. */
export function Tree() {
  const [search, setSearch] = useSearchParams();
  const { data } = useFacets();
  const by = search.get("by");
  const branch: Branch = isBranch(by) ? by : "agency";
  const chosen = search.get(branch);
  const leaves = leavesOf(branch, data);
  return (
    <nav className="kb-tree" aria-label="知识分类">
      <div className="tab-list" role="tablist" aria-label="分类方式">
        {(Object.keys(branches) as Branch[]).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === branch}
            onClick={() => setSearch(withLeaf(search, each, null))}
          >
            {branches[each]}
          </button>
        ))}
      </div>
      <ul>
        {[null, ...leaves].map((leaf) => (
          <li key={leaf ?? ""}>
            <button
              type="button"
              aria-current={leaf === chosen}
              onClick={() => setSearch(withLeaf(search, branch, leaf))}
            >
              {leaf ?? "全部"}
            </button>
          </li>
        ))}
      </ul>
      {data && leaves.length === 0 && <p className="quiet pad-x">文章里还没有写{branches[branch]}</p>}
    </nav>
  );
}
