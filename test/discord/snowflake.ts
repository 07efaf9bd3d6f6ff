/** The first moment of Discord's ids, in milliseconds since 1970. */
const EPOCH = 1_420_070_400_000n;

/**
 * Makes ids that rise and carry the time, as Discord's do (reference, "Snowflakes"): discord.js reads the time from
 * them, and finds the parts of a route by their 17 to 19 digits.
 */
export function makeSnowflakes(now: () => number): () => string {
  let counter = 0n;
  return () => {
    counter += 1n;
    return (((BigInt(Math.floor(now())) - EPOCH) << 22n) | (counter & 0x3f_ffffn)).toString();
  };
}
