import { pythonText } from '../tokens/literals';
import { pythonToken } from '../tokens/snippet-python';
import { type Backend, indented, inPlace } from './own-backend';

const patterns = (rooms: string[]) => `ROOMS = [${rooms.map(pythonText).join(', ')}]
`;
const fits = `

def fits(pattern: str, room: str) -> bool:
    """A star in a pattern stands for any text."""
    first, *rest = pattern.split("*")
    if not rest:
        return room == pattern
    *middle, last = rest
    if not room.startswith(first):
        return False
    at = len(first)
    for part in middle:
        found = room.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return len(room) - at >= len(last) and room.endswith(last)
`;

const identity = ({ identityRule, identity }: Backend) =>
  ({
    'as-given': '    identity = body[user]',
    prefixed: `    identity = ${pythonText(identity)} + body[user]`,
    fixed: `    identity = ${pythonText(identity)}\n    if body[user] != identity:\n        raise Refusal(403, "identity-not-allowed", user)`,
  })[identityRule];

const roomCheck = `    if not any(fits(pattern, body["room"]) for pattern in ROOMS):
        raise Refusal(403, "room-not-allowed", "room")
`;

/** FastAPI, run by uvicorn, and livekit-api. */
export function fastApiSnippet(backend: Backend): string {
  const { serverUrl, rooms, perMinute, ttlSeconds } = backend;
  const { claims, place } = inPlace(backend);
  return `# pip install fastapi "uvicorn[standard]" livekit-api
import datetime
import hmac
import json
import math
import os
import time

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from livekit import api

for name in ("LIVEKIT_API_KEY", "LIVEKIT_API_SECRET", "CLIENT_KEY"):
    if not os.environ.get(name):
        raise SystemExit(f"Set {name}")
CLIENT_KEY = os.environ["CLIENT_KEY"].encode()
LIVEKIT_URL = ${pythonText(serverUrl)}
PER_MINUTE = ${perMinute}
LONGEST_BODY = 64 * 1024
${rooms.length > 0 ? patterns(rooms) + fits : ''}

class Refusal(Exception):
    def __init__(self, status, code, field=None, headers=None):
        super().__init__(code)
        self.status, self.headers = status, headers or {}
        self.body = {"error": code} if field is None else {"error": code, "field": field}


app = FastAPI(openapi_url=None)


@app.exception_handler(Refusal)
async def refuse(_request: Request, refusal: Refusal) -> JSONResponse:
    return JSONResponse(refusal.body, refusal.status, {"Cache-Control": "no-store", **refusal.headers})


def check_key(request: Request) -> None:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(key.strip().encode(), CLIENT_KEY):
        raise Refusal(401, "unknown-key", headers={"WWW-Authenticate": "Bearer"})


# A minute's worth at once, refilled evenly.
bucket = {"left": float(PER_MINUTE), "at": time.monotonic()}


def check_rate() -> None:
    now = time.monotonic()
    bucket["left"] = min(PER_MINUTE, bucket["left"] + (now - bucket["at"]) / 60 * PER_MINUTE)
    bucket["at"] = now
    if bucket["left"] < 1:
        raise Refusal(429, "rate", headers={"Retry-After": str(math.ceil((1 - bucket["left"]) * 60 / PER_MINUTE))})
    bucket["left"] -= 1


async def read_json(request: Request):
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refusal(415, "not-json-type")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise Refusal(413, "too-large")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Refusal(400, "not-json") from None


def is_too_long(text: str) -> bool:
    return len(text.encode("utf-8", "surrogatepass")) > 256


def read(body) -> tuple[str, str]:
    """Identity and room of a request: {"user_id" or "userId", "room"} and nothing else."""
    if not isinstance(body, dict):
        raise Refusal(400, "bad-field")
    user = "userId" if "userId" in body else "user_id"
    for field in (user, "room"):
        text = body.get(field)
        if not isinstance(text, str) or text == "" or is_too_long(text):
            raise Refusal(400, "bad-field", field)
    for field in body:
        if field not in (user, "room"):
            raise Refusal(400, "bad-field", field)
${identity(backend)}
    if is_too_long(identity):
        raise Refusal(400, "bad-field", user)
${rooms.length > 0 ? roomCheck : ''}    return identity, body["room"]


@app.post("/livekit/token")
async def issue_token(request: Request) -> JSONResponse:
    check_key(request)
    check_rate()
    identity, room = read(await read_json(request))
${indented(place(pythonToken(claims, ttlSeconds), 'identity', 'room'), '    ')}
    return JSONResponse({"token": token.to_jwt(), "url": LIVEKIT_URL}, headers={"Cache-Control": "no-store"})


if __name__ == "__main__":
    uvicorn.run(app, host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8080")), log_level="warning")
`;
}
