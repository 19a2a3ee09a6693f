import type { Me, Role } from "./types.ts";

type Place = { path: string; title: string; roles: readonly Role[] };

/** What the left column offers. The first place of a role is its home. */
const places: readonly Place[] = [
  { path: "/queue", title: "待派工单", roles: ["dispatcher"] },
  { path: "/calls", title: "通话", roles: ["agent", "dispatcher"] },
  { path: "/agency", title: "派来的工单", roles: ["agency"] },
  { path: "/callbacks", title: "回访", roles: ["callback"] },
  { path: "/quality", title: "质检", roles: ["qa", "agent", "callback"] },
  { path: "/callbacks", title: "回访", roles: ["qa", "dispatcher"] },
  { path: "/trends", title: "趋势", roles: ["qa", "callback", "agent"] },
  { path: "/articles", title: "知识库", roles: ["editor", "agent", "callback", "dispatcher", "agency", "qa"] },
  { path: "/audit", title: "操作记录", roles: ["admin"] },
  { path: "/users", title: "账号", roles: ["admin"] },
];

export const placesFor = (me: Me): readonly Place[] => places.filter(({ roles }) => roles.includes(me.role));

export const homeOf = (me: Me): string => placesFor(me)[0]?.path ?? "/articles";
