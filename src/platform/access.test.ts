import { expect, test } from "vitest";
import { type Actor, authorize, grants, may, type Permission, type Role, roles } from "./access.ts";

const actor = (role: Role): Actor => ({ kind: "user", userId: "u", name: "测试", role, agentId: null, agency: null });

test.each(Object.keys(grants) as Permission[])(
  "%s is for the roles of its row and refused to all others",
  (permission) => {
    const allowed: readonly Role[] = grants[permission];
    for (const role of roles) expect([role, may(actor(role), permission)]).toEqual([role, allowed.includes(role)]);
  },
);

test("an administrator reads no order and no call", () => {
  expect(() => authorize(actor("admin"), "order.read")).toThrowError(expect.objectContaining({ fault: "forbidden" }));
  expect(may(actor("admin"), "call.read")).toBe(false);
});
