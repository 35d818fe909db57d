/** The workbook as a file: dropped or chosen, begun anew, and given back after each change. For WPS, LibreOffice and older Excel. */
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { type DragEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Words } from '../../../core/words.ts';
import { usePane } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Note } from '../parts/note.tsx';
import { useStyles } from '../styles.ts';
import { enUS } from '../words/en-US.ts';
import { type PaneWords, zhCN } from '../words/zh-CN.ts';
import type { FileDoor } from './file-door.ts';
import { fileName } from './file-name.ts';
import { keepFile } from './keep-file.ts';
import { ShownCellCard } from './shown-cell.tsx';

/** A browser holds the whole workbook in memory several times over; the host takes no larger one either. */
const fileMostMb = 20;

const useStrip = makeStyles({
  strip: {
    margin: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (min-width: 860px)': { position: 'sticky', top: '56px' },
  },
  over: { border: `2px solid ${tokens.colorBrandStroke1}` },
});

export default function FileStrip({ file }: { readonly file: FileDoor }) {
  const { t, say, announce, filling, who } = usePane();
  const styles = useStyles();
  const own = useStrip();
  const state = useSyncExternalStore(file.subscribe, file.state);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  /** What would take the present workbook's place, once the person agrees to lose its changes. */
  const [waiting, setWaiting] = useState<(() => Promise<void>) | null>(null);

  // Verdicts come again with any check: they are offered for keeping, and no reason to stop anybody.
  const isLost = state.unsaved === 'own' || state.unsaved === 'content';
  useEffect(() => {
    if (!isLost) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isLost]);

  const change = async (act: () => Promise<Told | null>): Promise<void> => {
    setWaiting(null);
    setBusy(true);
    setTold(await act());
    setBusy(false);
  };
  const orAsk = (act: () => Promise<Told | null>): void => {
    if (isLost) setWaiting(() => () => change(act));
    else void change(act);
  };
  const take = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    orAsk(() => taken(file, chosen));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  /** What is in it, and whose it is: so that of several downloads each is known by its name. */
  const nameFor = async (): Promise<string | null> => {
    const bound = await filling.bound();
    const [first, ...rest] = bound.ok ? bound.value : [];
    return first === undefined ? null : fileName(who?.departmentName ?? '', first.worksheet, t.file.named(rest.length));
  };
  const download = async (): Promise<void> => {
    try {
      const { name, bytes } = await file.give(state.fresh ? await nameFor() : null);
      keepFile(name, bytes);
      setTold(null);
      announce(t.file.given(name));
    } catch {
      setTold({ intent: 'error', words: both((words) => words.notSaved) });
    }
  };
  return (
    <section
      aria-label={t.file.title}
      className={mergeClasses(styles.section, own.strip, isOver && own.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 className={styles.heading}>{state.name ?? t.file.title}</h2>
      {isOver && <p className={styles.text}>{t.file.drop}</p>}
      {state.name === null ? (
        <p className={styles.text}>{t.file.what}</p>
      ) : (
        <p className={state.unsaved === 'nothing' ? styles.quiet : styles.warning} style={{ margin: 0 }}>
          {t.file.unsaved[state.unsaved]}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.file.choose}
        accept=".xlsx,.xlsm,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      <div className={styles.row}>
        {state.name !== null && (
          <Act appearance="primary" onAct={() => void download()}>
            {t.file.download}
          </Act>
        )}
        <Act appearance={state.name === null ? 'primary' : 'secondary'} onAct={() => input.current?.click()}>
          {state.name === null ? t.file.choose : t.file.another}
        </Act>
        {state.name === null && <Act onAct={() => file.begin()}>{t.file.fresh}</Act>}
      </div>
      {isBusy && <Spinner size="tiny" label={t.file.reading} />}
      {waiting !== null && (
        <Note
          intent="warning"
          actions={
            <>
              <Button onClick={() => setWaiting(null)}>{t.file.keep}</Button>
              <Button onClick={() => void waiting()}>{t.file.loseAnyway}</Button>
            </>
          }
        >
          {state.unsaved === 'own' ? t.file.loseOwn : t.file.loseChanges}
        </Note>
      )}
      {told !== null && <Note intent={told.intent}>{say(told.words)}</Note>}
      <ShownCellCard file={file} />
      {state.name !== null && <p className={styles.quiet}>{t.file.how}</p>}
    </section>
  );
}

interface Told {
  readonly intent: 'info' | 'error';
  readonly words: Words;
}

/** What the file is shows in its bytes; only its size is looked at before it is read. */
async function taken(file: FileDoor, chosen: File): Promise<Told | null> {
  if (chosen.size > fileMostMb * 1_000_000)
    return { intent: 'error', words: both((words) => words.tooLarge(fileMostMb)) };
  try {
    const { ok, words } = await file.take(chosen.name, new Uint8Array(await chosen.arrayBuffer()));
    return words === null ? null : { intent: ok ? 'info' : 'error', words };
  } catch {
    return { intent: 'error', words: both((said) => said.unreadable(chosen.name)) };
  }
}

const both = (say: (words: PaneWords['file']) => string): Words => ({ zh: say(zhCN.file), en: say(enUS.file) });
