// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise
@testable import Services

/// The forms of `execute` and `submitJob` in the services directory.
@Suite("Forms of geoprocessing tasks")
struct TaskFormTests {
    private static let tools = "/arcgis/rest/services/Tools/GPServer"

    private func fixture(_ version: String = "11.4") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)", services: [
                { name: "Tools", type: "GPServer", access: "public", tasks: [
                    { name: "Slow", parameters: [
                        { name: "In_Features", dataType: "GPFeatureRecordSetLayer" },
                        { name: "Unit", choiceList: ["Feet", "Meters"], defaultValue: "Meters" },
                        { name: "Dissolve", dataType: "GPBoolean", defaultValue: true },
                        { name: "<b>", displayName: '"><script>' },
                        { name: "Out", direction: "esriGPParameterDirectionOutput" } ] },
                    { name: "Quick", executionType: "esriExecutionTypeSynchronous", results: { Out: 1 } } ] } ] }] }
            """)
    }

    @Test(
        "a field for each input",
        arguments: [
            #"<label for="In_Features">In Features (GPFeatureRecordSetLayer):</label>"#,
            #"<textarea id="In_Features" name="In_Features" rows="2"></textarea>"#,
            #"<select id="Unit" name="Unit"><option>Meters</option><option>Feet</option></select>"#,
            #"id="Dissolve" value="true" checked"#, #"name="env:outSR""#, "&lt;b&gt;", #"name="context""#,
        ])
    func fields(_ part: String) throws {
        var fixture = try fixture()
        let page = fixture.ask("\(Self.tools)/Slow/submitJob")
        #expect(page.body.contains(part), "\(page.body)")
        #expect(!page.body.contains("<script>") && !page.body.contains("name=\"Out\""))
    }

    @Test("a visit begins no job; the form that is sent does")
    func context() throws {
        var fixture = try fixture()
        for query in ["", "?f=html"] {
            let page = fixture.ask("\(Self.tools)/Slow/submitJob\(query)")
            #expect(page.verdict.isEmpty && page.body.contains("<button type=\"submit\""))
        }
        #expect(fixture.deployment.servers[0].services[0].map.gpJobs.isEmpty)
        let sent = fixture.ask("\(Self.tools)/Slow/submitJob?In_Features=&Unit=Feet&Dissolve=true&env:outSR=&f=html")
        #expect(sent.body.contains("esriJobSubmitted"))
        #expect(fixture.deployment.servers[0].services[0].map.gpJobs.count == 1)
        // A program asks in its own format, whether it gives anything or not.
        #expect(fixture.ask("\(Self.tools)/Slow/submitJob?f=json").json?["jobId"] != nil)
    }

    @Test("a task without inputs is run by its empty form")
    func noInputs() throws {
        var fixture = try fixture()
        #expect(!fixture.ask("\(Self.tools)/Quick/execute").body.contains("<b>results:</b>"))
        #expect(fixture.ask("\(Self.tools)/Quick/execute?env:outSR=&f=html").body.contains("Results"))
    }

    @Test("a task leads to the operation that runs it", arguments: [("Slow", "submitJob"), ("Quick", "execute")])
    func operation(_ task: String, _ operation: String) throws {
        var fixture = try fixture()
        let page = fixture.ask("\(Self.tools)/\(task)").body
        #expect(page.contains("href=\"\(Self.tools)/\(task)/\(operation)\""))
        #expect(page.contains("submitJob") == (operation == "submitJob"))
    }

    @Test("context is asked for where the release knows it", arguments: [("10.5.1", false), ("10.6.1", true)])
    func releases(_ version: String, _ has: Bool) throws {
        var fixture = try fixture(version)
        #expect(fixture.ask("\(Self.tools)/Quick/execute").body.contains("name=\"context\"") == has)
    }
}
