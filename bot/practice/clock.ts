/** The practice county's clock: it runs as time does, from a day of its own year, and can be moved forward, never back. */
export interface PracticeClock {
  readonly now: () => string;
  /** Moves on to a civil time of Asia/Shanghai, `2025-06-23T09:00`; stays where it is if that is past. */
  readonly moveTo: (civil: string) => void;
}

export function practiceClock(begin: string): PracticeClock {
  let offsetMs = Date.parse(`${begin}:00+08:00`) - Date.now();
  return {
    now: () => new Date(Date.now() + offsetMs).toISOString(),
    moveTo: (civil) => {
      const wanted = Date.parse(`${civil}:00+08:00`) - Date.now();
      if (wanted > offsetMs) offsetMs = wanted;
    },
  };
}

/** A clock that goes on only when it is told to, as a rehearsed year needs it: the same steps, the same times. */
export interface SteppedClock extends PracticeClock {
  readonly pass: (seconds: number) => void;
}

/** @throws where it would go back */
export function steppedClock(begin: string): SteppedClock {
  let nowMs = Date.parse(`${begin}:00+08:00`);
  return {
    now: () => new Date(nowMs).toISOString(),
    moveTo: (civil) => {
      const wanted = Date.parse(`${civil}:00+08:00`);
      if (Number.isNaN(wanted) || wanted < nowMs)
        throw new Error(`${civil} lies before ${new Date(nowMs).toISOString()}`);
      nowMs = wanted;
    },
    pass: (seconds) => {
      nowMs += seconds * 1000;
    },
  };
}
