// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Geoprocessing services: tasks and their jobs (docs/reference/other-services.md#gpserver).
enum Geoprocessing {
    static let resources: [Resource] = [
        Resource(
            "", [.gpServer], "The tasks.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-service/")
        ) {
            request, service throws(ServiceError) in
            .json(service.pasted ?? Description.gpServer.json(service.subject(request.version)))
        },
        Resource(
            "{task}", [.gpServer], "A task.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-task/"),
            answer: TaskOperation.answer),
        Resource(
            "{task}/submitJob", [.gpServer], "Starts a job.",
            evidence: .captured("Esri/arcgis-rest-js geoprocessing mocks"), answer: TaskOperation.submit),
        Resource(
            "{task}/execute", [.gpServer], "Runs the task immediately.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/execute-gp-task/"),
            answer: TaskOperation.execute),
        Resource(
            "{task}/jobs/{job}", [.gpServer], "The status of a job.",
            evidence: .captured("Esri/solutions-webappbuilder-widgets#89; docs/reference/other-services.md#gpserver"),
            answer: JobOperation.answer),
        Resource(
            "{task}/jobs/{job}/cancel", [.gpServer], "Cancels a job.", since: .v10_1,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/cancel-gp-job/"),
            answer: JobOperation.cancel),
        Resource(
            "{task}/jobs/{job}/results", [.gpServer], "The results of a job.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/results/"),
            answer: JobOperation.results),
        Resource(
            "{task}/jobs/{job}/inputs", [.gpServer], "The inputs of a job.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/inputs/"),
            answer: JobOperation.inputs),
        Resource(
            "{task}/jobs/{job}/messages", [.gpServer], "The messages of a job.",
            evidence: .inferred("as the job itself has them"), answer: JobOperation.messages),
        Resource(
            "{task}/jobs/{job}/results/{parameter}", [.gpServer], "A result of a job.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-result/"),
            answer: JobOperation.result),
        Resource(
            "{task}/jobs/{job}/inputs/{parameter}", [.gpServer], "An input of a job.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/gp-input/"),
            answer: JobOperation.input),
    ]

    enum Rules {
        static let unknownTask = Rule(
            "gp.unknown-task", "The service has no task with that name.",
            advice: "Use a name from the root's tasks; print and other widgets need the task's URL, not the service's.",
            evidence: .inferred("the general words; no server's were captured"))
        static let execution = Rule(
            "gp.execution-type", "The task has the other execution type.",
            advice: "Use submitJob for esriExecutionTypeAsynchronous, execute for esriExecutionTypeSynchronous.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/gp-task/; the words are inferred"))
        static let missing = Rule(
            "gp.missing-parameter", "A required parameter of the task is missing.",
            advice: "See which of the task's parameters are required and have no defaultValue.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/gp-task/: parameterType; the words are the tools' own (000735)"
            ))
        static let inputType = Rule(
            "gp.input-type", "The value of an input is not of the parameter's data type.",
            advice: "See the parameter's dataType in the task's description.",
            evidence: .documented(
                "pro.arcgis.com/en/pro-app/2.7/tool-reference/tool-errors-and-warnings/001001-010000/tool-errors-and-warnings-00626-00650-000628.htm; what encloses the words is inferred"
            ))
        static let choice = Rule(
            "gp.not-a-choice", "The value of an input is not in the parameter's choiceList.",
            advice: "Take one of the choiceList in the task's description.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/gp-task/: choiceList; the words are the tools' own (000800)"
            ))
        static let unknownJob = Rule(
            "gp.unknown-job", "The task has no job with that id.", advice: "Use the jobId that submitJob returns.",
            evidence: .inferred("the general words; no server's were captured"))
        static let noResult = Rule(
            "gp.no-result", "The job has no value with that name, or none yet.",
            advice: "Wait for esriJobSucceeded, then follow paramUrl.",
            evidence: .reported("jgravois/esri-leaflet-gp#33: 400, Unable to complete operation"))
        static let failed = Rule(
            "gp.failed", "The task failed.", advice: "Read the messages.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/gp-job/: esriJobFailed; the scenario has it so"
            ))
    }

    static let rules: [Rule] = [
        Rules.unknownTask, Rules.execution, Rules.missing, Rules.inputType, Rules.choice, Rules.unknownJob,
        Rules.noResult, Rules.failed,
    ]
}
