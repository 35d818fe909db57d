/** Words as they were typed: nothing in them is read as markup but links, names and dates of Slack's own making. */

import { mrkdwnWords } from '../workspace/seen.ts';
import { useRoom } from './room.ts';

const pieces = /(<(?:https?:\/\/|@)[^>]+>)/;

export function TypedText({ text, edited }: { text: string; edited: string }) {
  const { state } = useRoom();
  return (
    <p className="typed">
      {text.split(pieces).map((piece, at) => {
        const key = `${at} ${piece}`;
        const member = /^<@([A-Z0-9]+)/.exec(piece)?.[1];
        if (member !== undefined) {
          return (
            <span key={key} className="mention">
              @{state.members.find(({ id }) => id === member)?.name ?? member}
            </span>
          );
        }
        const url = /^<(https?:\/\/[^|>]+)/.exec(piece)?.[1];
        if (url !== undefined) {
          return (
            <a key={key} href={url} target="_blank" rel="noreferrer">
              {mrkdwnWords(piece)}
            </a>
          );
        }
        return <span key={key}>{mrkdwnWords(piece)}</span>;
      })}
      {edited !== '' && <small> ({edited})</small>}
    </p>
  );
}
