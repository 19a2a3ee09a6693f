import { Button } from "antd";
import { fullTime } from "../../../parts/time.ts";
import type { Article, ArticleFields } from "../../../types-articles.ts";
import { fieldsOf, fieldWords } from "./fields.ts";
import { changed, type Form } from "./use-form.ts";
import type { Saving } from "./use-save.ts";

type Props = { present: Article; form: Form<ArticleFields>; saving: Saving };

/** Another person saved while one typed: what stands there now, with what is typed left where it is. */
export function SomebodyWasFirst({ present, form, saving }: Props) {
  const theirs = changed(form.held, fieldsOf(present));
  return (
    <section className="somebody-first" role="alert">
      <p>
        <strong>{fullTime(present.updatedAt)} 有人先保存了这篇文章。</strong>
        您填写的内容还在下面，没有丢。现在保存着的是：
      </p>
      <dl>
        {(Object.keys(theirs) as (keyof ArticleFields)[]).map((name) => (
          <div key={name}>
            <dt>{fieldWords[name]}</dt>
            <dd>{String(theirs[name] ?? "（空）")}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={saving.keepMine}>
        保留我填写的，接着保存
      </Button>{" "}
      <Button size="small" onClick={() => void saving.takeTheirs()}>
        用现在的，放弃我填写的
      </Button>
    </section>
  );
}
