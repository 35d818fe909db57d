/**
 * The task pane in its frame, with Microsoft's own Office.js and our host at the other end.
 *
 * The library speaks to a host of the same name, over https only; where that is not so it asks Microsoft's page beside it
 * (`AgaveErrorUX/index.html`) whether the person trusts the host all the same, and that page keeps the answer in this browser. On plain
 * http this window gives that answer for its own address, which it may, being the host; no file of Microsoft's is changed.
 */
import { Channel, paneAddress } from '../channel.ts';
import type { Faults } from '../faults.ts';
import type { Workbook } from '../model/workbook.ts';

export interface PaneOptions {
  readonly workbook: Workbook;
  readonly faults: Faults;
  readonly language: string;
  readonly excelApi: string;
}

/** The record of trust, as Microsoft's page keeps it: 1 is trusted. */
function trustThisHost(): void {
  if (location.protocol === 'https:') return;
  localStorage.setItem(`OfficeJSTrustKeyV2_http_${location.hostname}`, JSON.stringify({ Result: 1 }));
}

/** One frame and its channel. */
export class Pane {
  readonly frame: HTMLIFrameElement;
  channel: Channel;
  readonly #options: PaneOptions;
  readonly #hear: (event: MessageEvent) => void;

  constructor(place: HTMLElement, page: string, title: string, options: PaneOptions) {
    trustThisHost();
    this.#options = options;
    this.frame = document.createElement('iframe');
    this.frame.title = title;
    this.frame.src = paneAddress(page, location.origin, options.language);
    this.channel = this.#connect();
    this.#hear = (event) => {
      if (event.source !== this.frame.contentWindow || typeof event.data !== 'string') return;
      // A page that loads anew begins with this question, and its earlier handlers are gone.
      if (event.data.includes('ContextActivationManager_getAppContextAsync')) {
        this.channel.close();
        this.channel = this.#connect();
      }
      void this.channel.receive(event.data);
    };
    addEventListener('message', this.#hear);
    place.append(this.frame);
  }

  #connect(): Channel {
    const post = (text: string) => this.frame.contentWindow?.postMessage(text, location.origin);
    return new Channel({ ...this.#options, post });
  }

  close(): void {
    removeEventListener('message', this.#hear);
    this.channel.close();
    this.frame.remove();
    // Office.js keeps the mark of its host for the whole tab; a page opened here later must not believe it.
    sessionStorage.removeItem('hostInfoValue');
  }
}

const readyWithinMs = 20_000;

/** A button without a pane: Excel loads the page of functions unseen, calls one, and lets it go. @returns false where nothing answered */
export async function runCommand(page: string, control: string, name: string, options: PaneOptions): Promise<boolean> {
  const place = document.createElement('div');
  place.hidden = true;
  document.body.append(place);
  const pane = new Pane(place, page, name, options);
  try {
    const until = Date.now() + readyWithinMs;
    while (!pane.channel.ready) {
      if (Date.now() > until) return false;
      await new Promise((done) => setTimeout(done, 50));
    }
    await pane.channel.command(control, name);
    return true;
  } finally {
    pane.close();
    place.remove();
  }
}
