/** How much may be going on. */
export interface QueueLimits {
  /** Jobs of one key that wait, the running one aside. */
  readonly waiting: number;
  /** Jobs that run at once, of different keys. */
  readonly running: number;
  /** Jobs that wait, of all keys. */
  readonly all: number;
}

/** Large files are held in memory while they are read, and the engine writes one at a time: few run at once. */
const QUEUE_LIMITS: QueueLimits = { waiting: 5, running: 3, all: 50 };

/** Jobs of one key run one by one. */
export interface JobQueue {
  /** Does the work when it is its turn; `null` where too many wait. */
  enter<Result>(key: string, work: () => Promise<Result>): Promise<Result> | null;
  /** Does the work after all that waits, however much that is: for what may not be left undone. */
  enterLast<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** Whether a job of that key would have to wait now. */
  isBusy(key: string): boolean;
}

/** An empty queue. */
export function createJobQueue(limits: QueueLimits = QUEUE_LIMITS): JobQueue {
  let waiting: { readonly key: string; readonly start: () => Promise<void> }[] = [];
  const running = new Set<string>();

  function startNext(): void {
    for (const job of waiting) {
      if (running.size >= limits.running) return;
      if (running.has(job.key)) continue;
      waiting = waiting.filter((other) => other !== job);
      running.add(job.key);
      void job.start().finally(() => {
        running.delete(job.key);
        startNext();
      });
    }
  }

  const isBusy = (key: string): boolean => running.has(key) || running.size >= limits.running;
  const enterLast: JobQueue["enterLast"] = (key, work) =>
    new Promise((resolve, reject) => {
      const start = async (): Promise<void> => {
        try {
          resolve(await work());
        } catch (error) {
          reject(error);
        }
      };
      waiting.push({ key, start });
      startNext();
    });
  return {
    isBusy,
    enterLast,
    enter(key, work) {
      const own = waiting.filter((job) => job.key === key).length;
      if (isBusy(key) && (own >= limits.waiting || waiting.length >= limits.all)) return null;
      return enterLast(key, work);
    },
  };
}
