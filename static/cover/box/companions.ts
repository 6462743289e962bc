/** The second space and the eraser: what a space can make, refresh and remove besides itself. */

import type { CreateOutcome, SaveOutcome } from "../base/host.ts";
import { importKey } from "./aead.ts";
import {
  type Companion,
  type Envelope,
  type Kind,
  plainKind,
  sealData,
  sealEnvelope,
  unsealEnvelope,
} from "./envelope.ts";
import { regionsInUse, withSecret } from "./make.ts";
import type { Pack } from "./messages.ts";
import { type Regions, type Space, newSpace } from "./regions.ts";

/** What to put into a companion. */
export interface Wish {
  readonly kind: Kind;
  readonly pack: Pack;
  readonly data: string;
  /** Opening it erases all others. */
  readonly erasesOthers: boolean;
}

/** Say whether `main` knows a companion of this kind. */
export async function hasCompanion(main: Space, kind: Kind): Promise<boolean> {
  return find(await unsealEnvelope(main.body.first), kind) !== undefined;
}

/**
 * Make or replace the companion of this kind that `secret` opens.
 *
 * A fresh one is noted in `main` first: so a crash never leaves one that nobody knows. One that is
 * there already is rewritten first: so a crash leaves one that its new secret can claim again.
 */
export function putCompanion(
  regions: Regions,
  main: Space,
  secret: string,
  wish: Wish,
  others: readonly string[],
): Promise<CreateOutcome> {
  return withSecret(regions, secret, async (found) => {
    const envelope = await unsealEnvelope(main.body.first);
    const old = find(envelope, wish.kind);
    // Its own secret may have been changed from inside: whoever types it may claim it.
    if (found.space !== null && found.space.region !== old?.region) return "taken";
    const present = found.space ?? (await openCompanion(regions, old));
    const used = await regionsInUse(regions, main, others);
    const region = present?.region ?? regions.choose(used);
    const kek = found.keks[(region ?? 0) - 1];
    if (region === null || kek === undefined) return "crowded";
    const first = await sealEnvelope({ ...wish, companions: [] });
    const body = {
      first,
      second: await sealData(wish.data),
      third: new Uint8Array(0),
    };
    const space = newSpace(region, await importKey(kek), body, present);
    const noted = withCompanion(envelope, wish.kind, { kind: wish.kind, region, kek });
    if (present !== null) {
      const outcome = await regions.replaceBoth(present, space, body);
      return outcome === "saved" ? saveEnvelope(regions, main, noted) : outcome;
    }
    const outcome = await saveEnvelope(regions, main, noted);
    if (outcome !== "saved") return outcome;
    const made = await regions.saveBoth(space, body);
    if (made !== "saved")
      await saveEnvelope(regions, main, withCompanion(envelope, wish.kind));
    return made;
  });
}

/**
 * Overwrite the companion of this kind and forget it.
 *
 * `refused` when the phone would not, or when its region no longer opens with the known key: then
 * something else may be there, so it is only forgotten.
 */
export async function removeCompanion(
  regions: Regions,
  main: Space,
  kind: Kind,
): Promise<SaveOutcome> {
  const envelope = await unsealEnvelope(main.body.first);
  const old = find(envelope, kind);
  if (old === undefined) return "saved";
  const isOurs = (await openCompanion(regions, old)) !== null;
  if (isOurs && !(await regions.overwrite([old.region]))) return "refused";
  const outcome = await saveEnvelope(regions, main, withCompanion(envelope, kind));
  return isOurs ? outcome : "refused";
}

/** Give the second space a newer pack, keeping its data. */
export async function refreshCompanion(
  regions: Regions,
  main: Space,
  pack: Pack,
): Promise<SaveOutcome> {
  const old = find(await unsealEnvelope(main.body.first), plainKind);
  const space = await openCompanion(regions, old);
  return space === null ? "refused" : savePack(regions, space, pack);
}

/** Replace the pack of a space, keeping everything else. */
export async function savePack(
  regions: Regions,
  space: Space,
  pack: Pack,
): Promise<SaveOutcome> {
  return saveEnvelope(regions, space, {
    ...(await unsealEnvelope(space.body.first)),
    pack,
  });
}

async function saveEnvelope(
  regions: Regions,
  space: Space,
  envelope: Envelope,
): Promise<SaveOutcome> {
  const first = await sealEnvelope(envelope);
  return regions.save(space, { first });
}

function find(envelope: Envelope, kind: Kind): Companion | undefined {
  return envelope.companions.find((each) => each.kind === kind);
}

function withCompanion(envelope: Envelope, kind: Kind, companion?: Companion): Envelope {
  const others = envelope.companions.filter((each) => each.kind !== kind);
  return {
    ...envelope,
    companions: companion === undefined ? others : [...others, companion],
  };
}

async function openCompanion(
  regions: Regions,
  companion: Companion | undefined,
): Promise<Space | null> {
  if (companion === undefined) return null;
  return regions.tryKey(companion.region, await importKey(companion.kek));
}
