import { goText } from '../tokens/literals';
import { goImports, goToken } from '../tokens/snippet-go';
import { type Backend, indented, inPlace } from './own-backend';
import { goGate } from './snippet-go-gate';
import { goRequests } from './snippet-go-requests';

const list = (texts: string[]) => `[]string{${texts.map(goText).join(', ')}}`;

const patterns = (rooms: string[]) => `
var rooms = ${list(rooms)}

// A star in a pattern stands for any text.
func fits(pattern, room string) bool {
	parts := strings.Split(pattern, "*")
	first, rest := parts[0], parts[1:]
	if len(rest) == 0 {
		return room == pattern
	}
	if !strings.HasPrefix(room, first) {
		return false
	}
	left := room[len(first):]
	for _, part := range rest[:len(rest)-1] {
		_, after, found := strings.Cut(left, part)
		if !found {
			return false
		}
		left = after
	}
	return strings.HasSuffix(left, rest[len(rest)-1])
}
`;

const identityOf = ({ identityRule, identity }: Backend) =>
  ({
    'as-given': '\treturn cmp.Or(asked.identity, unique("user")), nil',
    prefixed: `\treturn ${goText(identity)} + cmp.Or(asked.identity, unique("user")), nil`,
    fixed: `	const only = ${goText(identity)}
	if asked.identity != "" && asked.identity != only {
		return "", refuse("identity-not-allowed", asked.identityField)
	}
	return only, nil`,
  })[identityRule];

const roomOf = ({ rooms, onlyRoom }: Backend) =>
  rooms.length === 0
    ? '\treturn cmp.Or(asked.room, unique("room")), nil'
    : `	room := ${onlyRoom ? `cmp.Or(asked.room, ${goText(onlyRoom)})` : 'asked.room'}
	if room == "" {
		return "", badField(asked.roomField)
	}
	if !slices.ContainsFunc(rooms, func(pattern string) bool { return fits(pattern, room) }) {
		return "", refuse("room-not-allowed", asked.roomField)
	}
	return room, nil`;

/** What LiveKit's request may say beside identity and room; what the preset says wins. */
const more = ({ claims, attributes, mayConfigure }: Backend) => {
  const own = Object.entries(attributes).map(([key, value]) => `${goText(key)}: ${goText(value)}`);
  return [
    'if asked.name != "" {',
    '\ttoken.SetName(asked.name)',
    '}',
    ...(claims.metadata ? [] : ['if asked.metadata != "" {', '\ttoken.SetMetadata(asked.metadata)', '}']),
    ...(own.length > 0
      ? [
          'attributes := maps.Clone(asked.attributes)',
          'if attributes == nil {',
          '\tattributes = map[string]string{}',
          '}',
          `maps.Copy(attributes, map[string]string{${own.join(', ')}})`,
          'token.SetAttributes(attributes)',
        ]
      : ['if len(asked.attributes) > 0 {', '\ttoken.SetAttributes(asked.attributes)', '}']),
    ...(mayConfigure
      ? [
          'if asked.roomConfig != nil {',
          '\tconfig := &livekit.RoomConfiguration{}',
          '\twritten, err := json.Marshal(asked.roomConfig)',
          '\tif err == nil {',
          '\t\terr = protojson.Unmarshal(written, config)',
          '\t}',
          '\tif err != nil {',
          '\t\treturn asked, "", err',
          '\t}',
          '\ttoken.SetRoomConfig(config)',
          '}',
        ]
      : []),
  ];
};

const noConfig = `	if asked.roomConfig != nil {
		return asked, "", refuse("room-config-not-allowed", "room_config")
	}
`;

