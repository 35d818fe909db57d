/** Whose token it is, the small marks on posts, and Slack's own check of blocks. */
import { objOf, strOf } from '../json.ts';
import { channelFor, done, type Known, type Method, refused } from '../method.ts';
import { postAt } from '../world.ts';

const test: Method = ({ app, origin }) =>
  done({
    url: `${origin()}/`,
    team: app.teamDomain,
    user: app.botName,
    team_id: app.team,
    user_id: app.botUser,
    bot_id: app.bot,
    is_enterprise_install: false,
  });

const access: Method = ({ app }, args) =>
  strOf(args.code) === ''
    ? refused('invalid_code')
    : done({
        access_token: app.token,
        token_type: 'bot',
        scope: app.scopes.join(','),
        bot_user_id: app.botUser,
        app_id: app.app,
        team: { id: app.team, name: app.teamDomain },
        enterprise: null,
        authed_user: { id: app.botUser },
      });

/** Where to come by WebSocket. */
const open: Method = ({ line }) => done({ url: line.address() });

const react: Method = async (ground, args) => {
  const found = channelFor(ground, args.channel);
  if ('reply' in found) return found.reply;
  const ts = strOf(args.timestamp);
  if (postAt(ground.world, found.channel.id, ts) === null) return refused('message_not_found');
  const standing = ground.world.reactions.get(`${found.channel.id} ${ts}`) ?? [];
  const name = strOf(args.name);
  if (standing.some((each) => each.name === name && each.user === ground.app.botUser))
    return refused('already_reacted');
  await ground.store.append({ kind: 'reacted', channel: found.channel.id, ts, name, user: ground.app.botUser });
  return done();
};

/** Pins and bookmarks are taken and shown nowhere: nothing of the bot depends on them. */
const taken: Method = (ground, args) => {
  const found = channelFor(ground, args.channel ?? args.channel_id);
  return 'reply' in found ? found.reply : done();
};

const validate: Method = (ground, args) => {
  const blocks = Array.isArray(args.blocks)
    ? args.blocks
    : Array.isArray(objOf(args.view).blocks)
      ? objOf(args.view).blocks
      : [];
  const broken = ground.check(blocks as readonly unknown[], args.view === undefined ? 'message' : 'view');
  return broken.length === 0
    ? done()
    : refused('invalid_blocks', {
        errors: broken.map(({ pointer, message }) => ({ pointer, code: 'invalid', message })),
      });
};

export const accountMethods: Readonly<Record<string, Known>> = {
  'auth.test': { run: test, scopes: [] },
  'apps.connections.open': { run: open, scopes: [] },
  'oauth.v2.access': { run: access, scopes: [] },
  'reactions.add': { run: react, scopes: ['reactions:write'] },
  'pins.add': { run: taken, scopes: ['pins:write'] },
  'bookmarks.add': { run: taken, scopes: ['bookmarks:write'] },
  'blocks.validate': { run: validate, scopes: [] },
};
