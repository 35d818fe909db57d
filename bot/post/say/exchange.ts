/** What the posts of this stage say. */
import { type About, type PostKind, postKindOf } from '../post.ts';
import { meetingPost } from './exchange/meeting.ts';
import { newsPost, practicePost } from './exchange/practice.ts';
import { problemPost } from './exchange/problem.ts';

export const exchangePosts: Readonly<Record<string, PostKind<About>>> = {
  problem: postKindOf(problemPost),
  meeting: postKindOf(meetingPost),
  practice: postKindOf(practicePost),
  news: postKindOf(newsPost),
};
