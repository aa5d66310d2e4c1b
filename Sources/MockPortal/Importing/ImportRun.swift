// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
package import Recording

/// A run of `mock-portal import`: a recording becomes a scenario, and each of its exchanges is asked of the double that the
/// scenario describes.
package struct ImportRun: Sendable {
    /// What a person wants of it.
    package struct Options: Sendable {
        /// Whether coordinates get aliases, too.
        package var hidesCoordinates = false
        /// Words that stay as they are.
        package var kept: [String] = []

        package init() {}
    }

    /// Why there is no scenario: findings, one per line.
    package struct Failure: Error, Sendable {
        package var description: String
    }

    /// The file.
    package private(set) var scenario = ""
    /// What was recognized, what the double does by itself, and what was kept.
    package private(set) var report: ImportReport

    /// Imports a file; `-` is standard input.
    package init(_ path: String, options: Options = Options()) throws(Failure) {
        let file: RecordedFile
        do throws(UnreadableRecording) {
            file = try ByteSource.open(path == "-" ? "/dev/stdin" : path) { source throws(UnreadableRecording) in
                guard let source else { throw UnreadableRecording(unopened: path) }
                return try RecordingReader.read(source, file: path)
            }
        } catch {
            throw Failure(description: error.finding.description)
        }
        try self.init(file, path: path, options: options)
    }

    /// Imports what was recorded otherwise.
    package init(_ file: RecordedFile, path: String, options: Options) throws(Failure) {
        var redacting = RecordingRedaction.Options()
        redacting.hidesCoordinates = options.hidesCoordinates
        redacting.kept = Set(options.kept.map { $0.lowercased() })
        var redaction = RecordingRedaction(redacting)
        let recognition = Recognition(redaction.redact(file.exchanges))
        guard !recognition.sites.isEmpty else {
            let finding = Finding(
                file: path, position: Position(line: 1, column: 1),
                message:
                    "no portal and no server in \(file.exchanges.count) requests: none has sharing, rest, admin or "
                    + "tokens in its path")
            throw Failure(description: finding.description)
        }
        report = ImportReport(file, recognition, redaction.kept)
        var draft = ScenarioDraft(recognition)
        let findings = Reproduction.run(&draft)
        if let wrong = findings.first(where: { $0.severity == .error }) {
            throw Failure(description: "\(path): the scenario that was made of it is wrong: \(wrong.description)")
        }
        report.add(draft, findings)
        scenario = draft.text
    }
}
