"""Calls AWS operations for test/cloud/aws.ts: a JSON line in, a JSON line out, in turn."""

import json
import sys

import botocore.exceptions
import botocore.session

session = botocore.session.get_session()
clients = {}


def call(service, operation, parameters):
    if service not in clients:
        clients[service] = session.create_client(service)
    reply = getattr(clients[service], operation)(**parameters)
    reply.pop("ResponseMetadata", None)
    return {name: value.read().decode() if hasattr(value, "read") else value for name, value in reply.items()}


for line in sys.stdin:
    try:
        answer = {"value": call(**json.loads(line))}
    except botocore.exceptions.ClientError as error:
        answer = {"code": error.response["Error"]["Code"], "message": str(error)}
    except Exception as error:
        answer = {"code": type(error).__name__, "message": str(error)}
    print(json.dumps(answer, default=str), flush=True)
