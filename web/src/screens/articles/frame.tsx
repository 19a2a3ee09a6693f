import { type Place, PlacesFrame } from "../../parts/places-frame.tsx";

/** The places of the knowledge base, each for those who may work there. */
const places: readonly Place[] = [
  { path: "/articles", title: "查找", permissions: ["article.read"] },
  { path: "/articles/review", title: "审核", permissions: ["article.edit"] },
  { path: "/articles/gaps", title: "缺口", permissions: ["article.edit"] },
  { path: "/articles/recalls", title: "更正", permissions: ["article.edit", "recall.do"] },
  { path: "/articles/doubles", title: "重复与矛盾", permissions: ["article.edit"] },
  { path: "/articles/hit-tests", title: "命中测试", permissions: ["article.edit"] },
  { path: "/articles/use", title: "使用情况", permissions: ["article.edit"] },
  { path: "/articles/quizzes", title: "练习", permissions: ["article.read"] },
  { path: "/articles/import", title: "导入导出", permissions: ["article.edit"] },
];

/** The knowledge base. */
export const KnowledgeFrame = () => <PlacesFrame title="知识库" places={places} />;
