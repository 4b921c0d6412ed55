"""The documented notebook flow, driven by Adobe's own client: python notebookFlow.py READY, where READY is the line
that the sandbox prints when it is ready. Prints one line of JSON with what came out."""

import json
import os
import re
import time

import requests
from aepp import catalog, dataprep, datasets, flowservice, ingestion, policy, queryservice, schema, segmentation
from aepp.exportDatasetToDataLandingZone import ExportDatasetToDataLandingZone

from aeppClient import audience_of, identity_of, log_in, ready, scores_group, tenant, until

log_in()
outcome = {}
registry = schema.Schema()
data_sets = catalog.Catalog()
loader = ingestion.DataIngestion()
queries = queryservice.QueryService()
flows = flowservice.FlowService()
now = int(time.time())

# Schemas and data sets.
group = registry.createFieldGroup(scores_group("Notebook scores"))
made = registry.createProfileSchema(name="Notebook scores schema", fieldGroupIds=[group["$id"]], description="Scores")
registry.createDescriptor(identity_of(made))
registry.enableSchemaForRealTime(made["meta:altId"])
manager = registry.SchemaManager(made["$id"])
outcome["paths"] = sorted(path for path in manager.to_dataframe()["path"] if path.startswith(f"{tenant}."))
created = data_sets.createDataSet(name="Notebook scores", schemaId=made["$id"], profileEnabled=True)
dataset_id = created[0].split("/")[-1]
table = data_sets.getDataSet(dataset_id)[dataset_id]["tags"]["adobe/pqs/table"][0]
outcome["listed"] = data_sets.getDatasetsInfos().set_index("id").loc[dataset_id, "qs_table"] == table


def ingest(file_format, data, name, **options):
    batch = loader.createBatch(datasetId=dataset_id, format=file_format, **options)
    if isinstance(data, list):
        loader.uploadSmallFile(batchId=batch["id"], datasetId=dataset_id, filePath=name, data=data)
    else:
        # The client writes whatever it uploads as JSON, so that text has to go without it.
        place = f"{loader.endpoint}/batches/{batch['id']}/datasets/{dataset_id}/files/{name}"
        requests.put(place, data=data, headers={**loader.header, "Content-Type": "application/octet-stream"})
    loader.uploadSmallFileFinish(batchId=batch["id"])
    ended = until(
        lambda: data_sets.getBatch(batch["id"])[batch["id"]], lambda found: found["status"] in ("success", "failed")
    )
    return batch["id"], ended["status"], ended["metrics"].get("recordsWritten", 0)


# Direct ingestion: JSON, CSV, and some wrong records left out.
scores = [{"_id": str(n), tenant: {"userid": f"user-{n}", "propensity": n / 100}} for n in range(100)]
outcome["json"] = ingest("json", scores, "scores.json", multiline=True)[1:]
csv = f"{tenant}.userid,{tenant}.propensity\nuser-a,0.5\nuser-b,0.95\n"
outcome["csv"] = ingest("csv", csv, "scores.csv")[1:]
wrong = scores[:3] + [{"_id": "x", tenant: {"userid": 1}}]
partial = ingest("json", wrong, "s.json", multiline=True, partialIngestionPercentage=50, enableDiagnostic=True)
outcome["partial"] = partial[1:]
loader.deleteBatch(partial[0])

# Templates with parameters, run and polled.
sql = f"CREATE TABLE notebook_top AS SELECT {tenant}.userid AS userid FROM {table} WHERE {tenant}.propensity >= $low"
template = queries.createQueryTemplate({"sql": sql, "name": "Notebook top", "queryParameters": {}})
found = [each["id"] for each in queries.getTemplates() if each["name"] == "Notebook top"]
query = queries.postQueries(
    dbname=f"{ready['sandbox']}:all", templateId=found[0], queryParameters={"low": "0.9"}, name="Notebook top"
)
ran = until(lambda: queries.getQuery(query["id"]), lambda answer: answer["state"] in ("SUCCESS", "FAILED"))
outcome["query"] = [ran["state"], ran["errors"], ran["rowCount"]]
session = queryservice.InteractiveQuery2(queries.connection())
outcome["rows"] = session.query("SELECT userid FROM notebook_top ORDER BY userid").userid.tolist()
outcome["snapshots"] = len(session.queryHistoryMeta(table))

