/** The whole page: who I am and where on the left, what is said in the middle, a thread or the tour on the right. */
import { useEffect, useState } from 'react';
import { Channel } from './channel.tsx';
import { FormWindow } from './form.tsx';
import { Home } from './home.tsx';
import { RoomContext, useRoomState } from './room.ts';
import { Sidebar } from './sidebar.tsx';
import { Thread } from './thread.tsx';
import { TopBar } from './top.tsx';
import { NextStep, Tour } from './tour.tsx';

export function Page() {
  const room = useRoomState();
  const [side, setSide] = useState(false);
  const [tour, setTour] = useState(() => window.innerWidth > 1100);
  const place = room?.place;
  // On a narrow screen the list of channels lies over everything; a choice puts it away.
  useEffect(() => setSide(false), [place]);
  const me = room?.state.me;
  // There the tour does, too: whoever it made one, and wherever it led, is what one wants to see.
  useEffect(() => {
    if (window.innerWidth <= 900) setTour(false);
  }, [place, me]);

  if (room === null) return <div className="waiting">明抽 · 演练群</div>;
  const { state, thread, connected, notice, say } = room;
  const hasTour = state.tour.length > 0;
  const right = thread !== null ? 'thread' : tour && hasTour ? 'tour' : 'none';
  return (
    <RoomContext value={room}>
      <div className="page" data-side={side} data-right={right}>
        <TopBar
          menu={() => setSide(!side)}
          tour={hasTour ? { open: right === 'tour', toggle: () => setTour(!(tour && thread === null)) } : null}
          closeThread={() => room.openThread(null)}
        />
        <Sidebar />
        <button type="button" className="veil" aria-label={say('close')} onClick={() => setSide(false)} />
        <main className="middle">
          <NextStep open={() => setTour(true)} />
          {room.place === 'home' ? <Home /> : <Channel />}
        </main>
        {right === 'thread' && <Thread />}
        {right === 'tour' && <Tour close={() => setTour(false)} />}
      </div>
      {state.form !== null && <FormWindow key={state.form.id} form={state.form} />}
      <div className="notices" role="status" aria-live="polite">
        {notice !== '' && <p className="notice">{notice}</p>}
        {!connected && <p className="notice">{say('connectionLost')}</p>}
      </div>
    </RoomContext>
  );
}
