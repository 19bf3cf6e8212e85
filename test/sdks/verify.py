"""Verifies a LiveKit token with the Python SDK and prints its claims as JSON."""

import dataclasses
import json
import sys

from google.protobuf.json_format import MessageToDict
from livekit import api

key, secret, token = sys.argv[1:]
claims = api.TokenVerifier(key, secret).verify(token)
print(json.dumps(dataclasses.asdict(claims), default=MessageToDict))
