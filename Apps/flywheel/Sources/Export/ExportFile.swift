import FlywheelKit
import Foundation
import Spreadsheets

/// A file that rows are exported into, in the format its name ends with.
struct ExportFile {
    /// What a file of rows is made as.
    enum Format: Hashable {
        case text(OutputFormat)
        case spreadsheet
    }

    let path: String
    let format: Format

    /// The formats by the ending of a name.
    private static let endings: KeyValuePairs<String, Format> = [
        "csv": .text(.csv), "ndjson": .text(.ndjson), "json": .text(.json), "tsv": .text(.tabs), "md": .text(.markdown),
        "html": .text(.html), "xlsx": .spreadsheet,
    ]

    private static func format(named path: String) -> Format? {
        let ending = (path as NSString).pathExtension.lowercased()
        return endings.first { $0.key == ending }?.value
    }

    /// The format of what is said of a file that was written: what is stated, unless that is the file's own, since its name
    /// says nothing.
    static func answerFormat(of path: String, stated: OutputFormat?) -> OutputFormat {
        format(named: path) == nil ? .table : stated ?? .table
    }

    /// Throws a ``Diagnostic`` where neither the name nor `stated` says what the file is to be, or what is exported is not
    /// written so.
    ///
    /// - Parameters:
    ///   - stated: what the file is made as where its name does not say.
    ///   - formats: the formats it is written in, besides spreadsheets.
    init(_ path: String, stated: OutputFormat?, formats: Set<OutputFormat> = OutputFormat.ofAll) throws {
        self.path = path
        let known = Self.endings.filter { formats.contains($0.value) }
        let named = Self.format(named: path).flatMap { formats.contains($0) ? $0 : nil }
        guard let format = named ?? stated.map(Format.text) else {
            throw Diagnostic(
                "export-format",
                "nothing says what \(path) is to be, expected a name ending in \(known.map { "." + $0.key }.joined(separator: ", "))",
                help: "flywheel export --help", exit: .usage)
        }
        self.format = format
    }

    /// Writes the answer's rows: beside the file first, so that one that is there is replaced whole or not at all.
    func write(_ answer: any Answer, named name: String, on page: Page) throws {
        let unfinished = path + ".part"
        do {
            guard FileManager.default.createFile(atPath: unfinished, contents: nil) else {
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
                throw CocoaError(
                    FileManager.default.fileExists(atPath: folder) ? .fileWriteNoPermission : .fileNoSuchFile)
            }
            switch format {
            case .text(let format):
                try Data(format.text(of: answer, on: page).utf8).write(to: URL(fileURLWithPath: unfinished))
            case .spreadsheet:
                try Sheet(answer, named: name).write(to: unfinished, created: page.clock.now.seconds)
            }
            guard rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            let reason = (error as? CocoaError)?.reason ?? "\(error)"
            throw Diagnostic(
                "file", "writing \(path) failed: \(reason)", help: "check the path, its permissions and the disk",
                exit: .failed)
        }
    }
}

extension Set<OutputFormat> {
    /// Whether a file can be made so of what is written in these formats.
    fileprivate func contains(_ format: ExportFile.Format) -> Bool {
        switch format {
        case .spreadsheet: true
        case .text(let format): contains(format)
        }
    }
}

extension Sheet {
    /// The rows of an answer under their flattened names.
    init(_ answer: any Answer, named name: String) {
        self.init(
            name: name, headings: answer.columns,
            rows: answer.rows.map { Records.values(of: $0, columns: answer.columns).map(Cell.init) })
    }
}

extension Cell {
    fileprivate init(_ value: JSON) {
        switch value {
        case .null: self = .blank
        case .bool(let flag): self = .flag(flag)
        case .integer(let number): self = .integer(number)
        case .number(let number): self = .number(number)
        case .decimal(let text): self = .decimal(text)
        case .instant(let instant): self = .instant(instant.seconds)
        case .day(let day): self = .day(Int64(day.epochDays))
        // A cell is no terminal: what is looked up in it is the text as it is.
        case .text, .array, .object: self = .text(Records.text(of: value))
        }
    }
}
