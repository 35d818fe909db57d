/** A thread beside its channel: the root, the replies, a place to reply. */

import { useStuckToEnd } from './channel.tsx';
import { Composer } from './composer.tsx';
import { Post } from './post.tsx';
import { useRoom } from './room.ts';
import { NextStep } from './tour.tsx';

export function Thread() {
  const { state, thread, openThread, say } = useRoom();
  const root = state.posts.find(({ ts }) => ts === thread);
  const replies = state.posts.filter((post) => post.thread === thread);
  const shown = replies.filter(({ only }) => only === null).length;
  const list = useStuckToEnd(`${thread} ${replies.length}`);
  const channel = state.channels.find(({ id }) => id === state.channel);
  return (
    <aside className="right thread" aria-label={say('thread')}>
      <div className="middle-head">
        <h2>{say('thread')}</h2>
        <p># {channel?.name}</p>
        <button type="button" className="icon close" aria-label={say('close')} onClick={() => openThread(null)}>
          ×
        </button>
      </div>
      <NextStep open={() => openThread(null)} />
      <div className="posts" ref={list}>
        {root === undefined ? <p className="empty">{say('nothing')}</p> : <Post post={root} place="thread" />}
        {replies.length > 0 && (
          <div className="day">
            {shown} {say(shown === 1 ? 'reply' : 'replies')}
          </div>
        )}
        {replies.map((post) => (
          <Post key={post.ts} post={post} place="thread" />
        ))}
      </div>
      {root !== undefined && channel?.archived === false && (
        <Composer key={root.ts} channel={state.channel} thread={root.ts} placeholder={say('writeReply')} />
      )}
    </aside>
  );
}
