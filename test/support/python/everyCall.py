"""Makes every call of Adobe's own client that the sandbox has something for: python everyCall.py READY, where READY is
the line that the sandbox prints when it is ready. Prints one line of JSON: how many calls were answered, and the status
of those that were refused."""

import contextlib
import io
import json
import time

import requests
from aepp import (
    accesscontrol,
    catalog,
    customerprofile,
    dataaccess,
    dataprep,
    datasets,
    destinationinstanceservice,
    flowservice,
    ingestion,
    policy,
    queryservice,
    sandboxes,
    schema,
    segmentation,
)

from aeppClient import PROFILE, audience_of, identity_of, log_in, ready, scores_group, tenant, until

statuses = []
send = requests.Session.request


def listening(session, method, url, **options):
    answer = send(session, method, url, **options)
    statuses.append(answer.status_code)
    return answer


requests.Session.request = listening
answered = 0
refused = {}


def call(method, *arguments, **options):
    """Makes a call, which must be answered as the client expects it; a refused one is noted with its status."""
    global answered
    statuses.clear()
    name = f"{method.__self__.__class__.__name__}.{method.__name__}"
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            answer = method(*arguments, **options)
    except Exception as error:
        if max(statuses, default=0) < 400:
            raise RuntimeError(f"{name} cannot read the answer") from error
        answer = None
    worst = max(statuses, default=200)
    if worst < 400:
        answered += 1
    else:
        refused[name] = worst
    return answer


log_in()
next_year = int(time.time()) + 365 * 86_400

# Schema Registry.
registry = schema.Schema()
call(registry.getStats)
call(registry.getTenantId)
call(registry.getBehaviors)
call(registry.getBehavior, "https://ns.adobe.com/xdm/data/time-series")
group = call(registry.createFieldGroup, scores_group("Scores"))
scores_schema = call(registry.createProfileSchema, name="Scores", fieldGroupIds=[group["$id"]], description="d")
web = "https://ns.adobe.com/xdm/context/experienceevent-web"
events_schema = call(registry.createExperienceEventSchema, name="Events", fieldGroupIds=[web], description="d")
scores_id, alternate = scores_schema["$id"], scores_schema["meta:altId"]
for options in ({}, {"classFilter": PROFILE}, {"output": "df"}):
    call(registry.getSchemas, **options)
call(registry.getSchemasGlobal)
for options in ({}, {"full": False}, {"desc": True}, {"schema_type": "xed"}, {"flat": True}, {"deprecated": True}):
    call(registry.getSchema, alternate, **options)
    call(registry.getSchema, scores_id, **options)
call(registry.getSchemaPaths, scores_id)
call(registry.getSchemaSample, scores_id)
call(registry.patchSchema, alternate, [{"op": "replace", "path": "/title", "value": "Scores of users"}])
call(registry.addFieldGroupToSchema, alternate, ["https://ns.adobe.com/xdm/context/profile-person-details"])
for method in (
    registry.getClasses,
    registry.getClassesGlobal,
    registry.getFieldGroups,
    registry.getFieldGroupsGlobal,
    registry.getUnions,
    registry.getXDMprofileSchema,
    registry.getDataTypes,
    registry.getDataTypesGlobal,
    registry.getDescriptors,
):
    call(method)
call(registry.getClass, PROFILE)
for options in ({}, {"full": False}, {"desc": True}, {"flat": True}):
    call(registry.getFieldGroup, group["$id"], **options)
more = {"op": "add", "path": f"/definitions/customFields/properties/{tenant}/properties/more"}
call(registry.patchFieldGroup, group["meta:altId"], [{**more, "value": {"type": "string", "title": "More"}}])
call(registry.extendFieldGroup, group["meta:altId"])
identity = call(registry.createDescriptor, identity_of(scores_schema))
label = {**identity_of(scores_schema), "@type": "xdm:descriptorLabel", "xdm:sourceProperty": f"/{tenant}/note"}
labelled = call(registry.createDescriptor, {**label, "xdm:labels": ["C2"]})
call(registry.putDescriptor, labelled["@id"], {**label, "xdm:labels": ["C2", "I2"]})
call(registry.getDescriptor, identity["@id"])
for options in ({"id_desc": True}, {"link_desc": True}, {"type_desc": "xdm:descriptorIdentity"}):
    call(registry.getDescriptors, **options)
