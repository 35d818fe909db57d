/** Asks an address of our own site as a stranger would: what it answers, and nothing that it leads on to. */
import { shortText } from '../short-text.ts';

export interface Answered {
  readonly status: number;
  readonly text: string;
}

const waitMs = 15_000;

/** @returns null where no answer comes */
export async function asked(url: string): Promise<Answered | null> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(waitMs) });
    return { status: answer.status, text: await shortText(answer) };
  } catch {
    return null;
  }
}