function imports({ rooms, onlyRoom, attributes, mayConfigure, identityRule }: Backend, needed: string[]) {
  const usesOr = identityRule !== 'fixed' || rooms.length === 0 || onlyRoom !== '';
  const own = [
    ...(usesOr ? ['cmp'] : []),
    ...['crypto/rand', 'crypto/sha256', 'crypto/subtle', 'encoding/hex', 'encoding/json', 'errors', 'io', 'log'],
    ...(Object.keys(attributes).length > 0 ? ['maps'] : []),
    ...['math', 'net', 'net/http', 'os', 'regexp', 'slices', 'strconv'],
    ...(rooms.length > 0 ? ['strings'] : []),
    ...['sync', 'time', 'unicode/utf8'],
  ];
  const others = mayConfigure ? ['github.com/livekit/protocol/livekit', 'google.golang.org/protobuf/encoding/protojson'] : [];
  const quoted = (names: string[]) => names.map((name) => `\t"${name}"`).join('\n');
  return `${quoted(own)}\n\n${quoted([...new Set([...needed, ...others])].sort())}`;
}

/** net/http and github.com/livekit/protocol. */
export function goSnippet(backend: Backend): string {
  const { serverUrl, rooms, perMinute, ttlSeconds, origins, mayConfigure } = backend;
  const { claims, place } = inPlace(backend);
  const lines = [...place(goToken(claims, ttlSeconds), 'identity', 'room'), ...more(backend)];
  return `// go get github.com/livekit/protocol
package main

import (
${imports(backend, goImports(claims))}
)

const (
	livekitURL  = ${goText(serverUrl)}
	perMinute   = ${perMinute}
	longestBody = 64 * 1024
)

// Web pages that may ask by themselves; none: programs only.
var origins = ${list(origins)}

var clientKey = sha256.Sum256([]byte(needed("CLIENT_KEY")))

func needed(name string) string {
	value := os.Getenv(name)
	if value == "" {
		log.Fatal("Set " + name)
	}
	return value
}
${rooms.length > 0 ? patterns(rooms) : ''}
${goGate}

${goRequests}

func unique(beginning string) string {
	random := make([]byte, 6)
	rand.Read(random)
	return beginning + "-" + hex.EncodeToString(random)
}

func identityOf(asked tokenRequest) (string, error) {
${identityOf(backend)}
}

func roomOf(asked tokenRequest) (string, error) {
${roomOf(backend)}
}

func checkLength(text, field string) error {
	if len(text) > 256 {
		return badField(field)
	}
	return nil
}

func issue(w http.ResponseWriter, r *http.Request) (asked tokenRequest, jwt string, err error) {
	if err = checkKey(w, r); err != nil {
		return
	}
	if !letRead(w, r) && r.Header.Get("Origin") != "" {
		return asked, "", refuse("bad-origin", "")
	}
	if err = checkRate(w); err != nil {
		return
	}
	body, err := readJSON(w, r)
	if err != nil {
		return
	}
	if asked, err = read(body); err != nil {
		return
	}
	identity, err := identityOf(asked)
	if err != nil {
		return
	}
	room, err := roomOf(asked)
	if err != nil {
		return
	}
${mayConfigure ? '' : noConfig}	if err = errors.Join(checkLength(identity, asked.identityField), checkLength(room, asked.roomField)); err != nil {
		return
	}
${indented(lines, '\t')}
	jwt, err = token.ToJWT()
	return
}

func handle(w http.ResponseWriter, r *http.Request) {
	letRead(w, r)
	asked, jwt, err := issue(w, r)
	switch {
	case err != nil:
		answerRefusal(w, err)
	case asked.isStandard:
		answer(w, http.StatusCreated, map[string]string{"server_url": livekitURL, "participant_token": jwt})
	default:
		answer(w, http.StatusOK, map[string]string{"token": jwt, "url": livekitURL})
	}
}

func main() {
	needed("LIVEKIT_API_KEY")
	needed("LIVEKIT_API_SECRET")
	host, port := os.Getenv("HOST"), os.Getenv("PORT")
	if host == "" {
		host = "127.0.0.1"
	}
	if port == "" {
		port = "8080"
	}
	http.HandleFunc("POST /livekit/token", handle)
	http.HandleFunc("OPTIONS /livekit/token", preflight)
	log.Fatal(http.ListenAndServe(net.JoinHostPort(host, port), nil))
}
`;
}
