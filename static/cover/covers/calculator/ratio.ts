/** Exact fractions of decimals, so that `1/3*3` is 1 and rounding happens once, at the end. */

import Big from "big.js";

/** A numerator over a denominator that is never zero; not reduced. */
export interface Ratio {
  readonly top: Big;
  readonly bottom: Big;
}

/** Significant digits of a rounded quotient. */
export const quotientDigits = 40;

/** Digits in which a rounded quotient can be trusted after a few more steps. */
const trustedDigits = 30;

const one = new Big(1);

/** Make a fraction of a decimal. */
export function ratio(top: Big): Ratio {
  return { top, bottom: one };
}

/** Add two fractions. */
export function add(a: Ratio, b: Ratio): Ratio {
  const top = a.top.times(b.bottom).plus(b.top.times(a.bottom));
  return { top, bottom: a.bottom.times(b.bottom) };
}

/** Multiply two fractions. */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return { top: a.top.times(b.top), bottom: a.bottom.times(b.bottom) };
}

/** Turn the sign round. */
export function negate({ top, bottom }: Ratio): Ratio {
  return { top: top.neg(), bottom };
}

/** Turn the fraction over; `null` for zero. */
export function invert({ top, bottom }: Ratio): Ratio | null {
  return top.eq(0) ? null : { top: bottom, bottom: top };
}

/** The decimal, exact when nothing was divided, else to `quotientDigits` digits. */
export function decimal({ top, bottom }: Ratio): Big {
  if (bottom.eq(1)) return top;
  // big.js counts decimal places, so the dividend is scaled up until the quotient is whole.
  const shift = quotientDigits + bottom.e - top.e;
  const whole = top.times(`1e${shift}`).div(bottom);
  return whole.times(`1e${-shift}`).prec(quotientDigits);
}

/**
 * Round a result that is kept for the next sum.
 *
 * A long row of nines or zeros is what an earlier rounded quotient left behind (1/3, then ×3):
 * such a number becomes the short one that was meant.
 */
export function settle(value: Big): Big {
  if (value.c.length < quotientDigits) return value;
  const trusted = value.prec(trustedDigits);
  return trusted.c.length < trustedDigits / 2 ? trusted : value.prec(quotientDigits);
}
