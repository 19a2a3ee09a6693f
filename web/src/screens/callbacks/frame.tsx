import { type Place, PlacesFrame } from "../../parts/places-frame.tsx";

/** The places of the callback desk, each for those who may work there. */
const places: readonly Place[] = [
  { path: "/callbacks", title: "待回访", permissions: ["callback.read"] },
  { path: "/callbacks/calls", title: "回访通话", permissions: ["callback.read"] },
  { path: "/callbacks/rates", title: "三率", permissions: ["callback.rates"] },
  { path: "/callbacks/add", title: "加入回访", permissions: ["callback.add"] },
];

/** The callback desk. */
export const CallbackFrame = () => <PlacesFrame title="回访" places={places} />;
