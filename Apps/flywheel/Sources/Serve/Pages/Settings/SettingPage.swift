import ArgumentParser
import CaseDesk
import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// One key of the settings: what stands in the file, a text to put in its place, and what would be then.
struct SettingPage {
    let visit: PageVisit
    let part: SettingsPage.Part
    let path: [String]
    let desk: SettingsDesk
    /// What stands in the file now.
    let there: String

    /// The section that was sent, in place of what stands there.
    var typed: String?
    /// What stood there when the form was first shown.
    var seen: String?
    /// The house as it would be.
    var proposed: House?
    var faults: [Fault] = []

    init(_ visit: PageVisit, _ part: SettingsPage.Part) throws {
        if case .only = visit.request.viewer?.scope { throw Problem.notAllowed("settle for all accounts") }
        let path = visit.request.parameter("key").split(separator: ".").map(String.init)
        let values = SettingsValues(house: visit.house, reader: visit.reader).values(of: part)
        guard values.contains(where: { $0.key == path }) else { throw Problem.notFound }
        self.visit = visit
        self.part = part
        self.path = path
        desk = SettingsDesk(house: visit.pages.house, actor: Actor(.person, visit.person))
        there = SettingsText(text: try visit.pages.house.configurationText()).section(path)
    }

    private var words: Phrases { visit.words }
    private var key: String { path.joined(separator: ": ") }
    private var address: Address { "/settings/\(part.rawValue)/\(path.joined(separator: "."))" }

    // MARK: What is sent

    /// A form: what would be, or what was written.
    func answer() throws -> WebReply {
        var page = self
        let section = (visit.request.form["section"] ?? "").replacing("\r\n", with: "\n")
        page.typed = section
        page.seen = visit.request.form["seen"] ?? there
        do {
            guard visit.field("save").isEmpty else { return try page.save(section) }
            page.proposed = try desk.preview(path, section)
            return visit.reply(try page.content)
        } catch let refusal as Diagnostic {
            let isOvertaken = refusal.code == "setting-changed"
            page.faults = [Fault(field: "section", page.words(of: refusal))]
            // What stands there now is what the next try is about.
            if isOvertaken { page.seen = there }
            return visit.reply(try page.content, status: isOvertaken ? .conflict : .unprocessableContent)
        }
    }

    private func save(_ section: String) throws -> WebReply {
        let id = try desk.save(path, section, as: part.decision, seen: seen ?? there)
        return try visit.back(
            orTo: "/settings/\(part.rawValue)",
            saying: FlashNote(
                key: "settings.saved", arguments: ["key": .text(key)], undo: "/settings/changes/\(id)/undo"))
    }

    private func words(of refusal: Diagnostic) -> HTML {
        let place: HTML = faultLine.map { " \(words("settings.fileLine", ["line": .count($0)]))" } ?? .nothing
        return visit.said(refusal.sentence) + place
    }

    /// Errors name lines of the file: where this text begins in it.
    private var faultLine: Int? {
        guard let text = try? visit.pages.house.configurationText() else { return nil }
        return ConfigurationExcerpt(of: path, in: text)?.line
    }

    // MARK: What is shown

    var content: PageContent {
        get throws {
            var shell = visit.shell(key)
            shell.faults = faults
            let form = Form(
                to: address, class: "stacked", hidden: ["seen": seen ?? there],
                content: """
                    \(Field(
                        "section", label: words("settings.section", ["key": .text(key)]), .text(rows: 16),
                        value: typed ?? there, hint: words("settings.sectionHint", ["key": .text(path.last ?? "")])
                    ).html(faults: faults, for: visit.reader))
                    \(Button(words("settings.preview"), weight: proposed == nil ? .main : .plain).html)
                    \(saveButton)
                    """)
            return PageContent(
                shell: shell,
                main: """
                    \(SettingsLinks(reader: visit.reader, current: "/settings/\(part.rawValue)").html)
                    \(try comparison)
                    <section>\(form.html(for: visit.reader))</section>
                    \(try history)
                    """)
        }
    }

    /// What was not looked at is not written.
    private var saveButton: HTML {
        proposed == nil ? .nothing : Button(words("settings.save"), weight: .main, name: "save", value: "on").html
    }

    /// What holds, beside what would.
    private var comparison: HTML {
        get throws {
            guard let proposed else { return .nothing }
            let rows = [(visit.house, "settings.now"), (proposed, "settings.then")].map { house, label in
                let values = SettingsValues(house: house, reader: visit.reader).values(of: part)
                let value = values.first { $0.key == path }?.value ?? words("settings.nothing")
                return DataTable.Row([words(label), value])
            }
            let table = DataTable(
                id: "preview", caption: words("settings.previewCaption"),
                columns: [.init(words("settings.column.when")), .init(words("settings.column.value"))], rows: rows,
                empty: .nothing)
            return "<section>\(table.html)\(try effect(of: proposed))</section>"
        }
    }

    /// Which open cases would be meant, where the key is about promises.
    private func effect(of proposed: House) throws -> HTML {
        guard path == ["cases", "promises"] else { return .nothing }
        let session = try Session(try GlobalOptions.parse([]), proposed.surroundings(of: visit.request.viewer))
        let preview = try session.promisePreview().preview
        let rows = preview.lines.map { line in
            DataTable.Row([
                "<span translate=\"no\">\(line.promise)</span>", HTML(text: visit.formats.number(line.cases)),
                HTML(text: visit.formats.number(line.changed)), HTML(text: visit.formats.number(line.overdue)),
            ])
        }
        return DataTable(
            id: "promises", caption: words("settings.promises", ["count": .count(preview.without)]),
            columns: [
                .init(words("settings.column.promise")), .init(words("settings.column.cases"), isNumber: true),
                .init(words("settings.column.changed"), isNumber: true),
                .init(words("settings.column.overdue"), isNumber: true),
            ], rows: rows, empty: words("settings.nothing")
        ).html
    }

    private var history: HTML {
        get throws {
            let rows = try desk.changes(of: path).prefix(20).map { change -> DataTable.Row in
                let undo = Form(
                    to: "/settings/changes/\(change.id)/undo", button: Button(words("settings.takeBack")),
                    hidden: ["return": address.text], isInPlace: false)
                return DataTable.Row([
                    "<span translate=\"no\">\(change.id)</span>", HTML(text: visit.formats.near(change.record.at)),
                    "<bdi>\(change.record.by)</bdi>", text(change.body.before), text(change.body.after),
                    change.isTakenBack ? words("settings.isTakenBack") : undo.html(for: visit.reader),
                ])
            }
            let table = DataTable(
                id: "changes", caption: words("settings.changes", ["count": .count(rows.count)]),
                columns: [
                    .init(words("settings.column.change")), .init(words("settings.column.when")),
                    .init(words("settings.column.by")), .init(words("settings.column.before")),
                    .init(words("settings.column.after")), .init(words("settings.takeBack")),
                ], rows: Array(rows), empty: words("settings.noChanges"))
            return "<section>\(table.html)</section>"
        }
    }

    private func text(_ section: String) -> HTML {
        section.isEmpty ? words("settings.nothing") : "<pre tabindex=\"0\" translate=\"no\">\(section)</pre>"
    }
}
