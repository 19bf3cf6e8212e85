"""Verifies LiveKit tokens with the Python SDK and prints their claims as JSON, a token a line."""

import dataclasses
import json
import sys

from google.protobuf.json_format import MessageToDict
from livekit import api

key, secret, *tokens = sys.argv[1:]
for token in tokens:
    claims = api.TokenVerifier(key, secret).verify(token)
    print(json.dumps(dataclasses.asdict(claims), default=MessageToDict))
