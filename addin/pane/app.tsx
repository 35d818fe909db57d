/** The pane: what all screens share is made here, and the one that is asked for is shown. */
import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Done, OnStep, Sent } from '../sync/filling.ts';
import { LiveCheck } from './live-check.tsx';
import { type Counts, type Pane, PaneContext, type PaneDeps, type Rechecked, type Submission } from './pane.ts';
import { backward, forward, type Screen, shownOf, type Trail, trailAtStart } from './screen.ts';
import { Shell } from './shell.tsx';
import { themeFor } from './theme.ts';
import { pick, wordsOf } from './words/language.ts';
import { makeWork, type WorkKind } from './work.ts';

const never = (): (() => void) => () => {};

export function App(deps: PaneDeps) {
  const { filling, file, keepLanguage } = deps;
  const [language, setLanguageNow] = useState(deps.language);
  const [who, setWho] = useState(() => filling.who());
  const [trail, setTrail] = useState<Trail>(() => trailAtStart(deps.start, who !== null));
  const [counts, setAllCounts] = useState<ReadonlyMap<string, Counts>>(new Map());
  const [sent, setSent] = useState<Submission | null>(null);
  const [spoken, setSpoken] = useState('');
  const [live, setLive] = useState(true);
  const [rechecked, setRechecked] = useState<Rechecked | null>(null);
  const [work] = useState(makeWork);
  const dark = useSyncExternalStore(deps.onDark, deps.dark);
  const t = wordsOf[language];
  const shown = useRef<Screen>(shownOf(trail));
  shown.current = shownOf(trail);

  const askWho = useCallback(() => setWho(filling.who()), [filling]);
  const go = useCallback((to: Screen) => setTrail((before) => forward(before, to)), []);

  const run = useCallback(
    async <T,>(kind: WorkKind, about: string, act: (step: OnStep) => Promise<Done<T>>): Promise<Done<T>> => {
      const done = await work.run(kind, about, act);
      askWho();
      return done;
    },
    [work, askWho],
  );

  const send = useCallback(
    async (
      kind: 'submit' | 'resume' | 'solve',
      worksheet: string,
      act: (step: OnStep) => Promise<Done<Sent>>,
    ): Promise<Done<Sent>> => {
      if (kind !== 'solve') {
        setSent({ worksheet, done: null, seen: false });
        go({ at: 'sent' });
      }
      const done = await run(kind, worksheet, act);
      if (kind !== 'solve') setSent({ worksheet, done, seen: shown.current.at === 'sent' });
      // What was known of its rows is no longer so; what is gone on with may lie in any worksheet.
      setAllCounts((before) => new Map([...before].filter(([name]) => name !== worksheet && kind !== 'resume')));
      if (kind !== 'solve') setSpoken(done.ok ? t.sent.ready(worksheet) : t.sent.notReady(worksheet));
      return done;
    },
    [run, go, t],
  );

  // What was counted before somebody typed is no longer so.
  useEffect(
    () =>
      deps.host.onChange((worksheet) =>
        setAllCounts((before) => new Map([...before].filter(([name]) => name !== worksheet))),
      ),
    [deps.host],
  );

  const turn = useSyncExternalStore(file?.subscribe ?? never, () => file?.state().turn ?? 0);
  const lastTurn = useRef(turn);
  useEffect(() => {
    if (lastTurn.current === turn) return;
    lastTurn.current = turn;
    setTrail((before) => (shownOf(before).at === 'sign-in' ? before : [{ at: 'home' }]));
    setAllCounts(new Map());
    setSent(null);
  }, [turn]);

  const pane = useMemo(
    (): Pane => ({
      ...deps,
      language,
      setLanguage: (next) => {
        setLanguageNow(next);
        keepLanguage(next);
      },
      t,
      say: (words) => pick(language, words),
      screen: shownOf(trail),
      go,
      back: trail.length > 1 ? () => setTrail(backward) : null,
      who,
      askWho,
      work,
      run,
      turn,
      counts,
      setCounts: (worksheet, now) => setAllCounts((before) => new Map(before).set(worksheet, now)),
      live,
      setLive,
      rechecked,
      setRechecked,
      sent,
      seeSent: () =>
        setSent((before) => (before === null || before.done === null ? before : { ...before, seen: true })),
      send,
      announce: setSpoken,
    }),
    [deps, keepLanguage, language, t, trail, go, who, askWho, work, run, turn, counts, live, rechecked, sent, send],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t.app;
  }, [language, t]);

  return (
    <FluentProvider theme={themeFor(dark)} style={{ minHeight: '100vh' }}>
      <PaneContext value={pane}>
        <Shell />
        <LiveCheck />
        <div role="status" aria-live="polite" className="spoken">
          {spoken}
        </div>
      </PaneContext>
    </FluentProvider>
  );
}
