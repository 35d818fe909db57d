/** A channel: its roots in order, with what only I see among them, and a place to write. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Composer } from './composer.tsx';
import { Post } from './post.tsx';
import { useRoom } from './room.ts';
import { dayWords } from './words.ts';

export function Channel() {
  const { state, lang, act, say } = useRoom();
  const channel = state.channels.find(({ id }) => id === state.channel);
  const unread = channel?.unread ?? 0;
  const id = channel?.id ?? '';

  useEffect(() => {
    if (unread > 0 && document.visibilityState === 'visible') void act({ kind: 'read', channel: id });
  }, [unread, id, act]);

  const roots = state.posts.filter(({ thread, broadcast }) => thread === null || broadcast);
  const list = useStuckToEnd(`${id} ${roots.length}`);
  if (channel === undefined) return <p className="empty">{say('noChannel')}</p>;

  let day = '';
  return (
    <>
      <div className="middle-head">
        <h2>
          {channel.kind === 'im' ? '' : '# '}
          {channel.name}
        </h2>
        <p>
          {channel.kind !== 'im' && `${channel.members} ${say('people')}`}
          {channel.topic !== '' && ` · ${channel.topic}`}
        </p>
      </div>
      <div className="posts" ref={list}>
        {roots.length === 0 && <p className="empty">{say('nothing')}</p>}
        {roots.map((post) => {
          const its = dayWords(Number(post.ts) * 1000, lang);
          const first = its !== day;
          day = its;
          return (
            <div key={post.ts}>
              {first && <div className="day">{its}</div>}
              <Post post={post} place="channel" />
            </div>
          );
        })}
      </div>
      {channel.archived ? (
        <p className="archived">{say('archived')}</p>
      ) : (
        <Composer key={id} channel={id} thread={null} placeholder={say('write')} />
      )}
    </>
  );
}

/** Stays at the newest post unless the reader has scrolled up. */
export function useStuckToEnd(what: string) {
  const box = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const note = () => {
      stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, []);
  useLayoutEffect(() => {
    if (stuck.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [what]);
  return box;
}
