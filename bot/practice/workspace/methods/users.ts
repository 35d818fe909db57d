/** `users.*` and `usergroups.*`: who is in the workspace. */
import type { Obj } from '../json.ts';
import { strOf } from '../json.ts';
import { done, isTrue, type Known, type Method, page, refused } from '../method.ts';
import { shownMember } from '../show.ts';

const usersList: Method = (ground, args) => {
  const { items, next } = page([...ground.world.members.values()], args, 1000);
  const locale = isTrue(args.include_locale);
  return done({
    members: items.map((member): Obj => shownMember(ground, member, locale)),
    response_metadata: { next_cursor: next },
  });
};

const usersInfo: Method = (ground, args) => {
  const member = ground.world.members.get(strOf(args.user));
  if (member === undefined) return refused('user_not_found');
  return done({ user: shownMember(ground, member, isTrue(args.include_locale)) });
};

const lookupByEmail: Method = (ground, args) => {
  const [handle] = strOf(args.email).split('@');
  const member = [...ground.world.members.values()].find(({ name }) => name === handle);
  return member === undefined ? refused('users_not_found') : done({ user: shownMember(ground, member, false) });
};

/** The practice workspace has no groups of members. */
const groups: Method = () => done({ usergroups: [] });
const groupUsers: Method = () => refused('no_such_subteam');

export const userMethods: Readonly<Record<string, Known>> = {
  'users.info': { run: usersInfo, scopes: ['users:read'] },
  'users.list': { run: usersList, scopes: ['users:read'] },
  'users.lookupByEmail': { run: lookupByEmail, scopes: ['users:read.email'] },
  'usergroups.list': { run: groups, scopes: ['usergroups:read'] },
  'usergroups.users.list': { run: groupUsers, scopes: ['usergroups:read'] },
};
