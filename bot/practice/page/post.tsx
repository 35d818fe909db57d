/** One message: who, when, what, what can be done with it. */
import { useState } from 'react';
import type { PagePost } from '../workspace/page-shape.ts';
import { mrkdwnWords } from '../workspace/seen.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { useRoom } from './room.ts';
import { TypedText } from './text.tsx';
import { minuteOf, sizeWords } from './words.ts';

export function Post({ post, place }: { post: PagePost; place: 'channel' | 'thread' }) {
  const { state, openThread, thread, act, say } = useRoom();
  const [editing, setEditing] = useState(false);
  const author = state.members.find(({ id }) => id === post.user);
  const bot = author?.bot ?? post.user === state.bot;
  const name = author?.name ?? 'Slackbot';
  const mine = post.user === state.me;
  const inThread = place === 'channel' ? state.posts.filter((each) => each.thread === post.ts) : [];
  const replies = inThread.filter(({ only }) => only === null);
  const noted = inThread.length > replies.length;
  const root = post.thread ?? post.ts;
  return (
    <article className="post" data-only={post.only !== null} data-open={place === 'channel' && thread === post.ts}>
      <Avatar name={name} bot={bot} />
      <div className="post-body">
        <div className="post-head">
          <strong>{name}</strong>
          {bot && <span className="tag">{say('app')}</span>}
          {author?.title && <span className="title">{author.title}</span>}
          <time>{minuteOf(Number(post.ts) * 1000)}</time>
          {post.only !== null && <span className="only">{say('onlyYou')}</span>}
        </div>
        {editing ? (
          <Editing post={post} close={() => setEditing(false)} />
        ) : post.blocks.length > 0 ? (
          <Blocks blocks={post.blocks} where={{ kind: 'post', channel: post.channel, ts: post.ts }} />
        ) : (
          <TypedText
            text={post.text}
            edited={post.edited !== null && mine ? say('edited') : post.edited !== null && !bot ? say('edited') : ''}
          />
        )}
        {post.files.map((file) => (
          <a key={file.url} className="file" href={`${file.url}?as=${state.me}`} target="_blank" rel="noreferrer">
            {file.picture ? (
              <img src={`${file.url}?as=${state.me}`} alt={file.alt || file.title} />
            ) : (
              <>
                <span className="file-mark" aria-hidden="true">
                  {file.name.split('.').at(-1)?.slice(0, 4).toUpperCase()}
                </span>
                <span>
                  {file.title}
                  <small>{sizeWords(file.size)}</small>
                </span>
              </>
            )}
          </a>
        ))}
        {inThread.length > 0 && (
          <button type="button" className="replies" onClick={() => openThread(post.ts)}>
            {replies.length > 0 && `${replies.length} ${say(replies.length === 1 ? 'reply' : 'replies')}`}
            {noted && <span className="only">{say('onlyYou')}</span>}
            <time>{minuteOf(Number(inThread.at(-1)?.ts) * 1000)}</time>
          </button>
        )}
        {!editing && (place === 'channel' || mine || post.only !== null) && (
          <div className="post-acts">
            {place === 'channel' && post.only === null && (
              <button type="button" className="always" onClick={() => openThread(root)}>
                {say('replyHere')}
              </button>
            )}
            {mine && post.only === null && (
              <>
                <button type="button" onClick={() => setEditing(true)}>
                  {say('edit')}
                </button>
                <button
                  type="button"
                  onClick={() => {
                    if (confirm(say('takeBackSure')))
                      void act({ kind: 'take-back', channel: post.channel, ts: post.ts });
                  }}
                >
                  {say('takeBack')}
                </button>
              </>
            )}
            {post.only !== null && (
              <button type="button" onClick={() => act({ kind: 'dismiss', channel: post.channel, ts: post.ts })}>
                {say('dismiss')}
              </button>
            )}
          </div>
        )}
      </div>
    </article>
  );
}

function Editing({ post, close }: { post: PagePost; close: () => void }) {
  const { act, say } = useRoom();
  const [text, setText] = useState(mrkdwnWords(post.text));
  return (
    <form
      className="editing"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await act({ kind: 'edit', channel: post.channel, ts: post.ts, text });
        if (answer.problem === undefined) close();
      }}
    >
      <textarea
        rows={2}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: one just asked to edit this text
        autoFocus
        aria-label={say('edit')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <div>
        <button type="button" className="button" onClick={close}>
          {say('cancel')}
        </button>
        <button type="submit" className="button" data-style="primary">
          {say('save')}
        </button>
      </div>
    </form>
  );
}
