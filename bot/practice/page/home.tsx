/** The home tab: what the bot shows to me alone. */
import { Blocks } from './blocks.tsx';
import { useRoom } from './room.ts';

export function Home() {
  const { state, say } = useRoom();
  return (
    <>
      <div className="middle-head">
        <h2>{say('home')}</h2>
        <p>{state.members.find(({ id }) => id === state.me)?.name}</p>
      </div>
      <div className="posts home">
        {state.home === null ? (
          <p className="empty">{say('homeEmpty')}</p>
        ) : (
          <Blocks blocks={state.home.blocks} where={{ kind: 'home' }} />
        )}
      </div>
    </>
  );
}
