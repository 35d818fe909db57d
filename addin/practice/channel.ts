/**
 * The host's side of the messages between Excel on the web and the Office.js of a task pane, as the library of build 16.0.15407 speaks
 * them: JSON texts, answered under the ids that they came with. One channel is one pane; closing it is closing the pane.
 */
import type { Faults } from './faults.ts';
import type { Workbook } from './model/workbook.ts';
import { executed, readBatch } from './richapi.ts';
import { type ApiEvent, Session } from './session.ts';

/** Of Excel on the web, both ways. */
const mostBytes = 5 * 1024 * 1024;

/** What `isSetSupported` answers. */
export const requirements = (excelApi: string, waits: boolean): Readonly<Record<string, string>> => ({
  ExcelApi: excelApi,
  ExcelApiOnline: '1.1',
  DialogApi: '1.2',
  RichApiRuntime: '1.2',
  SharedRuntime: '1.1',
  ...(waits && { DelayForCellEdit: '1.1' }),
});

export interface ChannelOptions {
  readonly workbook: Workbook;
  readonly faults: Faults;
  /** Sends a text to the pane. */
  readonly post: (text: string) => void;
  /** Highest requirement set: 1.14 is Office 2021 LTSC, 1.17 Office 2024 LTSC. */
  readonly excelApi: string;
  readonly language: string;
  /** Whether this Excel knows how to wait for a cell that is typed into; true. */
  readonly waitsForCellEdit?: boolean;
  /** Called after each batch, with what it took. */
  readonly batched?: (batch: { readonly actions: number; readonly sent: number; readonly answered: number }) => void;
}

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data?: unknown;
}

const invoke = 0;
const register = 1;
const richApi = 93;
const commandDone = 94;
const tooLargeRequest = 5103;
const tooLargeAnswer = 5104;
const waitForCellEdit = 64;

/** Ids in the address of the pane. */
export const conversation = 'practice_conversation';
const paneId = 'practice_pane';

/** The address at which a pane finds its host: the library reads both parts. */
export const paneAddress = (page: string, origin: string, language: string): string => {
  const [address = '', fragment = ''] = page.split('#');
  const host = `_host_Info=Excel$Web$16.00$${language}$telemetry$$$0`;
  // The library reads what comes last, so that a page's own fragment stays before it.
  const xdm = `&_serializer_version=1&_xdm_Info=${conversation}|${paneId}|${encodeURIComponent(origin)}`;
  return `${address}${address.includes('?') ? '&' : '?'}${host}#${fragment}${xdm}`;
};

export class Channel {
  readonly session: Session;
  readonly #options: ChannelOptions;
  readonly #listening = new Set<string>();
  readonly #commands = new Map<string, () => void>();
  #open = true;

