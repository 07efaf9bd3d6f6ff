import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Native addons (hnswlib-node, onnxruntime-node) end the whole process when a worker thread stops at the wrong moment.
    pool: "forks",
    testTimeout: 20_000,
  },
});
