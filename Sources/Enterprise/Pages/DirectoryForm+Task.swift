// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

extension DirectoryForm {
    /// Creates the form of a geoprocessing task's operation: its inputs by name and type, as the task lists them, and
    /// what every task takes (documented: submit-gp-job). The labels are inferred.
    init(_ title: String, of task: GPTask) {
        self.init(
            title: title,
            fields: task.parameters.compactMap(DirectoryForm.input) + [
                Field("Output Spatial Reference", "env:outSR"), Field("Process Spatial Reference", "env:processSR"),
                Field("Return Z", "returnZ", .truth(false), since: .v10_1),
                Field("Return M", "returnM", .truth(false), since: .v10_1),
                Field("Context", "context", .area, since: .v10_6),
            ])
    }

    private static func input(_ parameter: JSON) -> Field? {
        guard let name = parameter["name"]?.text, parameter["direction"]?.text != "esriGPParameterDirectionOutput"
        else {
            return nil
        }
        let type = parameter["dataType"]?.text ?? "GPString"
        let title = parameter["displayName"]?.text ?? name.replacing("_", with: " ")
        let label = "\(title) (\(type))"
        let standard = parameter["defaultValue"]
        if type == "GPBoolean" { return Field(label, name, .truth(standard?.truth ?? false)) }
        if let choices = parameter["choiceList"]?.elements?.compactMap(\.text), !choices.isEmpty {
            let first = standard?.text.map { [$0] } ?? []
            return Field(label, name, .choice(first + choices.filter { !first.contains($0) }))
        }
        let isShort = ["GPString", "GPLong", "GPDouble", "GPDate"].contains(type)
        return Field(label, name, isShort ? .line : .area)
    }
}
