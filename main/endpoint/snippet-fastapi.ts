import { pythonText } from '../tokens/literals';
import { pythonToken } from '../tokens/snippet-python';
import { type Backend, backendRefusals, indented, inPlace } from './own-backend';
import { fastApiRequests } from './snippet-fastapi-requests';

const list = (texts: string[]) => `[${texts.map(pythonText).join(', ')}]`;
const refusals = backendRefusals.map(({ code, status, message }) => `    "${code}": (${status}, "${message}"),`).join('\n');

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

const identityOf = ({ identityRule, identity }: Backend) =>
  ({
    'as-given': '    return asked.identity or unique("user")',
    prefixed: `    return ${pythonText(identity)} + (asked.identity or unique("user"))`,
    fixed: `    only = ${pythonText(identity)}
    if asked.identity not in ("", only):
        raise Refusal("identity-not-allowed", asked.identity_field)
    return only`,
  })[identityRule];

const roomOf = ({ rooms, onlyRoom }: Backend) =>
  rooms.length === 0
    ? '    return asked.room or unique("room")'
    : `    room = asked.room${onlyRoom && ` or ${pythonText(onlyRoom)}`}
    if not room:
        raise Refusal("bad-field", asked.room_field)
    if not any(fits(pattern, room) for pattern in ROOMS):
        raise Refusal("room-not-allowed", asked.room_field)
    return room`;

/** What LiveKit's request may say beside identity and room; what the preset says wins. */
const more = ({ claims, attributes, mayConfigure }: Backend) => {
  const own = Object.entries(attributes).map(([key, value]) => `, ${pythonText(key)}: ${pythonText(value)}`);
  return [
    'if asked.name:',
    '    token.with_name(asked.name)',
    ...(claims.metadata ? [] : ['if asked.metadata:', '    token.with_metadata(asked.metadata)']),
    ...(own.length > 0
      ? [`token.with_attributes({**asked.attributes${own.join('')}})`]
      : ['if asked.attributes:', '    token.with_attributes(asked.attributes)']),
    ...(mayConfigure
      ? [
          'if asked.room_config is not None:',
          '    token.with_room_config(ParseDict(asked.room_config.model_dump(exclude_unset=True), api.RoomConfiguration()))',
        ]
      : []),
  ];
};

/** FastAPI, run by uvicorn, and livekit-api. */
export function fastApiSnippet(backend: Backend): string {
  const { serverUrl, rooms, perMinute, ttlSeconds, origins, mayConfigure } = backend;
  const { claims, place } = inPlace(backend);
  return `# pip install fastapi "uvicorn[standard]" livekit-api
import datetime
import hmac
import json
import math
import os
import re
import secrets
import time
from dataclasses import dataclass, field
from typing import Annotated, Literal

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
${mayConfigure ? 'from google.protobuf.json_format import ParseDict\n' : ''}from livekit import api
from pydantic import BaseModel, ConfigDict, Field, ValidationError

for name in ("LIVEKIT_API_KEY", "LIVEKIT_API_SECRET", "CLIENT_KEY"):
    if not os.environ.get(name):
        raise SystemExit(f"Set {name}")
CLIENT_KEY = os.environ["CLIENT_KEY"].encode()
LIVEKIT_URL = ${pythonText(serverUrl)}
PER_MINUTE = ${perMinute}
LONGEST_BODY = 64 * 1024
# Web pages that may ask by themselves; none: programs only.
ORIGINS = ${list(origins)}
${rooms.length > 0 ? `ROOMS = ${list(rooms)}\n${fits}` : ''}
REFUSALS = {
${refusals}
}


class Refusal(Exception):
    def __init__(self, code, field=None, headers=None):
        self.status, message = REFUSALS[code]
        super().__init__(message)
        self.headers = headers or {}
        self.body = {"error": code, "message": message, **({"field": field} if field is not None else {})}


${fastApiRequests}


def identity_of(asked: Asked) -> str:
${identityOf(backend)}


def room_of(asked: Asked) -> str:
${roomOf(backend)}


def check_length(text: str, field: str) -> None:
    if len(text.encode()) > 256:
        raise Refusal("bad-field", field)


app = FastAPI(openapi_url=None)


def let_read(request: Request) -> dict[str, str]:
    origin = request.headers.get("origin")
    if origin not in ORIGINS:
        return {}
    return {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "Retry-After, WWW-Authenticate", "Vary": "Origin"}


@app.exception_handler(Refusal)
async def refuse(request: Request, refusal: Refusal) -> JSONResponse:
    return JSONResponse(refusal.body, refusal.status, {"Cache-Control": "no-store", **let_read(request), **refusal.headers})


def check_key(request: Request) -> None:
    found = re.fullmatch(r"bearer +(\\S+) *", request.headers.get("authorization", ""), re.IGNORECASE)
    if not found or not hmac.compare_digest(found[1].encode(), CLIENT_KEY):
        raise Refusal("unknown-key" if found else "no-key", headers={"WWW-Authenticate": "Bearer"})


def check_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    if origin is not None and origin not in ORIGINS:
        raise Refusal("bad-origin")


# A minute's worth at once, refilled evenly.
bucket = {"left": float(PER_MINUTE), "at": time.monotonic()}


def check_rate() -> None:
    now = time.monotonic()
    bucket["left"] = min(PER_MINUTE, bucket["left"] + (now - bucket["at"]) / 60 * PER_MINUTE)
    bucket["at"] = now
    if bucket["left"] < 1:
        raise Refusal("rate", headers={"Retry-After": str(math.ceil((1 - bucket["left"]) * 60 / PER_MINUTE))})
    bucket["left"] -= 1


IS_JSON = re.compile(r'application/json *(; *charset=("?)utf-8\\2 *)?', re.IGNORECASE)


async def read_json(request: Request):
    if not IS_JSON.fullmatch(request.headers.get("content-type", "")):
        raise Refusal("not-json-type")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise Refusal("too-large")
    try:
        return json.loads(body.decode())
    except (ValueError, RecursionError):
        raise Refusal("not-json") from None


@app.options("/livekit/token")
async def preflight(request: Request) -> Response:
    headers = let_read(request)
    if not headers:
        raise Refusal("bad-origin")
    headers |= {"Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": "authorization, content-type"}
    headers |= {"Access-Control-Allow-Private-Network": "true", "Access-Control-Max-Age": "600"}
    return Response(status_code=204, headers=headers)


@app.post("/livekit/token")
async def issue_token(request: Request) -> JSONResponse:
    check_key(request)
    check_origin(request)
    check_rate()
    asked = read(await read_json(request))
    identity, room = identity_of(asked), room_of(asked)
${mayConfigure ? '' : '    if asked.room_config is not None:\n        raise Refusal("room-config-not-allowed", "room_config")\n'}    check_length(identity, asked.identity_field)
    check_length(room, asked.room_field)
${indented([...place(pythonToken(claims, ttlSeconds), 'identity', 'room'), ...more(backend)], '    ')}
    jwt, headers = token.to_jwt(), {"Cache-Control": "no-store", **let_read(request)}
    if asked.is_standard:
        return JSONResponse({"server_url": LIVEKIT_URL, "participant_token": jwt}, 201, headers)
    return JSONResponse({"token": jwt, "url": LIVEKIT_URL}, headers=headers)


if __name__ == "__main__":
    uvicorn.run(app, host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "8080")), log_level="warning")
`;
}
