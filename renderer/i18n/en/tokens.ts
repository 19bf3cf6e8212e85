export const tokens = { identity: 'Identity', room: 'Room', issue: 'Issue token', token: 'Token', joinLink: 'Join link' } as const;