# Labels, and what policies say of an export.
labels = datasets.DataSets()
labels.createLabels(dataset_id, {"labels": ["C9"], "optionalLabels": []})
rules = policy.Policy()
rules.createEnabledCorePolicies(["corepolicy_0004"])
for action in ("dataScience", "exportToThirdParty"):
    answer = rules.evaluateMarketingActionDataset("core", action, "dataSet", dataset_id)
    outcome[action] = [each["id"] for each in answer["violatedPolicies"]]

# Export, by the schedule of a flow and when asked.
export_id = catalog.Catalog().getDataSets(name="notebook_top").popitem()[0]
with open("config.ini", "w") as config_file:
    config_file.write("[Platform]\ndataflow_id =\n")
flow_id = ExportDatasetToDataLandingZone().createDataFlowRunIfNotExists(
    dataset_id=export_id,
    compression_type="gzip",
    data_format="parquet",
    export_path="cmle/egress",
    on_schedule=True,
    config_path="config.ini",
    entity_name="Notebook export",
)
ended = lambda runs: len(runs) > 0 and runs[0]["metrics"]["statusSummary"]["status"] in ("success", "failed")
run = until(lambda: flows.getRuns(prop=f"flowId=={flow_id}"), ended)[0]
outcome["export"] = [run["metrics"]["statusSummary"]["status"], run["metrics"]["recordSummary"]["outputRecordCount"]]
flows.postFlowAction(flow_id, "disable")


def landing_zone(kind, path="", **request):
    address, signature = flows.getLandingZoneSASUri(kind).split("?", 1)
    return requests.request(url=f"{address}{path}?{signature}{request.pop('query', '')}", **request)


listing = landing_zone("dlz_destination", query="&restype=container&comp=list", method="GET").text
names = re.findall(r"<Name>([^<]+)</Name>", listing)
outcome["files"] = [re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24}|\d{14}", "#", name) for name in names]
outcome["parquet"] = landing_zone("dlz_destination", f"/{names[0]}", method="GET").content[:4].decode()

# Scores back in: a file with a header, a mapping, a flow.
folder = f"cmle/ingress/{dataset_id}"
text = "userId,prediction\nuser-c,0.25\nuser-d,0.99\n"
landing_zone(
    "user_drop_zone", f"/{folder}/scores.csv", method="PUT", data=text, headers={"x-ms-blob-type": "BlockBlob"}
)
source = flows.createSourceConnectionDataLandingZone(
    "Scores", format="delimited", path=f"dlz-user-container/{folder}", type="folder", recursive=True
)
target = flows.createTargetConnectionDataLake("Scores", datasetId=dataset_id, schemaId=made["$id"])
mapping = dataprep.DataPrep().createMappingSet(
    schemaId=made["$id"],
    mappingList=[
        {"sourceType": "ATTRIBUTE", "source": "prediction", "destination": f"{tenant}.propensity"},
        {"sourceType": "ATTRIBUTE", "source": "userId", "destination": f"{tenant}.userid"},
    ],
)
back = flows.createFlowDataLandingZoneToDataLake(
    "Scores",
    source["id"],
    target["id"],
    schedule_start_time=str(now),
    transformation_mapping_id=mapping["id"],
    transformation_name="Mapping",
)
run = until(lambda: flows.getRuns(prop=f"flowId=={back['id']}"), ended)[0]
outcome["import"] = [run["metrics"]["statusSummary"]["status"], run["metrics"]["recordSummary"]["outputRecordCount"]]
flows.postFlowAction(back["id"], "disable")

# An audience, its job and its members.
audiences = segmentation.Segmentation()
rule = f"{tenant}.propensity >= 0.2 and {tenant}.propensity <= 0.93"
audience = audiences.createSegment(audience_of("Likely", rule))
outcome["estimate"] = audiences.getEstimate(audiences.createPreview(rule)["previewId"])["estimatedSize"]
job = audiences.createJob([audience["id"]])
done = until(lambda: audiences.getJob(job["id"]), lambda answer: answer["status"] in ("SUCCEEDED", "FAILED"))
outcome["job"] = [done["status"], done["metrics"]["segmentedProfileCounter"][audience["id"]]]
address = f"{ready['http']}/data/core/ups/access/entities"
members = []
for user in ("user-a", "user-b", "user-c", "user-d"):
    asked = {"entityId": user, "entityIdNS": "ECID"}
    entity = requests.get(address, params=asked, headers=audiences.header).json()
    if audience["id"] in entity[user]["entity"]["segmentMembership"]["ups"]:
        members.append(user)
outcome["members"] = members

session.close()
os.remove("config.ini")
print(json.dumps(outcome))
