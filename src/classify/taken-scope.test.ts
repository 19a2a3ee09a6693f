import { expect, test } from "vitest";
import { draftOf, greeting } from "./test-call.ts";

/** Another channel is told by the way, and the agent takes the matter on: it is the hotline's. */
const taken: [string, string][] = [
  ["健身房关门了，我办的卡退不了，他们说不服就去打官司", "好的，您要求退还会员费，已经给您登记了"],
  ["法院寄给我的传票让驿站弄丢了，我要投诉这个驿站", "您投诉驿站丢失邮件，我给您转邮政管理局"],
  ["我们那个工程队长到处说他跟支书吃回扣，欠我们的工钱就是不给", "您要求支付工钱，我为您转办人社部门"],
  ["邻居说他去信访过，我不想跑那么远，就想让你们把路灯修了", "好的，路灯的事给您记下来了，感谢来电，再见"],
  ["前年我儿子出车祸，现在残疾证到期了，镇上说换不了", "您要求换发残疾证，已经登记转残联了"],
];

test.each(taken)("the hotline's own: %s", (told, answer) => {
  expect(draftOf(greeting, `市民：${told}`, `坐席：${answer}`).scope).toBe("受理");
});

/** The channel is the matter itself: the agent refuses it, points there, or has not answered yet. */
const elsewhere: [string, string, string][] = [
  ["诉讼仲裁", "我工伤的案子一审判了，我不服", "判决不服可以向中级人民法院上诉，您的来电我记录了"],
  ["诉讼仲裁", "仲裁已经开庭两个月了裁决书还没下来", "您可以联系仲裁委的书记员，我给您记下了"],
  ["信访", "我在区信访局登记的事项三个月了", "您的事项已经进入信访渠道，请等待信访部门答复，我给您登记来电"],
  ["纪检监察", "我们村支书把低保给了他小舅子，还收了人家红包", "您可以拨打12388向纪委反映，我也给您记录了"],
  ["119", "我家对面的仓库着火了，浓烟往外冒，快来人", "请您马上拨打119，我这边给您上报"],
];

test.each(elsewhere)("%s: %s", (scope, told, answer) => {
  expect(draftOf(greeting, `市民：${told}`, `坐席：${answer}`).scope).toBe(scope);
});

test("while the call goes on the caller's words alone name the channel", () => {
  expect(draftOf(greeting, "市民：我的劳动仲裁已经开庭了，老板不认账，怎么办").scope).toBe("诉讼仲裁");
  expect(draftOf(greeting, "市民：快来人，我家楼下着火了，火苗往上窜").scope).toBe("119");
});

/** What drove somebody to threaten, or what he would do, is no matter for an emergency line. */
test.each([
  ["我儿子车祸死了刚判下来，赔我八万，明天我就去保险公司楼顶跳下去", "您千万不要做傻事，我马上上报"],
  ["工地那边拖着我们的钱不给，今天晚上我把他那个板房一把火点了", "您千万不要冲动，这是违法的，我马上上报公安"],
])("the hotline reports threats itself: %s", (told, answer) => {
  const draft = draftOf(greeting, `市民：${told}`, `坐席：${answer}`);
  expect([draft.urgentClass, draft.scope]).toEqual(["不稳定因素", "受理"]);
});

test("a threat belongs to the line that the agent sends the caller to", () => {
  const told = "市民：有个男的坐在楼顶上说要跳下去，刚才还往外挪，好多人围着";
  expect(draftOf(greeting, told, "坐席：请您马上拨打110，我们同步上报").scope).toBe("110");
});
