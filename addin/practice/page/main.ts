/** The practice window: ribbon, cells, worksheets, and the task pane beside them. */
import { Faults } from '../faults.ts';
import { fromXlsx } from '../from-xlsx.ts';
import { type Book, newBook } from '../model/book.ts';
import { writeCells } from '../model/cells.ts';
import { Workbook } from '../model/workbook.ts';
import { toXlsx } from '../to-xlsx.ts';
import { confirmed, menu, tell } from './ask.ts';
import { draw } from './draw.ts';
import { Editor } from './editor.ts';
import { keepBook, keptBook } from './keep.ts';
import { nameBox } from './name-box.ts';
import { Pane, runCommand } from './pane.ts';
import { listenToPointer } from './pointer.ts';
import { type RibbonButton, readRibbon } from './ribbon.ts';
import { drawTabs } from './tabs.ts';
import { tourStrip } from './tour-strip.ts';
import { View } from './view.ts';
import { faultWords, words } from './words.ts';

const part = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
};

const asked = new URLSearchParams(location.search);
const workbook = new Workbook((await keptBook()) ?? newBook('演练.xlsx'));
const faults = new Faults();
const view = new View(workbook, faults);
const layer = part('layer', HTMLDivElement);
const scroller = part('scroller', HTMLDivElement);
const spacer = part('spacer', HTMLDivElement);
const status = part('status', HTMLSpanElement);
const paneSide = part('pane-side', HTMLElement);
const paneBody = part('pane-body', HTMLDivElement);
const editor = new Editor(view, part('over', HTMLDivElement), part('formula', HTMLInputElement), (text) => {
  status.textContent = text;
});
const showName = nameBox(view, part('name-box', HTMLInputElement), () => editor.field.focus());
const paneOptions = {
  workbook,
  faults,
  language: asked.get('lang') ?? 'zh-CN',
  excelApi: asked.get('excelApi') ?? '1.14',
};

let put = { top: 0, left: 0 };
view.onDraw(() => {
  const end = { height: view.top(view.rowCount) + 60, width: view.left(view.columnCount) + 80 };
  Object.assign(spacer.style, { height: `${end.height}px`, width: `${end.width}px` });
  if (Math.abs(scroller.scrollTop - view.scroll.top) > 1) scroller.scrollTop = view.scroll.top;
  if (Math.abs(scroller.scrollLeft - view.scroll.left) > 1) scroller.scrollLeft = view.scroll.left;
  put = { top: scroller.scrollTop, left: scroller.scrollLeft };
  draw(view, layer);
  editor.settle();
  showName();
  drawTabs(view, part('tabs', HTMLDivElement));
});
scroller.addEventListener('scroll', () => {
  // The answer to what was drawn; what has been chosen meanwhile must not be scrolled away.
  if (scroller.scrollTop === put.top && scroller.scrollLeft === put.left) return;
  view.scroll = { top: scroller.scrollTop, left: scroller.scrollLeft };
  view.redraw();
});
let isFirst = true;
new ResizeObserver(() => {
  view.size = { width: scroller.clientWidth, height: scroller.clientHeight };
  // The cell that was chosen when the window was closed is the one that is seen again.
  if (isFirst) view.show(view.active);
  isFirst = false;
  view.redraw();
}).observe(scroller);
listenToPointer(view, editor, layer);

// --- the file ---

let keeping: ReturnType<typeof setTimeout> | undefined;
workbook.listen(() => {
  clearTimeout(keeping);
  status.textContent = words.saving;
  keeping = setTimeout(save, 500);
});
async function save(): Promise<void> {
  try {
    await keepBook(workbook.book);
    status.textContent = words.saved;
  } catch {
    status.textContent = words.notSaved;
  }
}

function load(book: Book): void {
  workbook.book = book;
  part('file-name', HTMLSpanElement).textContent = book.name;
  view.scroll = { top: 0, left: 0 };
  editor.undo.forget();
  workbook.tell({ kind: 'sheet-activated', sheet: book.active });
  if (pane) openPane(pane.button);
}