  constructor(options: ChannelOptions) {
    this.#options = options;
    this.session = new Session(options.workbook, (event) => this.#tell(event));
  }

  close(): void {
    this.#open = false;
    this.session.close();
  }

  /** A button of the ribbon. @returns when the add-in says that it has done */
  command(control: string, functionName: string): Promise<void> {
    return new Promise((done) => {
      this.#commands.set(control, done);
      this.#push('appCommandInvoked', {
        0: control,
        1: functionName,
        2: JSON.stringify({ source: { id: control } }),
      });
    });
  }

  get ready(): boolean {
    return this.#listening.has('appCommandInvoked');
  }

  async receive(text: string): Promise<void> {
    const message = parsed(text);
    if (message === null || message._messageType !== 0) return;
    if (message._actionType !== invoke) {
      if (message._actionType === register) this.#listening.add(message._actionName);
      else this.#listening.delete(message._actionName);
      return this.#reply(message, { Error: 0 });
    }
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.#reply(message, this.#context());
      case 'executeMethod':
        return this.#execute(message);
      default:
        // Focus, telemetry and the like: heard, and nothing follows.
        return this.#reply(message, {});
    }
  }

  #context() {
    const { workbook, excelApi, language, waitsForCellEdit = true } = this.#options;
    return {
      _id: paneId,
      _appName: 16,
      _appVersion: '16.0',
      _appUILocale: language,
      _dataLocale: 'zh-CN',
      _docUrl: `https://practice.invalid/${encodeURIComponent(workbook.book.name)}`,
      _clientMode: 0,
      _settings: [],
      _reason: 'documentOpened',
      _eToken: '',
      _hostFullVersion: '16.0.15407.10000',
      _requirementMatrix: JSON.stringify(requirements(excelApi, waitsForCellEdit)),
    };
  }

  async #execute(message: Message): Promise<void> {
    const data = recordOf(message._data);
    const method = recordOf(data.DdaMethod).DispatchId;
    if (method === commandDone) {
      const args = Object.values(data).filter((each) => typeof each === 'string');
      for (const [control, done] of [...this.#commands])
        if (args.includes(control) || this.#commands.size === 1) {
          this.#commands.delete(control);
          done();
        }
      return this.#reply(message, { Error: 0, Version: 1 });
    }
    if (method !== richApi) {
      console.error(`the practice window does not know the method ${String(method)}`);
      return this.#reply(message, { Error: 5001, Version: 1 });
    }
    const parts = Array.isArray(data.ArrayData) ? data.ArrayData : [];
    const answer = await this.#batch(String(parts[4] ?? ''), Number(parts[6] ?? 0));
    if (answer !== null) this.#reply(message, answer);
  }

  async #batch(text: string, flags: number): Promise<Record<string, unknown> | null> {
    const { faults, batched } = this.#options;
    // The library's own word that its handlers are ready is nobody's batch: it is neither counted nor refused.
    const own = text.includes('Microsoft.InternalService.AddinInternalService');
    const fault = own ? null : faults.next();
    const sent = bytes(text);
    if (fault?.kind === 'slow') await new Promise((done) => setTimeout(done, fault.ms));
    if (fault?.kind === 'request-too-large' || sent > mostBytes) return { Error: tooLargeRequest, Version: 1 };
    if (fault?.kind === 'refuse')
      return answered(failure(fault.code, fault.message ?? '演练：这一批请求按要求被拒绝。'));
    if (faults.editing !== null && !own) {
      if ((flags & waitForCellEdit) === 0)
        return answered(
          failure('InvalidOperationInCellEditMode', 'Excel 正处于单元格编辑模式。请按 Enter 或 Esc 退出编辑后再试。'),
        );
      while (faults.editing !== null) await faults.editing;
    }
    if (!this.#open) return null;
    const batch = readBatch(text);
    const body = JSON.stringify(executed(batch, this.session));
    const size = bytes(body);
    batched?.({ actions: batch.Actions.length, sent, answered: size });
    if (fault?.kind === 'lose-answer') return null;
    if (fault?.kind === 'answer-too-large' || size > mostBytes) return { Error: tooLargeAnswer, Version: 1 };
    return { Error: 0, Version: 1, Data: [200, [], body] };
  }

  #reply(message: Message, data: unknown): void {
    this.#send(message, 0, data);
  }

  #tell({ type, target, args }: ApiEvent): void {
    const entry = [65_536, type, target, JSON.stringify(args), '', args.source === 'Remote'];
    // After the answer of the batch that caused it.
    setTimeout(() => this.#push('richApiMessage', { ArrayData: [entry] }), 0);
  }

  #push(event: string, data: unknown): void {
    if (!this.#listening.has(event)) return;
    this.#send({ _actionName: event, _conversationId: conversation, _correlationId: -1 }, 1, data);
  }

  #send(
    to: Pick<Message, '_actionName' | '_conversationId' | '_correlationId'>,
    responseType: 0 | 1,
    data: unknown,
  ): void {
    if (!this.#open) return;
    const { _actionName, _conversationId, _correlationId } = to;
    const ids = { _messageType: 1, _actionName, _conversationId, _correlationId, _errorCode: 0 };
    this.#options.post(JSON.stringify({ ...ids, _responseType: responseType, _data: data, _serializerVersion: 1 }));
  }
}

const answered = (body: unknown) => ({ Error: 0, Version: 1, Data: [200, [], JSON.stringify(body)] });
const failure = (Code: string, Message: string) => ({
  Results: [],
  TraceIds: [],
  Error: { Code, Message, HttpStatusCode: 400, ActionIndex: 0 },
});

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

function parsed(text: string): Message | null {
  try {
    const read: Message | null = JSON.parse(text);
    return read;
  } catch {
    return null;
  }
}
