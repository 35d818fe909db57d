/** The page's tie to its server: what I see, what I do, and a new look whenever something changed. */
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Obj } from '../workspace/json.ts';
import type { PageState } from '../workspace/page-shape.ts';
import { type Lang, problemWords, words } from './words.ts';

export interface Room {
  readonly state: PageState;
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  readonly connected: boolean;
  /** @param where to look then; where one looks now, if that is open to the other, unless it is said */
  readonly be: (member: string, where?: string) => void;
  /** A channel's id, or `home`. */
  readonly place: string;
  readonly go: (place: string) => void;
  /** ts of the root whose thread is open. */
  readonly thread: string | null;
  readonly openThread: (ts: string | null) => void;
  /** Does it in my name. @returns what came back; what cannot be is shown as well */
  readonly act: (act: Obj) => Promise<Obj>;
  /** Something that the workspace does and no member: the clock, the tour. */
  readonly ask: (what: 'clock' | 'tour', body: Obj) => Promise<Obj>;
  readonly notice: string;
  readonly say: (key: keyof typeof words) => string;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('outside of the room');
  return room;
}

const kept = (key: string): string => sessionStorage.getItem(key) ?? '';
const keep = (key: string, value: string): void => sessionStorage.setItem(key, value);

async function post(path: string, body: Obj): Promise<Obj> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-practice': '1' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Obj;
  } catch {
    return { problem: 'unreachable' };
  }
}

/** A link to one post: `#/C0LXB/1750640460.000100`. */
const link = /^#\/([A-Z0-9]+)\/([\d.]+)$/.exec(location.hash);
const linked = link === null ? null : { channel: link[1], root: link[2] };

export function useRoomState(): Room | null {
  const [me, setMe] = useState(kept('me'));
  const [place, setPlace] = useState(linked?.channel ?? kept('place'));
  const [thread, openThread] = useState<string | null>(linked?.root ?? null);
  const [state, setState] = useState<PageState | null>(null);
  const [lang, setLangState] = useState<Lang>(kept('lang') === 'en' ? 'en' : 'zh');
  const [connected, setConnected] = useState(true);
  const [notice, setNotice] = useState('');
  const asked = useRef(0);

  const look = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const channel = place === 'home' ? '' : place;
      const answer = await fetch(`/page/state?as=${encodeURIComponent(me)}&channel=${encodeURIComponent(channel)}`);
      const body = (await answer.json()) as PageState & { problem?: string; members: readonly { id: string }[] };
      // A later look has been asked for meanwhile: this one is old.
      if (mine !== asked.current) return;
      if (body.problem !== undefined) {
        const [someone] = body.members;
        if (someone !== undefined) setMe(someone.id);
        return;
      }
      setState(body);
      setConnected(true);
      // Nothing chosen yet, or another person's channel: the first of one's own.
      if (place !== 'home' && body.channel === '')
        setPlace((body.channels.find(({ kind }) => kind !== 'im') ?? body.channels[0])?.id ?? 'home');
    } catch {
      if (mine === asked.current) setConnected(false);
    }
  }, [me, place]);

  useEffect(() => {
    keep('me', me);
    keep('place', place);
    void look();
    const changes = new EventSource('/page/changes');
    changes.onmessage = () => void look();
    changes.onerror = () => setConnected(false);
    return () => changes.close();
  }, [look, me, place]);

  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    keep('lang', lang);
  }, [lang]);

  useEffect(() => {
    if (notice === '') return;
    const timer = setTimeout(() => setNotice(''), 6000);
    return () => clearTimeout(timer);
  }, [notice]);

  const told = (answer: Obj): Obj => {
    if (typeof answer.problem === 'string') setNotice(problemWords(answer.problem, lang));
    return answer;
  };

  if (state === null) return null;
  return {
    state,
    lang,
    setLang: (next) => {
      setLangState(next);
      // What the bot says to one alone, it says in the language that his account is set to.
      void post('/page/do/language', { locale: next === 'zh' ? 'zh-CN' : 'en-US' });
    },
    connected,
    be: (member, where = '') => {
      openThread(null);
      setMe(member);
      // The home tab is each person's own and is opened by himself.
      if (where !== '' || place === 'home') setPlace(where);
    },
    place,
    go: (to) => {
      openThread(null);
      setPlace(to);
    },
    thread,
    openThread,
    act: async (act) => told(await post('/page/do/act', { as: me, act })),
    ask: async (what, body) => told(await post(`/page/do/${what}`, body)),
    notice,
    say: (key) => words[key][lang],
  };
}
