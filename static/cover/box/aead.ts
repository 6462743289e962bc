/** AES-256-GCM (SP 800-38D) and HKDF-SHA256 (RFC 5869), from WebCrypto. */

import { type Bytes, concat, encode, type Random } from "../base/bytes.ts";
import { keyBytes, nonceBytes, saltBytes, tagBytes } from "./format.ts";

/** Import 32 bytes as a key that cannot be read back; the bytes stay the caller's to wipe. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Seal `plain` under a fresh nonce: nonce, ciphertext, tag. */
export async function seal(
  key: CryptoKey,
  plain: Bytes,
  additionalData: Bytes,
  random: Random,
): Promise<Bytes> {
  const iv = random(nonceBytes);
  const algorithm = { name: "AES-GCM", iv, additionalData };
  return concat(iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain)));
}

/** Unseal nonce, ciphertext and tag; `null` when they are not what this key sealed. */
export async function unseal(
  key: CryptoKey,
  sealed: Bytes,
  additionalData: Bytes,
): Promise<Bytes | null> {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const iv = sealed.subarray(0, nonceBytes);
  try {
    const algorithm = { name: "AES-GCM", iv, additionalData };
    const plain = crypto.subtle.decrypt(algorithm, key, sealed.subarray(nonceBytes));
    return new Uint8Array(await plain);
  } catch {
    return null;
  }
}

/** HKDF-SHA256: `length` bytes from key material. */
export async function hkdf(
  material: Bytes,
  salt: Bytes,
  info: Bytes,
  length: number,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", material, "HKDF", false, [
    "deriveBits",
  ]);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 8 * length));
}

/** Derive the raw key that wraps `region`'s headers from a root key and the box's salt. */
export function deriveKek(root: Bytes, salt: Bytes, region: number): Promise<Bytes> {
  return hkdf(root, salt.subarray(saltBytes / 2), encode(`region ${region}`), keyBytes);
}

/** SHA-256 of `bytes`. */
export async function digest(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
