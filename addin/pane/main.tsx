/**
 * The pane begins: is a spreadsheet program around, which workbook, who is signed in; then the screens. One page serves Excel and browsers,
 * and whatever fails on the way ends in a page that says so.
 */
import { officeAsLoaded } from '../office.ts';
import { type Around, around } from './around.ts';
import { type Chosen, excel, files } from './hosts.ts';
import { mount } from './mount.tsx';
import { screenAsked } from './screen.ts';
import { bringScreens } from './screen-of.tsx';
import { browserStore, keepLanguage, keptLanguage } from './store.ts';
import { darkness } from './theme.ts';
import { type Language, languageFor } from './words/language.ts';

/** The bundler names each program by its content: that name says exactly which one runs here. */
const version = /main-([0-9A-Z]+)\.js/.exec(import.meta.url)?.[1] ?? 'dev';

async function start(place: HTMLElement): Promise<void> {
  // Screens and rules are on their way while the program around is asked.
  const opening = import('./desk.ts');
  const program = await programAround();
  if (program.kind === 'reloading') return;
  const { host, file, failed } = await chosen(program);

  let language: Language = languageFor(
    keptLanguage() ?? (program.kind === 'excel' ? program.language : languageAsked()),
  );
  const store = browserStore();
  const site = window.location.origin;
  const { deskFilling } = await opening;
  const filling = await deskFilling({ host, store, site, language: () => language });
  mount(place, {
    filling,
    host,
    file,
    language,
    keepLanguage: (chosenLanguage) => {
      language = chosenLanguage;
      keepLanguage(chosenLanguage);
    },
    ...darkness(program.kind === 'excel' ? program.dark : null),
    about: { version, site },
    start: screenAsked(window.location.hash),
    notice: failed ? 'excel-failed' : null,
  });
  void bringScreens();
}

async function programAround(): Promise<Around> {
  switch (await officeAsLoaded()) {
    case 'loaded':
      return around();
    case 'unreachable':
      return { kind: 'silent' };
    case 'elsewhere':
      return { kind: 'none' };
  }
}

/** An Excel that cannot be spoken to is no reason for an empty pane. */
async function chosen(program: Around): Promise<Chosen & { readonly failed: boolean }> {
  if (program.kind === 'excel') {
    try {
      return { ...(await excel()), failed: false };
    } catch (thrown) {
      console.error(thrown instanceof Error ? thrown.message : thrown);
      return { ...(await files(today)), failed: true };
    }
  }
  return { ...(await files(today)), failed: program.kind === 'silent' };
}

/** An English page may be linked to; else as the browser is set. */
const languageAsked = (): string => new URLSearchParams(window.location.search).get('lang') ?? navigator.language;

/** The civil date where the desks are, whatever the machine believes. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const place = document.getElementById('pane');
if (place !== null) {
  start(place).catch((thrown: unknown) => {
    place.textContent = `窗格未能打开，请关闭后重新打开。The pane could not be opened; close it and open it again. ${
      thrown instanceof Error ? thrown.message.slice(0, 200) : ''
    }`;
  });
}
