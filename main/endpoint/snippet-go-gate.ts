import { backendRefusals } from './own-backend';

const refusals = backendRefusals.map(({ code, status, message }) => `\t"${code}": {${status}, "${message}"},`).join('\n');

/** Who may ask and how often, reading JSON, and all answers. Needs clientKey, origins, perMinute and longestBody. */
export const goGate = `var refusals = map[string]struct {
	status  int
	message string
}{
${refusals}
}

type refusal struct {
	Code    string \`json:"error"\`
	Message string \`json:"message"\`
	Field   string \`json:"field,omitempty"\`
}

func (r refusal) Error() string { return r.Code }

func refuse(code, field string) error { return refusal{code, refusals[code].message, field} }

var bearer = regexp.MustCompile(\`(?i)^bearer +(\\S+) *$\`)

func checkKey(w http.ResponseWriter, r *http.Request) error {
	found := bearer.FindStringSubmatch(r.Header.Get("Authorization"))
	if found == nil {
		w.Header().Set("WWW-Authenticate", "Bearer")
		return refuse("no-key", "")
	}
	hash := sha256.Sum256([]byte(found[1]))
	if subtle.ConstantTimeCompare(hash[:], clientKey[:]) != 1 {
		w.Header().Set("WWW-Authenticate", "Bearer")
		return refuse("unknown-key", "")
	}
	return nil
}

// A page may read the answer, also why it gets no token.
func letRead(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if !slices.Contains(origins, origin) {
		return false
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate")
	w.Header().Set("Vary", "Origin")
	return true
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
		return refuse("rate", "")
	}
	bucket.left--
	return nil
}

var isJSON = regexp.MustCompile(\`(?i)^application/json *(; *charset=("utf-8"|utf-8) *)?$\`)

func readJSON(w http.ResponseWriter, r *http.Request) (map[string]any, error) {
	if !isJSON.MatchString(r.Header.Get("Content-Type")) {
		return nil, refuse("not-json-type", "")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestBody))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, refuse("too-large", "")
	}
	var value any
	if err != nil || !utf8.Valid(body) || json.Unmarshal(body, &value) != nil {
		return nil, refuse("not-json", "")
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return nil, badField("")
	}
	return fields, nil
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func answerRefusal(w http.ResponseWriter, err error) {
	var refused refusal
	if !errors.As(err, &refused) {
		log.Print(err)
		refused = refusal{Code: "internal", Message: refusals["internal"].message}
	}
	answer(w, refusals[refused.Code].status, refused)
}

func preflight(w http.ResponseWriter, r *http.Request) {
	if !letRead(w, r) {
		answerRefusal(w, refuse("bad-origin", ""))
		return
	}
	w.Header().Set("Access-Control-Allow-Methods", "POST")
	w.Header().Set("Access-Control-Allow-Headers", "authorization, content-type")
	w.Header().Set("Access-Control-Allow-Private-Network", "true")
	w.Header().Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
}`;
