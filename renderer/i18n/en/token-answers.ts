/** What the server's answer to a token means. */
export const tokenAnswers = {
  admitted: { title: 'The server would let this token in', body: 'Asked without joining: nobody was let in, no room was created.' },
  expired: { title: 'It has expired', body: 'The server allows 60 s of grace. Issue a new one.' },
  'no-expiry': { title: 'It never expires', body: 'The token has no “exp”; newer servers refuse that.' },
  'not-yet-valid': { title: 'It is not valid yet', body: 'Its “nbf” lies in the server’s future: the clock that issued it is ahead.' },
  'wrong-secret': { title: 'The signature is not right', body: 'It was signed with another secret than the server has for this key.' },
  'wrong-algorithm': { title: 'It is not signed with HS256', body: 'LiveKit takes no other algorithm.' },
  'unknown-key': { title: 'The server does not know this API key', body: 'It belongs to another server or project, or was removed.' },
  'not-a-token': { title: 'This is not a token', body: 'The server could not read it as a JWT. A part may be missing.' },
  'no-join': { title: 'It may not join', body: 'The token has no roomJoin.' },
  'no-grants': { title: 'It grants nothing', body: 'The token has no “video” claim.' },
  'no-identity': { title: 'It names nobody', body: 'The identity, “sub”, is missing or empty.' },
  'identity-too-long': {
    title: 'The identity is too long',
    body: '256 bytes at most; other scripts take more than one byte a character.',
  },
  'no-room': { title: 'It names no room', body: 'The claim is video.room. The server passes over video.roomName without a word.' },
  'room-too-long': { title: 'The room’s name is too long', body: '256 bytes at most.' },
  'room-absent': { title: 'The room does not exist', body: 'This server creates no rooms on joining, and the token has no roomCreate.' },
  'claims-malformed': { title: 'A claim has the wrong type', body: 'Such as a number where text belongs. The server names it below.' },
  'token-too-big': { title: 'It is too big', body: 'The server or a proxy does not take a request of this length.' },
  'node-full': { title: 'The server is full', body: 'Its node has reached its configured limit. The token may be fine.' },
  'wrong-path': {
    title: 'The address is not right',
    body: 'Something answers, but not where LiveKit’s does. Check the path in Settings.',
  },
  other: { title: 'The server refuses it', body: 'Its own words say why.' },
} as const;
