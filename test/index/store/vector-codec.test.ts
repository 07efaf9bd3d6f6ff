import fc from "fast-check";
import { expect, it } from "vitest";
import {
  decodeVector,
  encodeVector,
  quantizeVector,
  restoreVector,
} from "../../../index/store/vector-codec.ts";

const vectors = fc.float32Array({ noNaN: true, noDefaultInfinity: true, min: -2, max: 2, maxLength: 64 });

it("gives every bit of a vector back, also one that lies inside a larger array", () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      const inside = Float32Array.of(9, ...vector, 9).subarray(1, vector.length + 1);
      expect(decodeVector(encodeVector(inside))).toEqual(vector);
    }),
  );
});

it("reads bytes that are not aligned", () => {
  const bytes = Uint8Array.of(0, ...encodeVector(Float32Array.of(1.5, -2))).subarray(1);
  expect(decodeVector(bytes)).toEqual(Float32Array.of(1.5, -2));
});

it("keeps 8 bits a value with an error of at most half a step, and a step is 1/127 of the greatest value", () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      const bytes = quantizeVector(vector);
      expect(bytes).toHaveLength(vector.length + 4);
      const greatest = Math.max(0, ...vector.map(Math.abs));
      // Below this the step itself is hardly a float32 any more.
      fc.pre(greatest === 0 || greatest > 1e-30);
      const step = greatest / 127;
      for (const [position, value] of restoreVector(bytes).entries()) {
        expect(Math.abs(value - vector[position]!)).toBeLessThanOrEqual(step * 0.5001);
      }
    }),
  );
});

it("restores zeros as zeros", () => {
  expect(restoreVector(quantizeVector(new Float32Array(3)))).toEqual(new Float32Array(3));
});