call(registry.enableSchemaForRealTime, alternate)
call(registry.enableSchemaForUPS, events_schema["meta:altId"])
call(registry.getUnion, f"{PROFILE}__union")
data_type = call(
    registry.createDataType,
    {
        "type": "object",
        "title": "Place",
        "definitions": {"customFields": {"type": "object", "properties": {"name": {"type": "string", "title": "Name"}}}},
        "allOf": [{"$ref": "#/definitions/customFields"}],
    },
)
call(registry.getDataType, data_type["$id"])
call(registry.patchDataType, data_type["meta:altId"], [{"op": "replace", "path": "/title", "value": "Places"}])
call(registry.deleteDataType, data_type["meta:altId"])
own_class = call(registry.createClass, title="Things", class_template="https://ns.adobe.com/xdm/data/record")
call(registry.getClass, own_class["$id"])
call(registry.deleteClass, own_class["$id"])
schemas = call(registry.SchemaManager, scores_id)
call(schemas.to_dataframe)
call(schemas.to_dict)
call(schemas.searchField, "propensity")
groups = call(registry.FieldGroupManager, group["$id"])
call(groups.to_dataframe)
call(groups.addField, f"{tenant}.margin", "double", title="Margin")
call(groups.updateFieldGroup)
call(registry.exportResource, scores_id)
call(registry.getAuditLogs, scores_id)

# Catalog.
data_sets = catalog.Catalog()
dataset = call(data_sets.createDataSet, name="Scores", schemaId=scores_id, profileEnabled=True)[0].split("/")[-1]
events = call(data_sets.createDataSet, name="Events", schemaId=events_schema["$id"])[0].split("/")[-1]
for options in ({}, {"output": "list"}, {"output": "df"}, {"name": "Scores"}, {"property": "name~^Sco"}):
    call(data_sets.getDataSets, **options)
call(data_sets.getDatasetsInfos)
call(data_sets.getProfileSnapshotDatasets)
call(data_sets.getDataSet, dataset)
call(data_sets.getDataSetObservableSchema, dataset)
for method in (
    data_sets.enableDatasetUpsert,
    data_sets.disableDatasetValidationContext,
    data_sets.enableDatasetIdentity,
    data_sets.enableDatasetProfile,
):
    call(method, dataset)
call(data_sets.disableDatasetProfile, events)
call(data_sets.disableDatasetIdentity, events)
call(data_sets.patchDataset, dataset, {"description": "d"})
call(data_sets.patchDatasetV2, dataset, {"description": "e"})
call(data_sets.putDataset, events, {"name": "Events", "schemaRef": {"id": events_schema["$id"]}})
call(data_sets.setDatasetTTL, events, "P30D")
call(data_sets.getDataSetExpiration, events)
call(data_sets.getDataSetViews, dataset)
call(data_sets.getDataSetView, dataset, dataset)
call(data_sets.getDataSetViewFiles, dataset, dataset)
table = data_sets.getDataSet(dataset)[dataset]["tags"]["adobe/pqs/table"][0]

# Ingestion and data access.
loader = ingestion.DataIngestion()
scores = [{"_id": str(n), tenant: {"userid": f"user-{n}", "propensity": n / 100}} for n in range(100)]


def ended(batch):
    done = lambda found: found["status"] in ("success", "failed")
    return until(lambda: data_sets.getBatch(batch)[batch], done)["status"]


def ingest(records, **options):
    batch = call(loader.createBatch, datasetId=dataset, **options)["id"]
    call(loader.uploadSmallFile, batch, dataset, "scores.json", records)
    call(loader.headFileStatus, batch, dataset, "scores.json")
    call(loader.uploadSmallFileFinish, batch)
    return batch, ended(batch)


good, _ = ingest(scores, multiline=True)
ingest(scores[0])
bad, _ = ingest([{"_id": "x", tenant: {"userid": 1}}], enableDiagnostic=True)
large = loader.createBatch(dataset)["id"]
body = "\n".join(json.dumps(each) for each in scores).encode()
call(loader.uploadLargeFileStartEnd, large, dataset, "large.json")
call(loader.uploadLargeFilePart, large, dataset, "large.json", body, f"bytes 0-{len(body) - 1}/{len(body)}")
call(loader.uploadLargeFileStartEnd, large, dataset, "large.json", action="COMPLETE")
call(loader.uploadSmallFileFinish, large)
ended(large)
call(loader.getPreviewBatchDataset, good, dataset)
call(loader.replayBatch, dataset, [large])
call(loader.deleteBatch, large)
call(data_sets.getBatches)
call(data_sets.getBatches, limit=2, n_results=5)
call(data_sets.getBatches, output="dataframe", status="success", orderBy="desc:created", dataSet=dataset)
call(data_sets.getLastBatches, dataset)
call(data_sets.getFailedBatchesDF)
call(data_sets.findActiveBatch, good)
access = dataaccess.DataAccess()
file = call(access.getBatchFiles, good)[0]["dataSetFileId"]
part = call(access.getFiles, file)["data"][0]["name"]
call(access.getHeadFile, file, part)
call(access.getFiles, file, part)
call(access.getPreview, dataset)
call(access.getBatchFailed, bad)
call(access.getBatchMeta, bad)
call(access.getBatchMeta, bad, "row_errors")

