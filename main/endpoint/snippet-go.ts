import { goText } from '../tokens/literals';
import { goImports, goToken } from '../tokens/snippet-go';
import { type Backend, indented, inPlace } from './own-backend';

const patterns = (rooms: string[]) => `
var rooms = []string{${rooms.map(goText).join(', ')}}

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

const identity = ({ identityRule, identity }: Backend) =>
  ({
    'as-given': '\tidentity = texts[user]',
    prefixed: `\tidentity = ${goText(identity)} + texts[user]`,
    fixed: `\tidentity = ${goText(identity)}\n\tif texts[user] != identity {\n\t\treturn "", "", refusal{status: 403, Code: "identity-not-allowed", Field: user}\n\t}`,
  })[identityRule];

const roomCheck = `	if !slices.ContainsFunc(rooms, func(pattern string) bool { return fits(pattern, texts["room"]) }) {
		return "", "", refusal{status: 403, Code: "room-not-allowed", Field: "room"}
	}
`;

/** net/http and github.com/livekit/protocol/auth. */
export function goSnippet(backend: Backend): string {
  const { serverUrl, rooms, perMinute, ttlSeconds } = backend;
  const { claims, place } = inPlace(backend);
  const lines = place(goToken(claims, ttlSeconds), 'identity', 'room');
  const imports = ['crypto/sha256', 'crypto/subtle', 'encoding/json', 'errors', 'log', 'math', 'mime', 'net', 'net/http', 'os'];
  const more = [...(rooms.length > 0 ? ['slices'] : []), 'strconv', 'strings', 'sync', 'time'];
  return `// go get github.com/livekit/protocol
package main

import (
${[...imports, ...more].map((name) => `\t"${name}"`).join('\n')}

${goImports(claims)
  .map((name) => `\t"${name}"`)
  .join('\n')}
)

const (
	livekitURL  = ${goText(serverUrl)}
	perMinute   = ${perMinute}
	longestBody = 64 * 1024
)

var clientKey = sha256.Sum256([]byte(needed("CLIENT_KEY")))

func needed(name string) string {
	value := os.Getenv(name)
	if value == "" {
		log.Fatal("Set " + name)
	}
	return value
}
${rooms.length > 0 ? patterns(rooms) : ''}
type refusal struct {
	status int
	Code   string \`json:"error"\`
	Field  string \`json:"field,omitempty"\`
}

func (r refusal) Error() string { return r.Code }

func checkKey(r *http.Request) error {
	scheme, key, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	hash := sha256.Sum256([]byte(strings.TrimSpace(key)))
	if !strings.EqualFold(scheme, "Bearer") || subtle.ConstantTimeCompare(hash[:], clientKey[:]) != 1 {
		return refusal{status: 401, Code: "unknown-key"}
	}
	return nil
}

// A minute's worth at once, refilled evenly.
var bucket = struct {
	sync.Mutex
	left float64
	at   time.Time
}{left: perMinute, at: time.Now()}

func checkRate(w http.ResponseWriter) error {
	bucket.Lock()
	defer bucket.Unlock()
	now := time.Now()
	bucket.left = min(perMinute, bucket.left+now.Sub(bucket.at).Minutes()*perMinute)
	bucket.at = now
	if bucket.left < 1 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil((1-bucket.left)*60/perMinute))))
		return refusal{status: 429, Code: "rate"}
	}
	bucket.left--
	return nil
}

func readJSON(w http.ResponseWriter, r *http.Request) (map[string]any, error) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return nil, refusal{status: 415, Code: "not-json-type"}
	}
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, longestBody))
	var body any
	err := decoder.Decode(&body)
	if err == nil && decoder.More() {
		err = errors.New("more than one value")
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, refusal{status: 413, Code: "too-large"}
	}
	if err != nil {
		return nil, refusal{status: 400, Code: "not-json"}
	}
	fields, ok := body.(map[string]any)
	if !ok {
		return nil, refusal{status: 400, Code: "bad-field"}
	}
	return fields, nil
}

// Identity and room of a request: {"user_id" or "userId", "room"} and nothing else.
func read(body map[string]any) (identity, room string, err error) {
	user := "user_id"
	if _, camel := body["userId"]; camel {
		user = "userId"
	}
	texts := map[string]string{}
	for _, field := range []string{user, "room"} {
		text, ok := body[field].(string)
		if !ok || text == "" || len(text) > 256 {
			return "", "", refusal{status: 400, Code: "bad-field", Field: field}
		}
		texts[field] = text
	}
	for field := range body {
		if _, known := texts[field]; !known {
			return "", "", refusal{status: 400, Code: "bad-field", Field: field}
		}
	}
${identity(backend)}
	if len(identity) > 256 {
		return "", "", refusal{status: 400, Code: "bad-field", Field: user}
	}
${rooms.length > 0 ? roomCheck : ''}	return identity, texts["room"], nil
}

func issue(w http.ResponseWriter, r *http.Request) (string, error) {
	if err := checkKey(r); err != nil {
		w.Header().Set("WWW-Authenticate", "Bearer")
		return "", err
	}
	if err := checkRate(w); err != nil {
		return "", err
	}
	body, err := readJSON(w, r)
	if err != nil {
		return "", err
	}
	identity, room, err := read(body)
	if err != nil {
		return "", err
	}
${indented(lines, '\t')}
	return token.ToJWT()
}

func handle(w http.ResponseWriter, r *http.Request) {
	jwt, err := issue(w, r)
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if err == nil {
		json.NewEncoder(w).Encode(map[string]string{"token": jwt, "url": livekitURL})
		return
	}
	var refused refusal
	if !errors.As(err, &refused) {
		log.Print(err)
		refused = refusal{status: 500, Code: "internal"}
	}
	w.WriteHeader(refused.status)
	json.NewEncoder(w).Encode(refused)
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
	log.Fatal(http.ListenAndServe(net.JoinHostPort(host, port), nil))
}
`;
}
