"""Sets Adobe's client up for the sandbox whose ready line is the first argument of the script."""

import json
import sys
import time

import aepp
from aepp import config

ready = json.loads(sys.argv[1])
tenant = ready["tenant"]
PROFILE = "https://ns.adobe.com/xdm/context/profile"


def log_in(client_id=ready["clientId"], secret=ready["clientSecret"]):
    aepp.configure(
        org_id=ready["orgId"],
        client_id=client_id,
        secret=secret,
        sandbox=ready["sandbox"],
        scopes="openid,AdobeID,read_organizations",
    )
    # What stands for "change nothing but host and port": the client has both addresses in its configuration.
    config.endpoints["global"] = ready["http"]
    config.config_object["imsEndpoint"] = ready["http"]
    config.config_object["oauthTokenEndpointV2"] = ready["http"] + "/ims/token/v3"


def until(ask, done):
    """Asks again until the answer is a final one; a sandbox has it within seconds."""
    end = time.time() + 60
    while time.time() < end:
        answer = ask()
        if done(answer):
            return answer
        time.sleep(0.1)
    raise RuntimeError(f"This did not come to an end: {answer}")


def scores_group(title):
    """A field group for what a model thinks of users, as notebooks write it."""
    text = lambda title: {"title": title, "type": "string"}
    fields = {
        "userid": text("User id"),
        "propensity": {"title": "Propensity", "type": "number"},
        "note": text("Note"),
    }
    return {
        "type": "object",
        "title": title,
        "description": "Scores of users",
        "allOf": [{"$ref": "#/definitions/customFields"}],
        "definitions": {
            "customFields": {
                "type": "object",
                "properties": {tenant: {"type": "object", "properties": fields}},
            }
        },
        "meta:intendedToExtend": [PROFILE],
        "meta:resourceType": "mixins",
        "meta:xdmType": "object",
    }


def identity_of(schema):
    return {
        "@type": "xdm:descriptorIdentity",
        "xdm:sourceSchema": schema["$id"],
        "xdm:sourceVersion": 1,
        "xdm:sourceProperty": f"/{tenant}/userid",
        "xdm:namespace": "ECID",
        "xdm:property": "xdm:id",
        "xdm:isPrimary": True,
    }


def audience_of(name, rule):
    return {
        "name": name,
        "description": "Users who are likely to subscribe",
        "profileInstanceId": "ups",
        "expression": {"type": "PQL", "format": "pql/text", "value": rule},
        "schema": {"name": "_xdm.context.profile"},
        "payloadSchema": "string",
        "ttlInDays": 60,
    }
