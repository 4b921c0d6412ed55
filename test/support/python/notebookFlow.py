"""The documented notebook flow, driven by Adobe's own client: python notebookFlow.py READY, where READY is the line
that the sandbox prints when it is ready. Prints one line of JSON with what came out."""

import json
import sys
import time

import aepp
from aepp import catalog, config, ingestion, queryservice, schema, segmentation

ready = json.loads(sys.argv[1])
tenant = ready["tenant"]
aepp.configure(
    org_id=ready["orgId"],
    client_id=ready["clientId"],
    secret=ready["clientSecret"],
    sandbox=ready["sandbox"],
    scopes="openid,AdobeID,read_organizations",
)
# What stands for "change nothing but host and port": the client has both addresses in its configuration.
config.endpoints["global"] = ready["http"]
config.config_object["imsEndpoint"] = ready["http"]
config.config_object["oauthTokenEndpointV2"] = ready["http"] + "/ims/token/v3"

PROFILE = "https://ns.adobe.com/xdm/context/profile"


def until(ask, done):
    """Asks again until the answer is a final one; a sandbox has it within seconds."""
    end = time.time() + 60
    while time.time() < end:
        answer = ask()
        if done(answer):
            return answer
        time.sleep(0.2)
    raise RuntimeError(f"This did not come to an end: {answer}")


registry = schema.Schema()
group = registry.createFieldGroup(
    {
        "type": "object",
        "title": "Notebook scores",
        "description": "Scores of users",
        "allOf": [{"$ref": "#/definitions/customFields"}],
        "definitions": {
            "customFields": {
                "type": "object",
                "properties": {
                    tenant: {
                        "type": "object",
                        "properties": {
                            "userid": {"title": "User id", "type": "string"},
                            "propensity": {"title": "Propensity", "type": "number"},
                        },
                    }
                },
            }
        },
        "meta:intendedToExtend": [PROFILE],
        "meta:resourceType": "mixins",
        "meta:xdmType": "object",
    }
)
made = registry.createSchema(
    {
        "type": "object",
        "title": "Notebook scores schema",
        "description": "Scores of users",
        "allOf": [{"$ref": PROFILE}, {"$ref": group["$id"]}],
    }
)
registry.createDescriptor(
    {
        "@type": "xdm:descriptorIdentity",
        "xdm:sourceSchema": made["$id"],
        "xdm:sourceVersion": 1,
        "xdm:sourceProperty": f"/{tenant}/userid",
        "xdm:namespace": "ECID",
        "xdm:property": "xdm:id",
        "xdm:isPrimary": True,
    }
)
registry.enableSchemaForRealTime(made["meta:altId"])

datasets = catalog.Catalog()
created = datasets.createDataSet(
    data={
        "name": "Notebook scores",
        "schemaRef": {"id": made["$id"], "contentType": "application/vnd.adobe.xed+json;version=1"},
        "fileDescription": {"persisted": True, "containerFormat": "parquet", "format": "parquet"},
        "tags": {"unifiedProfile": ["enabled:true"]},
    }
)
dataset_id = created[0].split("/")[-1]
table = datasets.getDataSet(dataset_id)[dataset_id]["tags"]["adobe/pqs/table"][0]

scores = [{"_id": str(n), tenant: {"userid": f"user-{n}", "propensity": n / 100}} for n in range(100)]
loader = ingestion.DataIngestion()
batch = loader.createBatch(datasetId=dataset_id, format="json", multiline=True)
loader.uploadSmallFile(batchId=batch["id"], datasetId=dataset_id, filePath="scores.json", data=scores)
loader.uploadSmallFileFinish(batchId=batch["id"])
loaded = until(
    lambda: datasets.getBatch(batch["id"])[batch["id"]], lambda found: found["status"] in ("success", "failed")
)

queries = queryservice.QueryService()
sql = f"CREATE TABLE notebook_top AS SELECT {tenant}.userid AS userid FROM {table} WHERE {tenant}.propensity >= 0.9"
template = queries.createQueryTemplate({"sql": sql, "name": "Notebook top", "queryParameters": {}})
query = queries.postQueries(dbname=f"{ready['sandbox']}:all", sql=sql, name="Notebook top")
ran = until(lambda: queries.getQuery(query["id"]), lambda found: found["state"] in ("SUCCESS", "FAILED"))
parameters = queries.connection()

audiences = segmentation.Segmentation()
audience = audiences.createSegment(
    {
        "name": "Likely",
        "description": "Users who are likely to subscribe",
        "profileInstanceId": "ups",
        "expression": {
            "type": "PQL",
            "format": "pql/text",
            "value": f"{tenant}.propensity >= 0.2 and {tenant}.propensity <= 0.93",
        },
        "schema": {"name": "_xdm.context.profile"},
        "payloadSchema": "string",
        "ttlInDays": 60,
    }
)
job = audiences.createJob([audience["id"]])
done = until(lambda: audiences.getJob(job["id"]), lambda found: found["status"] in ("SUCCEEDED", "FAILED"))

print(
    json.dumps(
        {
            "batch": loaded["status"],
            "template": template.get("name"),
            "query": ran["state"],
            "queryErrors": ran.get("errors"),
            "dbName": parameters["dbName"],
            "job": done["status"],
            "members": done.get("metrics", {}).get("segmentedProfileCounter", {}).get(audience["id"]),
        }
    )
)
