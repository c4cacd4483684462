import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import WebPages

/// A file that a form brings, imported as `flywheel import` does.
struct Upload {
    let visit: PageVisit

    /// Bytes that a form may bring; larger files are for the command line and for watched folders.
    static let mostBytes = 64 * 1_024 * 1_024

    init(_ visit: PageVisit) { self.visit = visit }

    /// To the import that the file became; a page with the fault where it became none.
    func reply() throws -> WebReply {
        guard let file = visit.request.files.first(where: { $0.field == "file" && !$0.bytes.isEmpty }) else {
            return try refuse("file", visit.words("data.fault.noFile"))
        }
        let answer: ImportAnswer
        do {
            answer = try imported(file)
        } catch let error where error is Diagnostic || Flywheel.exitCode(for: error) == .validationFailure {
            let sentence = (error as? Diagnostic)?.sentence ?? Flywheel.message(for: error)
            return try refuse("file", "<span lang=\"en\">\(sentence)</span>")
        }
        guard let report = answer.reports.first else { return try refuse("file", visit.words("data.fault.noFile")) }
        switch report.result {
        case .leftAlone(let why, _):
            return try refuse("file", "<bdi>\(file.name)</bdi>: <span lang=\"en\">\(why)</span>")
        case .same(let id): return try go(to: id, "data.done.same")
        case .quarantined(let record): return try go(to: record.id, "data.done.quarantined")
        case .kept(let record): return try go(to: record.id, "data.done.kept")
        }
    }

    /// The file lies in a folder of its own while it is read.
    private func imported(_ file: FormFile) throws -> ImportAnswer {
        let folder = NSTemporaryDirectory() + "flywheel-upload-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/\(Self.name(file.name))"
        try Data(file.bytes).write(to: URL(fileURLWithPath: path))
        let options = ["account", "marketplace", "at"].compactMap { name in
            visit.field(name).isEmpty ? nil : "--\(name)=\(visit.field(name))"
        }
        let command = try ImportCommand.parse(options + ["--", path])
        let answer = try visit.house.answer(command, to: visit.request) as? ImportAnswer
        return answer ?? ImportAnswer(reports: [])
    }

    /// The last part of a stranger's name, without what a path could be made of.
    static func name(_ text: String) -> String {
        let last = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let visible = String(last.unicodeScalars.filter { !$0.actsOnScreens }.prefix(200))
        return visible.isEmpty || visible.allSatisfy { $0 == "." } ? "upload" : visible
    }

    private func go(to id: ImportID, _ key: String) throws -> WebReply {
        visit.pages.flashes.pin(FlashNote(key: key, arguments: ["id": .text(id.description)]), for: try visit.viewer)
        return .seeOther("/data/imports/\(id.description)")
    }

    private func refuse(_ field: String, _ message: HTML) throws -> WebReply {
        var page = try DataPage(visit)
        page.faults = [Fault(field: field, message)]
        return visit.reply(page.content, status: .unprocessableContent)
    }
}
