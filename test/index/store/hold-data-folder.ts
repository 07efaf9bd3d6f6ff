/** Claims a data folder, says so, and holds it until it is killed or told to release it. */
import { claimDataFolder } from "../../../index/store/data-folder.ts";

const claim = claimDataFolder(process.argv[2] ?? "");
process.on("message", () => {
  claim.release();
  process.send?.("released");
});
process.on("disconnect", () => process.exit());
process.send?.("claimed");
