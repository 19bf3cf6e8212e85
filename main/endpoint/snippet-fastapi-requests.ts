/** Both requests as pydantic reads them, made into one. Needs Refusal. */
export const fastApiRequests = `class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


Name = Annotated[str, Field(min_length=1, max_length=256)]
Short = Annotated[str, Field(max_length=256)]
Long = Annotated[str, Field(max_length=16_384)]
Seconds = Annotated[int, Field(ge=0, le=2**32 - 1)]


class Guide(Strict):
    """The token guide's request."""

    user_id: Name
    room: Name


class GuideCamelCase(Strict):
    userId: Name
    room: Name


class Agent(Strict):
    agent_name: Short = ""
    metadata: Long = ""
    restart_policy: Literal["JRP_ON_FAILURE", "JRP_NEVER"] = "JRP_ON_FAILURE"
    deployment: Short = ""
    attributes: dict[str, Long] = {}


class RoomConfig(Strict):
    empty_timeout: Seconds = 0
    departure_timeout: Seconds = 0
    max_participants: Seconds = 0
    min_playout_delay: Seconds = 0
    max_playout_delay: Seconds = 0
    sync_streams: bool = False
    metadata: Long = ""
    agents: Annotated[list[Agent], Field(max_length=10)] = []
    tags: dict[str, Long] = {}


class Standard(Strict):
    """LiveKit's standard request, as TokenSource.endpoint of livekit-client sends it."""

    room_name: Short = ""
    participant_name: Short = ""
    participant_identity: Short = ""
    participant_metadata: Long = ""
    participant_attributes: dict[str, Long] = {}
    room_config: RoomConfig = None


@dataclass
class Asked:
    """Either request as one; the fields are named as it spells them."""

    identity: str
    room: str
    identity_field: str
    room_field: str
    is_standard: bool = False
    name: str = ""
    metadata: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    room_config: RoomConfig | None = None


def parse(model, body):
    try:
        return model.model_validate(body)
    except ValidationError as error:
        raise Refusal("bad-field", ".".join(str(part) for part in error.errors()[0]["loc"])) from None


def read(body) -> Asked:
    """An empty request is LiveKit's, of which nothing is needed."""
    if not isinstance(body, dict):
        raise Refusal("bad-field")
    if "userId" in body:
        camel = parse(GuideCamelCase, body)
        return Asked(camel.userId, camel.room, "userId", "room")
    if body and not body.keys() & Standard.model_fields.keys():
        guide = parse(Guide, body)
        return Asked(guide.user_id, guide.room, "user_id", "room")
    asked = parse(Standard, body)
    return Asked(
        identity=asked.participant_identity,
        room=asked.room_name,
        identity_field="participant_identity",
        room_field="room_name",
        is_standard=True,
        name=asked.participant_name,
        metadata=asked.participant_metadata,
        attributes=asked.participant_attributes,
        room_config=asked.room_config,
    )


def unique(beginning: str) -> str:
    return f"{beginning}-{secrets.token_hex(6)}"`;
