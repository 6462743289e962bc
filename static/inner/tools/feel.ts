/** What can be felt: short hums of the phone, where it has any and the person wants them. */

/** Length of one hum. */
const HUM_MS = 60;

/** Whether this phone can hum at all. */
export function canHum(): boolean {
  return "vibrate" in navigator;
}

/** Hum once. */
export function hum(): void {
  if (canHum()) navigator.vibrate(HUM_MS);
}
