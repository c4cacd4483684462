import CaseDesk
import Foundation

/// Where a desk's triage is kept.
enum TriageFile {
    /// Reads one; without a path it is the starter. Throws a ``Diagnostic``.
    static func read(_ path: String?) throws -> DeskTriage {
        guard let path else { return try DeskTriage.starter() }
        do {
            return try DeskTriage(data: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "reading", path: path)
        } catch let error as DamagedTriage {
            throw Diagnostic(
                "triage", error.description, place: path, help: "flywheel triage train --help", exit: .failed)
        }
    }

    /// Writes one, replacing a file that is there whole or not at all.
    static func write(_ triage: DeskTriage, to path: String) throws {
        let data = try triage.data()
        try ReplacedFile.write(path) { try $0(Array(data)) }
    }
}
