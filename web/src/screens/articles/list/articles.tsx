import { Button, Input, type InputRef } from "antd";
import { useRef } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useMay } from "../../../me.tsx";
import { useKey } from "../../../parts/keys.tsx";
import { Browse } from "./browse.tsx";
import { Bulletins } from "./bulletins.tsx";
import { Hits } from "./hits.tsx";

/** The knowledge base: ask it as a citizen would, or look through all of it. */
export function Articles() {
  const [search, setSearch] = useSearchParams();
  const mayEdit = useMay("article.edit");
  const text = search.get("text") ?? "";
  const input = useRef<InputRef>(null);
  useKey({ name: "/", shown: "/", words: "到搜索框" }, () => input.current?.focus({ cursor: "all" }));
  return (
    <section className="kb-home">
      <header className="screen-head">
        <h1>知识库</h1>
        <Input.Search
          key={text}
          ref={input}
          className="search"
          aria-label="搜索知识库"
          placeholder="像市民那样问，如：异地就医怎么备案"
          defaultValue={text}
          enterButton="搜索"
          allowClear
          onSearch={(typed) => setSearch(typed.trim() ? { text: typed.trim() } : {})}
        />
        <span className="grow" />
        {mayEdit && <NewButtons />}
      </header>
      {text ? <Hits text={text} /> : <Start />}
    </section>
  );
}

const Start = () => (
  <>
    <Bulletins />
    <Browse />
  </>
);

function NewButtons() {
  const navigate = useNavigate();
  useKey({ name: "n", shown: "N", words: "写新文章" }, () => void navigate("/articles/new"));
  return (
    <span className="head-buttons">
      <Link to="/articles/new?bulletin=1">发公告</Link>
      <Button type="primary" onClick={() => void navigate("/articles/new")}>
        写文章
      </Button>
    </span>
  );
}
