import type { Talk } from "../talk/talk.ts";
import type { Scene } from "./scene.ts";
import { dwellingScene } from "./scene-dwelling.ts";
import { emergencyScene } from "./scene-emergency.ts";
import { crimeScene, fireScene, sickScene } from "./scene-incident.ts";
import { kinScene } from "./scene-kin.ts";
import { outageScene } from "./scene-outage.ts";
import { disclosureScene, reviewScene, secretScene } from "./scene-secret.ts";
import { busScene, cabScene, crashScene, lightScene } from "./scene-traffic.ts";
import type { Heard } from "./target-features.ts";

const readers = [
  sickScene,
  crimeScene,
  fireScene,
  crashScene,
  emergencyScene,
  outageScene,
  lightScene,
  busScene,
  cabScene,
  dwellingScene,
  kinScene,
  secretScene,
  disclosureScene,
  reviewScene,
];

/** Whom a call of a common sort is about; null where it is of none, or was written. */
export function sceneOf(talk: Talk, heard: Heard): Scene | null {
  if (talk.citizen.some(({ isWritten }) => isWritten)) return null;
  for (const read of readers) {
    const scene = read(talk, heard);
    if (scene) return scene;
  }
  return null;
}
