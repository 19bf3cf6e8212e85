/** Both requests, checked and made into one. Needs refuse. */
export const goRequests = `// A check answers what is wrong with a value, by its path: room_config.agents.0.metadata.
type check func(path string, value any) error

func badField(path string) error { return refuse("bad-field", path) }

func below(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func text(shortest, longest int) check {
	return func(path string, value any) error {
		text, ok := value.(string)
		if length := utf8.RuneCountInString(text); !ok || length < shortest || length > longest {
			return badField(path)
		}
		return nil
	}
}

func seconds(path string, value any) error {
	number, ok := value.(float64)
	if !ok || number != math.Trunc(number) || number < 0 || number > math.MaxUint32 {
		return badField(path)
	}
	return nil
}

func yesOrNo(path string, value any) error {
	if _, ok := value.(bool); !ok {
		return badField(path)
	}
	return nil
}

func restartPolicy(path string, value any) error {
	if value != "JRP_ON_FAILURE" && value != "JRP_NEVER" {
		return badField(path)
	}
	return nil
}

func texts(path string, value any) error {
	given, ok := value.(map[string]any)
	if !ok {
		return badField(path)
	}
	for key, value := range given {
		if err := long(below(path, key), value); err != nil {
			return err
		}
	}
	return nil
}

func atMost(longest int, each check) check {
	return func(path string, value any) error {
		given, ok := value.([]any)
		if !ok || len(given) > longest {
			return badField(path)
		}
		for at, value := range given {
			if err := each(below(path, strconv.Itoa(at)), value); err != nil {
				return err
			}
		}
		return nil
	}
}

type field struct {
	name  string
	check check
}

// These fields and no others.
func object(needed bool, fields []field) check {
	return func(path string, value any) error {
		given, ok := value.(map[string]any)
		if !ok {
			return badField(path)
		}
		for _, field := range fields {
			value, has := given[field.name]
			if !has && !needed {
				continue
			}
			if err := field.check(below(path, field.name), value); err != nil {
				return err
			}
		}
		for name := range given {
			if !slices.ContainsFunc(fields, func(field field) bool { return field.name == name }) {
				return badField(below(path, name))
			}
		}
		return nil
	}
}

var (
	name  = text(1, 256)
	short = text(0, 256)
	long  = text(0, 16384)
	agent = object(false, []field{
		{"agent_name", short},
		{"metadata", long},
		{"restart_policy", restartPolicy},
		{"deployment", short},
		{"attributes", texts},
	})
	roomConfig = object(false, []field{
		{"empty_timeout", seconds},
		{"departure_timeout", seconds},
		{"max_participants", seconds},
		{"min_playout_delay", seconds},
		{"max_playout_delay", seconds},
		{"sync_streams", yesOrNo},
		{"metadata", long},
		{"agents", atMost(10, agent)},
		{"tags", texts},
	})
	// LiveKit's standard request, as TokenSource.endpoint of livekit-client sends it.
	standard = []field{
		{"room_name", short},
		{"participant_name", short},
		{"participant_identity", short},
		{"participant_metadata", long},
		{"participant_attributes", texts},
		{"room_config", roomConfig},
	}
)

// Either request as one; the fields are named as it spells them.
type tokenRequest struct {
	identity, room           string
	identityField, roomField string
	isStandard               bool
	name, metadata           string
	attributes               map[string]string
	roomConfig               map[string]any
}

func read(body map[string]any) (tokenRequest, error) {
	if _, camel := body["userId"]; camel {
		return readGuide("userId", body)
	}
	// An empty request is LiveKit's, of which nothing is needed.
	isStandard := len(body) == 0
	for _, field := range standard {
		_, has := body[field.name]
		isStandard = isStandard || has
	}
	if !isStandard {
		return readGuide("user_id", body)
	}
	if err := object(false, standard)("", body); err != nil {
		return tokenRequest{}, err
	}
	of := func(name string) string { text, _ := body[name].(string); return text }
	attributes := map[string]string{}
	given, _ := body["participant_attributes"].(map[string]any)
	for key, value := range given {
		attributes[key], _ = value.(string)
	}
	config, _ := body["room_config"].(map[string]any)
	return tokenRequest{
		of("participant_identity"), of("room_name"), "participant_identity", "room_name",
		true, of("participant_name"), of("participant_metadata"), attributes, config,
	}, nil
}

// The token guide's request, in either spelling.
func readGuide(user string, body map[string]any) (tokenRequest, error) {
	if err := object(true, []field{{user, name}, {"room", name}})("", body); err != nil {
		return tokenRequest{}, err
	}
	identity, _ := body[user].(string)
	room, _ := body["room"].(string)
	return tokenRequest{identity: identity, room: room, identityField: user, roomField: "room"}, nil
}`;
