/** Who I am, always in sight, and where I can look. */
import { useEffect, useRef, useState } from 'react';
import type { PageChannel } from '../workspace/page-shape.ts';
import { Avatar } from './avatar.tsx';
import { useRoom } from './room.ts';

export function Sidebar() {
  const { state, place, go, act, say } = useRoom();
  const rooms = state.channels.filter(({ kind }) => kind !== 'im');
  const privately = state.channels.filter(({ kind }) => kind === 'im');
  return (
    <nav className="side" aria-label={say('channels')}>
      <WhoAmI />
      <div className="side-list">
        <button
          type="button"
          className="place"
          aria-current={place === 'home' ? 'page' : undefined}
          onClick={() => {
            go('home');
            void act({ kind: 'home' });
          }}
        >
          <span className="mark" aria-hidden="true">
            ⌂
          </span>
          <span className="place-name">{say('home')}</span>
        </button>
        {rooms.length > 0 && <h2>{say('channels')}</h2>}
        {rooms.map((channel) => (
          <PlaceButton key={channel.id} channel={channel} mark="#" />
        ))}
        {privately.length > 0 && <h2>{say('privately')}</h2>}
        {privately.map((channel) => (
          <PlaceButton key={channel.id} channel={channel} mark="●" />
        ))}
      </div>
      {state.spreadsheet !== null && (
        <p className="side-foot">
          <a href={state.spreadsheet.window} target="_blank" rel="noopener">
            {say('spreadsheet')}
          </a>
          <a href={state.spreadsheet.files} target="_blank" rel="noopener" title={say('filesWhy')}>
            {say('files')}
          </a>
        </p>
      )}
    </nav>
  );
}

function PlaceButton({ channel, mark }: { channel: PageChannel; mark: string }) {
  const { place, go } = useRoom();
  return (
    <button
      type="button"
      className="place"
      data-unread={channel.unread > 0}
      data-kind={channel.kind}
      aria-current={place === channel.id ? 'page' : undefined}
      onClick={() => go(channel.id)}
    >
      <span className="mark" aria-hidden="true">
        {mark}
      </span>
      <span className="place-name">{channel.name}</span>
      {channel.unread > 0 && place !== channel.id && <span className="count">{Math.min(channel.unread, 99)}</span>}
    </button>
  );
}

function WhoAmI() {
  const { state, be, say } = useRoom();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const me = state.members.find(({ id }) => id === state.me);
  const people = state.members.filter(({ bot, name, title }) => !bot && `${name}${title}`.includes(typed.trim()));

  useEffect(() => {
    if (!open) return;
    const away = (event: MouseEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', away);
    return () => document.removeEventListener('mousedown', away);
  }, [open]);

  function choose(id: string) {
    be(id);
    setOpen(false);
    setTyped('');
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what was opened inside
    <div className="who" ref={box} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button type="button" className="who-me" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}>
        <Avatar name={me?.name ?? ''} bot={false} size={40} />
        <span className="who-text">
          <small>
            {say('me')}
            <span className="pill">{say('change')}</span>
          </small>
          <strong>{me?.title || me?.name}</strong>
          {me?.title && <em>{me.name}</em>}
        </span>
      </button>
      {open && (
        <div className="who-list">
          <input
            type="search"
            // biome-ignore lint/a11y/noAutofocus: the list was just opened to look for somebody
            autoFocus
            placeholder={say('findPerson')}
            aria-label={say('findPerson')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              const [first] = people;
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined) choose(first.id);
            }}
          />
          <ul>
            {people.map((person) => (
              <li key={person.id}>
                <button type="button" aria-current={person.id === state.me} onClick={() => choose(person.id)}>
                  <Avatar name={person.name} bot={false} size={28} />
                  <span className="who-text">
                    <strong>{person.title || person.name}</strong>
                    {person.title && <em>{person.name}</em>}
                  </span>
                  {person.unread > 0 && <span className="count">{Math.min(person.unread, 99)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
