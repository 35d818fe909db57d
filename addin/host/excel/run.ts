/**
 * One way to speak with Excel: every action waits for the one before, waits while somebody types in a cell, and comes back as a
 * refusal with a name where Excel will not.
 */
import { HostTrouble } from '../sheet-host.ts';

/** As much of Microsoft's namespace as starts a conversation; given from outside, so that two workbooks can be open side by side. */
export type Program = Pick<typeof Excel, 'run'>;
export type Run = <T>(action: (context: Excel.RequestContext) => Promise<T>, worksheet?: string) => Promise<T>;

/** How long a half-typed cell is waited for. */
const typingMs = 10_000;
const pauseMs = 300;

/** An action may be begun anew while somebody types, so that each has to bear being half done before. */
export function runner(excel: Program): Run {
  let last: Promise<unknown> = Promise.resolve();
  return (action, worksheet = '') => {
    const next = last.then(() => carriedOut(excel, action, worksheet));
    last = next.catch(() => {});
    return next;
  };
}

async function carriedOut<T>(
  excel: Program,
  action: (context: Excel.RequestContext) => Promise<T>,
  worksheet: string,
): Promise<T> {
  for (const begun = Date.now(); ; ) {
    try {
      return await excel.run({ delayForCellEdit: true }, action);
    } catch (thrown) {
      const trouble = troubleOf(thrown, worksheet);
      // `delayForCellEdit` waits in the desktop's Excel only.
      if (!(trouble instanceof HostTrouble) || trouble.refusal.kind !== 'editing' || Date.now() - begun > typingMs)
        throw trouble;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function troubleOf(thrown: unknown, worksheet: string): unknown {
  if (thrown instanceof HostTrouble) return thrown;
  if (!isCoded(thrown)) return thrown;
  const { code, message } = thrown;
  switch (code) {
    case 'ItemNotFound':
      return new HostTrouble({ kind: 'no-worksheet', worksheet });
    case 'AccessDenied':
      return new HostTrouble({ kind: 'protected', worksheet });
    case 'InvalidOperationInCellEditMode':
      return new HostTrouble({ kind: 'editing' });
    case 'ItemAlreadyExists':
      return new HostTrouble({ kind: 'name-taken', worksheet });
    case tooMuchToSend:
    case tooMuchToGet:
      return new HostTrouble({ kind: 'too-large', worksheet, cells: 0 });
    default:
      return new HostTrouble({ kind: 'host', code: String(code), message: String(message) });
  }
}

/** Errors of Office.js, by their form: the class is of another realm where the library runs in one. */
const isCoded = (thrown: unknown): thrown is { readonly code: unknown; readonly message: unknown } =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown;

const tooMuchToSend = 'RequestPayloadSizeLimitExceeded';
const tooMuchToGet = 'ResponsePayloadSizeLimitExceeded';

/** Whether half as much might go through: Excel on the web takes and gives 5 MB at a time. */
export const isTooMuch = (thrown: unknown): boolean =>
  (isCoded(thrown) && (thrown.code === tooMuchToSend || thrown.code === tooMuchToGet)) ||
  (thrown instanceof HostTrouble && thrown.refusal.kind === 'too-large');