# Query Service.
queries = queryservice.QueryService()
parameters = call(queries.connection)
sql = f"SELECT {tenant}.userid AS userid FROM {table} WHERE {tenant}.propensity > $low"
template = call(queries.createQueryTemplate, {"sql": sql, "name": "Likely", "queryParameters": {}})
call(queries.createQueryTemplate, name="One", sql="SELECT 1", queryParameters={"a": "1"})
call(queries.getTemplates, limit=1)
call(queries.getTemplate, template["id"])


def query(**options):
    made = call(queries.postQueries, dbname=f"{ready['sandbox']}:all", name="Query", **options)
    until(lambda: queries.getQuery(made["id"]), lambda found: found["state"] in ("SUCCESS", "FAILED"))
    return made["id"]


top = query(sql=f"CREATE TABLE top AS SELECT {tenant}.userid AS userid FROM {table}")
query(
    templateId=template["id"],
    queryParameters={"low": "0.5"},
    ctasParameters={"datasetName": "likely", "description": "Likely users"},
)
query(sql="SELECT userid FROM likely", insertIntoParameters={"datasetName": "top"})
for options in ({}, {"limit": 1}, {"property": "state==SUCCESS"}, {"orderby": "+created"}):
    call(queries.getQueries, **options)
endless = "CREATE TABLE endless AS SELECT count(*) AS n FROM range(1000000000000)"
running = queries.postQueries(dbname=f"{ready['sandbox']}:all", name="Endless", sql=endless)["id"]
call(queries.cancelQuery, running)
until(lambda: queries.getQuery(running), lambda found: found["state"] not in ("SUBMITTED", "IN_PROGRESS"))
call(queries.deleteQuery, top)
schedule = {"schedule": "30 * * * *", "startDate": "2026-11-24T00:00:00Z"}
scheduled = call(queries.createSchedule, name="Hourly", sql="SELECT 1", schedule=schedule)["id"]
call(queries.getSchedules)
for method in (queries.getSchedule, queries.getScheduleRuns, queries.disableSchedule, queries.enableSchedule):
    call(method, scheduled)
cron = [{"op": "replace", "path": "/schedule/schedule", "value": "0 1 * * *"}]
call(queries.updateSchedule, scheduled, {"body": cron})
call(queries.disableSchedule, scheduled)
call(queries.deleteSchedule, scheduled)
call(queries.createAcceleratedQuery, name="Fast", dbName="prod:qsaccel:profile_agg", sql="SELECT 1 AS one")
call(queries.deleteTemplate, template["id"])
call(queries.getDatasetStatistics, dataset, "table")
call(queries.getAlertSubscriptions)
session = queryservice.InteractiveQuery2(parameters)
call(session.query, f"SELECT * FROM {table} LIMIT 5")
call(session.queryHistoryMeta, table)
call(session.queryIdentity, "user-1", [f"{tenant}.propensity"], table, fieldId=f"{tenant}.userid")
session.close()

