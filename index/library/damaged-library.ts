import type { EngineLog } from "../engine.ts";
import { UserError } from "../errors.ts";
import { type Library, openLibrary } from "./library.ts";

/**
 * Opens the library, or where it is damaged what stands in for it: the corpus folder and what is indexed can be asked all
 * the same. Whatever is asked of the stand-in is the error, so that nothing takes a list that cannot be read for an empty one.
 *
 * @param log told what is wrong with it
 * @throws UserError as `openLibrary` does, but for `library-damaged`
 */
export function openLibraryAnyway(file: string, log: EngineLog): Library {
  try {
    return openLibrary(file);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "library-damaged") throw error;
    log(error.message, "error");
    return standIn(error);
  }
}

function standIn(error: UserError): Library {
  const refuse = (): never => {
    throw new UserError(error.code, error.values, { cause: error });
  };
  const { code, values } = error;
  return {
    scopes: refuse,
    list: refuse,
    put: refuse,
    remove: refuse,
    removeAll: refuse,
    restore: refuse,
    purge: refuse,
    hashes: refuse,
    check: () => [{ code: "error", values: {}, error: { code, values } }],
    close: () => {},
  };
}
