/** The body of a request as Slack sends it: JSON of an event, a form of a command, or a form whose one field `payload` is JSON. */

export type Payload = Readonly<Record<string, unknown>>;

/** Null where it is neither. */
export function payloadOf(raw: string, contentType: string): Payload | null {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const fields = new URLSearchParams(raw);
    const payload = fields.get('payload');
    if (payload !== null) return objectIn(payload);
    const form = Object.fromEntries(fields);
    return Object.keys(form).length === 0 ? null : form;
  }
  return objectIn(raw);
}

function objectIn(json: string): Payload | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The workspace that a payload comes from; '' where it names none. */
export function teamOf(payload: Payload): string {
  const { team_id, team, user } = payload;
  if (typeof team_id === 'string') return team_id;
  if (isObject(team) && typeof team.id === 'string') return team.id;
  return isObject(user) && typeof user.team_id === 'string' ? user.team_id : '';
}

export const textIn = (payload: Payload, name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};