# Flow Service and the landing zone.
flows = flowservice.FlowService()
zone, lake = "10440537-2a7b-4583-ac39-ed38d4b848e8", "23598e46-f560-407b-88d5-ea6207e49db0"
export_spec = "cd2fc47e-e838-4f38-a581-8fff2f99b63a"
call(flows.getConnectionSpecsMap)
call(flows.getConnectionSpec, zone)
call(flows.getFlowSpecs)
call(flows.getFlowSpecIdFromNames, "CloudStorageToAEP", "landing-zone", "datalake")
call(flows.getFlowSpec, export_spec)
call(flows.getExportableDatasetsDLZ)
call(flows.getExportableDatasets, lake)
base = call(flows.createBaseConnectionDLZTarget, "Zone")["id"]
call(flows.getConnections)
call(flows.getConnection, base)
call(flows.connectionTest, base)
rename = [{"op": "replace", "path": "/name", "value": "Renamed"}]
call(flows.patchConnection, base, rename)
source = call(flows.createSourceConnectionDataLake, "Lake", format="parquet", dataset_ids=[dataset])["id"]
target = call(
    flows.createTargetConnectionDatasetToDataLandingZone,
    "Folder",
    base,
    path="out",
    datasetFileType="PARQUET",
    compression="GZIP",
)["id"]
call(flows.getSourceConnections)
call(flows.getTargetConnections)
etag = call(flows.getSourceConnection, source)["etag"]
call(flows.updateSourceConnection, source, etag, rename)
etag = call(flows.getTargetConnection, target)["etag"]
call(flows.updateTargetConnection, target, etag, rename)
flow = call(
    flows.createFlowDataLakeToDataLandingZone,
    "Export",
    source,
    target,
    schedule_start_time=str(next_year),
    schedule_timeUnit="day",
    schedule_interval=1,
    export_mode="DAILY_FULL_EXPORT",
)["id"]
once = call(
    flows.createFlow,
    export_spec,
    name="Once",
    source_connection_id=source,
    target_connection_id=target,
    schedule_frequency="once",
    schedule_start_time=next_year,
)["id"]
call(flows.exportDatasetToDLZ, [dataset], scheduleStart=str(next_year))
for options in ({}, {"onlyDestinations": True}, {"onlySources": True}):
    call(flows.getFlows, **options)
etag = call(flows.getFlow, flow)["etag"]
call(flows.updateFlow, flow, etag, [{"op": "Replace", "path": "/scheduleParams", "value": {"startTime": next_year}}])
adhoc = call(destinationinstanceservice.DestinationInstanceService().createAdHocDatasetExport, {flow: [dataset]})
run = adhoc["destinations"][0]["datasets"][0]["statusURL"].rsplit("/", 1)[1]
call(flows.getRun, run)
until(lambda: flows.getRun(run)[0]["metrics"]["statusSummary"], lambda found: found["status"] != "inProgress")
call(flows.createRun, flow)
call(flows.getRuns, prop=[f"flowId=={flow}", "metrics.statusSummary.status==success"])
call(flows.postFlowAction, flow, "disable")
call(flowservice.FlowManager(flow).summary)
for kind in ("user_drop_zone", "dlz_destination"):
    for method in (
        flows.getLandingZoneContainer,
        flows.getLandingZoneStorageName,
        flows.getLandingZoneStorageTTL,
        flows.getLandingZoneCredential,
        flows.getLandingZoneSASUri,
        flows.getLandingZoneSASToken,
        flows.getLandingZoneNamespace,
    ):
        call(method, kind)
address, signature = flows.getLandingZoneSASUri().split("?", 1)
text, blob = "userId,prediction\nuser-c,0.25\n", {"x-ms-blob-type": "BlockBlob"}
requests.put(f"{address}/scores/scores.csv?{signature}", data=text, headers=blob)
call(flows.exploreLandingZone)
call(flows.exploreLandingZone, "folder", object="dlz-user-container/scores")
call(flows.getLandingZoneContent, file="dlz-user-container/scores/scores.csv")
imported = call(flows.createSourceConnectionDataLandingZone, "Scores", path="dlz-user-container/scores", type="folder")
loaded = call(flows.createTargetConnectionDataLake, "Scores", datasetId=dataset, schemaId=scores_id)
mapper = dataprep.DataPrep()
mapping = {"sourceType": "ATTRIBUTE", "source": "prediction", "destination": f"{tenant}.propensity"}
other = {"sourceType": "ATTRIBUTE", "source": "userId", "destination": f"{tenant}.userid"}
mappings = call(mapper.createMappingSet, schemaId=scores_id, mappingList=[mapping], validate=True)["id"]
call(mapper.createMappingSet, mappingSet={"version": 0, "xdmSchema": scores_id, "mappings": [mapping]})
call(mapper.getMappingSets)
call(mapper.getMappingSet, mappings, mappingRulesOnly=True)
call(mapper.updateMappingSet, mappings, [mapping])
added = call(mapper.createMappingSetMapping, mappings, other)["id"]
call(mapper.getMappingSetMappings, mappings)
call(mapper.getMappingSetMapping, mappings, added)
call(mapper.updateMappingSetMapping, mappings, added, other)
call(
    flows.createFlowDataLandingZoneToDataLake,
    "Scores",
    imported["id"],
    loaded["id"],
    schedule_start_time=str(next_year),
    transformation_mapping_id=mappings,
    transformation_name="Mapping",
)
call(mapper.deleteMappingSetMapping, mappings, added)
call(mapper.getMappingSetFunctions)
call(flows.deleteFlow, once)
call(flows.deleteSourceConnection, source)
call(flows.deleteTargetConnection, target)
call(flows.deleteConnection, base)

