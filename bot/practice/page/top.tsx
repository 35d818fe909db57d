/** The bar on top: whose workspace it is, the county's clock, the language, the tour. */
import { useEffect, useRef, useState } from 'react';
import { useRoom } from './room.ts';
import { civilDate, dayWords, minuteOf } from './words.ts';

export function TopBar({
  menu,
  tour,
  closeThread,
}: {
  menu: () => void;
  tour: { open: boolean; toggle: () => void } | null;
  closeThread: () => void;
}) {
  const { state, lang, setLang, say } = useRoom();
  const me = state.members.find(({ id }) => id === state.me);
  const done = state.tour.filter((step) => step.done).length;
  return (
    <header className="top">
      <button type="button" className="icon menu" aria-label={say('channels')} onClick={menu}>
        <span className="bars" aria-hidden="true" />
      </button>
      <span className="seal" aria-hidden="true">
        明抽
      </span>
      <h1>
        {say('practice')}
        <small>{say('invented')}</small>
      </h1>
      <button type="button" className="me-short" onClick={menu}>
        <small>{say('me')}</small>
        {me?.title || me?.name}
      </button>
      {state.clock && <Clock />}
      <div className="top-end">
        {state.failures > 0 && (
          <span className="pill failures" title={`${say('failures')}：${state.failures}`}>
            ⚠ {state.failures}
          </span>
        )}
        {state.spreadsheet !== null && (
          <a className="pill spreadsheet" href={state.spreadsheet.window} target="_blank" rel="noopener">
            <span aria-hidden="true">▦</span>
            {say('spreadsheet')}
          </a>
        )}
        {tour !== null && (
          <button
            type="button"
            className="pill"
            aria-pressed={tour.open}
            onClick={() => {
              tour.toggle();
              closeThread();
            }}
          >
            {say('tour')}
            <b>
              {done}/{state.tour.length}
            </b>
          </button>
        )}
        <button type="button" className="pill lang" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {lang === 'zh' ? 'English' : '中文'}
        </button>
      </div>
    </header>
  );
}

function Clock() {
  const { state, lang, ask, say } = useRoom();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const now = useTicking(state.now);
  const [day, setDay] = useState('');
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const away = (event: MouseEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', away);
    return () => document.removeEventListener('mousedown', away);
  }, [open]);

  async function move(to: string) {
    setBusy(true);
    await ask('clock', { to });
    setBusy(false);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what was opened inside
    <div className="clock" ref={box} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button type="button" className="clock-face" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="clock-label">{say('clock')}</span>
        <span className="clock-day">{dayWords(now, lang)}</span>
        <time>{minuteOf(now)}</time>
      </button>
      <button type="button" className="pill next-day" disabled={busy} onClick={() => move('next-working-day')}>
        {say('nextDay')}
      </button>
      {open && (
        <div className="clock-menu">
          <button type="button" disabled={busy} onClick={() => move('hour')}>
            {say('nextHour')}
          </button>
          <button type="button" disabled={busy} onClick={() => move('next-working-day')}>
            {say('nextDay')}
          </button>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (day === '') return;
              setOpen(false);
              void move(`${day}T09:00`);
            }}
          >
            <input
              type="date"
              aria-label={say('until')}
              min={civilDate(now)}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
            <button type="submit" disabled={busy || day === ''}>
              {say('until')}
            </button>
          </form>
          <small>{say('onlyForward')}</small>
        </div>
      )}
    </div>
  );
}

/** The county's time goes on between two looks. */
function useTicking(now: string): number {
  const [at, setAt] = useState(() => Date.parse(now));
  useEffect(() => {
    const began = Date.now();
    const from = Date.parse(now);
    setAt(from);
    const timer = setInterval(() => setAt(from + Date.now() - began), 5000);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
