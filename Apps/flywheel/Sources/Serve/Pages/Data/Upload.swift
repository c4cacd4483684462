import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import WebPages

/// Files that a form brings, imported as `flywheel import` does.
struct Upload {
    let visit: PageVisit

    init(_ visit: PageVisit) { self.visit = visit }

    /// To the import that the file became, or to the list of them where several files came; a page with the fault where none
    /// became one.
    func reply() throws -> WebReply {
        // A browser sends a field of files that was left empty as one file without a name or a byte.
        let files = visit.request.files.filter { $0.field == "file" && !($0.name.isEmpty && $0.size == 0) }
        guard !files.isEmpty else { return try refuse(visit.words("data.fault.noFile")) }
        let reports: [ImportReport]
        do {
            reports = try imported(files)
        } catch let error where error is Diagnostic || Flywheel.exitCode(for: error) == .validationFailure {
            let sentence = (error as? Diagnostic)?.sentence ?? Flywheel.message(for: error)
            return try refuse(visit.said(sentence))
        }
        guard let first = reports.first else { return try refuse(visit.words("data.fault.noFile")) }
        guard reports.contains(where: \.isImport) else {
            return try refuse(reports.map(sentence).joined(by: "<br>"))
        }
        return try files.count == 1 ? go(to: first) : go(toAllOf: reports, of: files.count)
    }

    /// Each file lies under its own name while it is read: the name says much of what it is.
    private func imported(_ files: [FormFile]) throws -> [ImportReport] {
        let paths = try files.map { file in
            let folder = file.path + ".named"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            let path = "\(folder)/\(Self.name(file.name))"
            try FileManager.default.moveItem(atPath: file.path, toPath: path)
            return path
        }
        let options = ["account", "marketplace", "at"].compactMap { name in
            visit.field(name).isEmpty ? nil : "--\(name)=\(visit.field(name))"
        }
        let command = try ImportCommand.parse(options + ["--"] + paths)
        let answer = try visit.house.answer(command, to: visit.request) as? ImportAnswer
        return answer?.reports ?? []
    }

    /// The last part of a stranger's name, without what a path could be made of.
    static func name(_ text: String) -> String {
        let last = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let visible = String(last.unicodeScalars.filter { !$0.actsOnScreens }.prefix(200))
        return visible.isEmpty || visible.allSatisfy { $0 == "." } ? "upload" : visible
    }

    // MARK: Answers

    private func go(to report: ImportReport) throws -> WebReply {
        guard let id = report.importID else { return try refuse(sentence(report)) }
        visit.pages.flashes.pin(
            FlashNote(key: report.key, arguments: ["id": .text(id.description)]), for: try visit.viewer)
        return .seeOther("/data/imports/\(id.description)")
    }

    private func go(toAllOf reports: [ImportReport], of files: Int) throws -> WebReply {
        let kept = reports.count { if case .kept = $0.result { true } else { false } }
        let others = reports.filter { if case .kept = $0.result { false } else { true } }
        visit.pages.flashes.pin(
            FlashNote(
                key: "data.done.several", arguments: ["count": .count(kept), "files": .count(files)],
                refusals: others.map(sentence)),
            for: try visit.viewer)
        return .seeOther("/data")
    }

    /// What became of a file, with its name.
    private func sentence(_ report: ImportReport) -> HTML {
        let name = report.path.split(separator: "/").last.map(String.init) ?? ""
        guard case .leftAlone(let why, _) = report.result else {
            let id = report.importID?.description ?? ""
            return "<bdi>\(name)</bdi>: \(visit.words(report.key, ["id": .text(id)]))"
        }
        return "<bdi>\(name)</bdi>: \(visit.said(why))"
    }

    private func refuse(_ message: HTML) throws -> WebReply {
        var page = try DataPage(visit)
        page.faults = [Fault(field: "file", message)]
        return visit.reply(page.content, status: .unprocessableContent)
    }
}

extension ImportReport {
    /// The import it became or was before; `nil` where it is none.
    fileprivate var importID: ImportID? {
        switch result {
        case .kept(let record), .quarantined(let record): record.id
        case .same(let id): id
        case .leftAlone: nil
        }
    }

    fileprivate var isImport: Bool { importID != nil }

    /// The message of the catalog that says what became of it.
    fileprivate var key: String {
        switch result {
        case .kept: "data.done.kept"
        case .quarantined: "data.done.quarantined"
        case .same: "data.done.same"
        case .leftAlone: "data.fault.noFile"
        }
    }
}