# Segmentation and Profile.
segments = segmentation.Segmentation()
rule = f"{tenant}.propensity >= 0.2"
definition = audience_of("Likely", rule)
segment = call(segments.createSegment, definition)["id"]
call(segments.getSegments)
call(segments.getSegment, segment)
call(segments.updateSegment, segment, {**definition, "name": "Likelier"})
call(segments.getMultipleSegments, [segment])
job = call(segments.createJob, [segment])["id"]
until(lambda: segments.getJob(job), lambda found: found["status"] in ("SUCCEEDED", "FAILED"))
call(segments.getJobs)
call(segments.getSchedules)
preview = call(segments.createPreview, rule)["previewId"]
call(segments.getPreview, preview)
call(segments.getEstimate, preview)
call(segments.deletePreview, preview)
audience = call(segments.createAudience, {**definition, "type": "SegmentDefinition"})["id"]
call(segments.getAudiences)
call(segments.getAudience, audience)
call(segments.patchAudience, audience, [{"op": "replace", "path": "/description", "value": "d"}])
call(segments.putAudience, audience, definition)
call(segments.deleteAudience, audience)
call(segments.getExportJobs)
call(segments.deleteJob, job)
call(segments.deleteSegment, segment)
call(customerprofile.Profile().getMergePolicies)

# Sandboxes, labels, policies and access control.
boxes = sandboxes.Sandboxes()
call(boxes.getSandboxes)
call(boxes.getSandboxId, ready["sandbox"])
call(boxes.getSandboxTypes)
rules = policy.Policy()
for method in (
    rules.getEnabledCorePolicies,
    rules.getPoliciesCore,
    rules.getPoliciesCustoms,
    rules.getCoreLabels,
    rules.getCustomLabels,
    rules.getMarketingActionsCores,
    rules.getCustomMarketingActions,
):
    call(method)
call(rules.createEnabledCorePolicies, ["corepolicy_0004"])
call(rules.getPoliciesCoreId, "corepolicy_0004")
call(rules.getCoreLabel, "C9")
call(rules.updateCustomLabel, "L1", {"name": "L1", "category": "Custom", "friendlyName": "Ours"})
call(rules.getCustomLabel, "L1")
call(rules.getMarketingActionsCore, "dataScience")
call(rules.createOrupdateCustomMarketingAction, "score", "Scores users")
call(rules.getCustomMarketingAction, "score")
deny = {"operator": "OR", "operands": [{"label": "L1"}]}
own = {"name": "Own", "status": "ENABLED", "marketingActionRefs": ["custom/score"], "description": "d", "deny": deny}
call(rules.getPoliciesCustom, call(rules.createPolicy, own)["id"])
call(rules.evaluateMarketingActionDataset, "core", "dataScience", "dataSet", dataset)
reference = "https://platform.adobe.io/data/foundation/dulepolicy/marketingActions/core/dataScience/constraints"
call(rules.bulkEval, [{"evalRef": reference, "labels": ["C9"]}])
call(rules.deleteCustomMarketingAction, "score")
labels = datasets.DataSets()
call(labels.createLabels, dataset, {"labels": ["C1"], "optionalLabels": []})
call(labels.getLabelSchemaTests, dataset)
place = f"{ready['http']}/data/foundation/dataset/datasets/{dataset}/labels"
etag = requests.head(place, headers=labels.header).headers["etag"]
call(labels.headLabels, dataset)
call(labels.updateLabels, dataset, {"labels": ["C2"], "optionalLabels": []}, etag)
control = accesscontrol.AccessControl()
call(control.getPermissions)
call(control.getEffectivePolicies, ["/permissions/manage-dataset", "/resource-types/schema"])
roles = f"{control.endpoint}/administration/roles"
role = requests.post(roles, json={"name": "Scientists"}, headers=control.header).json()["id"]
call(control.getRoles)
call(control.getRole, role)
call(control.patchRole, role, {"op": "replace", "path": "/description", "value": "d"})
call(control.putRole, role, {"name": "Data scientists"})
call(control.patchSubjects, role, "someone", "add")
call(control.getSubjects, role)
call(control.deleteRole, role)
call(control.getPolicy, call(control.getPolicies)[0]["id"])
call(control.getProducts)
call(data_sets.deleteDataSet, events)
call(registry.deleteDescriptor, labelled["@id"])

print(json.dumps({"answered": answered, "refused": refused}))