part('open', HTMLInputElement).addEventListener('change', async (event) => {
  const input = event.currentTarget;
  if (!(input instanceof HTMLInputElement)) return;
  const file = input.files?.[0];
  input.value = '';
  if (!file) return;
  try {
    load(await fromXlsx(new Uint8Array(await file.arrayBuffer()), file.name));
  } catch {
    await tell(words.cannotOpen);
  }
});
part('download', HTMLButtonElement).addEventListener('click', async () => {
  const bytes = await toXlsx(workbook.book);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([bytes.slice()], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
  link.download = workbook.book.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
part('blank', HTMLButtonElement).addEventListener('click', async () => {
  if (await confirmed(words.blankSure)) load(newBook('演练.xlsx'));
});

// --- the pane ---

let pane: { readonly button: RibbonButton; readonly opened: Pane } | null = null;

function openPane(button: RibbonButton): void {
  if (button.action.kind !== 'pane') return;
  closePane();
  paneSide.hidden = false;
  part('pane-title', HTMLSpanElement).textContent = ribbon.tab;
  pane = { button, opened: new Pane(paneBody, button.action.page, `${words.pane} ${button.label}`, paneOptions) };
}
function closePane(): void {
  pane?.opened.close();
  pane = null;
  paneSide.hidden = true;
}
part('pane-close', HTMLButtonElement).addEventListener('click', closePane);

const [narrowest, widest] = [320, 450];
const width = (wanted: number) => {
  const fits = Math.min(widest, Math.max(narrowest, Math.round(wanted)));
  paneSide.style.setProperty('--pane-width', `${fits}px`);
  handle.ariaValueNow = String(fits);
};
const handle = part('pane-handle', HTMLDivElement);
const range = { ariaValueMin: String(narrowest), ariaValueMax: String(widest), ariaOrientation: 'vertical' };
Object.assign(handle, { role: 'separator', tabIndex: 0, ariaLabel: words.paneWidth, ...range });
Object.assign(layer, { role: 'grid', ariaLabel: words.grid });
handle.addEventListener('pointerdown', (event) => {
  handle.setPointerCapture(event.pointerId);
  paneBody.classList.add('resizing');
});
handle.addEventListener('pointermove', (event) => event.buttons === 1 && width(innerWidth - event.clientX));
handle.addEventListener('pointerup', () => paneBody.classList.remove('resizing'));
handle.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowLeft' ? 10 : event.key === 'ArrowRight' ? -10 : 0;
  if (step !== 0) width(paneSide.offsetWidth + step);
});
width(Number(asked.get('width') ?? 380));

// --- the ribbon ---

const ribbon = readRibbon(await (await fetch('manifest.xml')).text());
part('ribbon-tab', HTMLSpanElement).textContent = ribbon.tab;
part('ribbon-group', HTMLSpanElement).textContent = ribbon.group;
part('ribbon-buttons', HTMLDivElement).append(
  ...ribbon.buttons.map((button) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.title = button.tip;
    const icon = document.createElement('img');
    icon.src = button.icon;
    icon.alt = '';
    icon.addEventListener('error', () => icon.remove());
    made.append(icon, button.label);
    made.addEventListener('click', () => press(button, made));
    return made;
  }),
);

async function press(button: RibbonButton, pressed: HTMLButtonElement): Promise<void> {
  const { action } = button;
  if (action.kind === 'pane') return openPane(button);
  pressed.disabled = true;
  status.textContent = words.running;
  const answered = await runCommand(action.page, button.control, action.name, paneOptions);
  pressed.disabled = false;
  status.textContent = '';
  if (!answered) await tell(words.commandLost, button.label);
}

// --- faults on demand ---

const remoteEdit = () => {
  const { row, column } = view.active;
  const text = `同事改于 ${new Date().toLocaleTimeString('zh-CN')}`;
  workbook.as('remote', () => writeCells(workbook, view.sheet, { row, column, rows: 1, columns: 1 }, [[text]]));
};
part('faults', HTMLButtonElement).addEventListener('click', (event) => {
  const plan = (what: Parameters<typeof faults.plan>[0]['what']) => () => faults.plan({ batch: 1, what });
  menu(
    [
      { name: faultWords.refuse, act: plan({ kind: 'refuse', code: 'GeneralException' }) },
      { name: faultWords.lose, act: plan({ kind: 'lose-answer' }) },
      { name: faultWords.large, act: plan({ kind: 'request-too-large' }) },
      { name: faultWords.edit, act: () => faults.beginEdit(5000) },
      { name: faultWords.remote, act: remoteEdit },
      { name: faultWords.reopen, act: () => pane && openPane(pane.button) },
    ],
    event.clientX - 120,
    event.clientY + 10,
    words.faults,
  );
});

// On a narrow screen the buttons of the file lie behind one.
const more = part('more', HTMLButtonElement);
const fileActs = part('file-acts', HTMLDivElement);
const showActs = (open: boolean) => {
  fileActs.classList.toggle('open', open);
  more.ariaExpanded = String(open);
};
more.addEventListener('click', () => showActs(!fileActs.classList.contains('open')));
fileActs.addEventListener('click', () => showActs(false));
addEventListener('keydown', (event) => event.key === 'Escape' && showActs(false));

if (asked.has('tour')) tourStrip(part('tour', HTMLDetailsElement), paneOptions.language);

part('file-name', HTMLSpanElement).textContent = workbook.book.name;
if (ribbon.first && asked.get('pane') !== 'closed') openPane(ribbon.first);
view.redraw();
editor.field.focus();

/** For tests and demonstrations: the workbook itself, and what may go wrong with it. */
const practice = {
  workbook,
  faults,
  view,
  save,
  load,
  xlsx: () => toXlsx(workbook.book),
  openPane: () => ribbon.first && openPane(ribbon.first),
  closePane,
  remote: (act: () => void) => workbook.as('remote', act),
};
declare global {
  interface Window {
    practice: typeof practice;
  }
}
window.practice = practice;
document.body.dataset.ready = 'true';
