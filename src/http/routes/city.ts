import { z } from "zod";
import { ElementKey, Kind, Scope, UrgentClass } from "../../orders/index.ts";
import type { Rules } from "../../platform/rules/index.ts";
import { signedInRoutes } from "../env.ts";
import { responses, signedInRoute } from "../route.ts";

const City = z.object({
  id: z.string(),
  name: z.string(),
  kinds: z.array(z.string()),
  urgentClasses: z.array(z.string()),
  scopes: z.array(z.string()),
  categories: z.array(z.object({ level1: z.string(), items: z.array(z.string()) })),
  agencies: z.array(z.string()),
  districts: z.array(z.object({ name: z.string(), streets: z.array(z.string()) })),
  elements: z.array(z.object({ key: ElementKey, label: z.string(), ask: z.string() })),
  packs: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })),
});
type City = z.infer<typeof City>;

const read = signedInRoute(null, {
  method: "get",
  path: "/api/city",
  tags: ["城市"],
  summary: "What the forms of this city offer",
  responses: responses(City, "Names from the rules of the city", ["unauthenticated"]),
});

/** What the forms need of the rules. */
function cityOf(rules: Rules): City {
  const { city, items, agencies, packs } = rules;
  const level1s = [...new Set(items.map((item) => item.level1))];
  return {
    id: city.id,
    name: city.name,
    kinds: Kind.options,
    urgentClasses: UrgentClass.options,
    // Names made of digits come first in the options.
    scopes: ["受理", ...Scope.options.filter((scope) => scope !== "受理")],
    categories: level1s.map((level1) => ({
      level1,
      items: items.filter((item) => item.level1 === level1).map((item) => item.name),
    })),
    agencies: agencies.map((agency) => agency.name),
    districts: city.districts.map(({ name, streets }) => ({ name, streets: streets.map((street) => street.name) })),
    elements: rules.recording.elements.map(({ key, label, ask }) => ({ key, label, ask })),
    packs: packs.map(({ id, title, version }) => ({ id, title, version })),
  };
}

export const cityRoutes = (rules: Rules) => {
  const city = cityOf(rules);
  return signedInRoutes().openapi(read, (c) => c.json(city, 200));
};
